/** Text of somebody else's in a label where `$(name)` would be drawn as an icon: it is shown as it is. */
export function iconless(text: string): string {
  return text.replaceAll('$(', '$\u2060(');
}
