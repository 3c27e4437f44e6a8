/** Escapes foreign text for a label, which would render `$(name)` as an icon. */
export function escapeIcons(text: string): string {
  return text.replaceAll('$(', '$\u2060(');
}

/**
 * Escapes foreign text for a message of the editor, which would render `[text](command:…)` as a link that
 * runs a command.
 */
export function escapeLinks(text: string): string {
  return text.replaceAll('](', ']\u2060(');
}
