/** Text of somebody else's in a label where `$(name)` would be drawn as an icon: it is shown as it is. */
export function escapeIcons(text: string): string {
  return text.replaceAll('$(', '$\u2060(');
}

/**
 * Text of somebody else's in a message of the editor's, where `[text](command:…)` would be drawn as a link that runs a
 * command: it is shown as it is.
 */
export function escapeLinks(text: string): string {
  return text.replaceAll('](', ']\u2060(');
}
