/** A pattern for exactly this text. */
export function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** A pattern for texts that begin so. */
export function beginning(text: string): RegExp {
  return new RegExp(`^${literally(text)}`);
}
