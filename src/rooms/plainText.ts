/** Controls, and marks that turn the direction of the text around them. */
const unruly = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const longest = 200;

/**
 * A name that somebody else chose, for a place of the editor's own where it
 * cannot be set apart from what stands beside it: one line, no control of the
 * text's direction, not endless. The panel shows such texts as they are.
 */
export function plainText(text: string): string {
  const line = text
    .slice(0, longest + 1)
    .replaceAll(unruly, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return text.length > longest ? `${line.slice(0, longest)}…` : line;
}
