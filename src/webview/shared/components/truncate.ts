/** Truncates a text to `length` UTF-16 code units: identities of a megabyte have been seen. */
export function truncate(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
