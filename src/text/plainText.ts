/**
 * What nobody would see, though it changes what they see: controls, marks that
 * turn the direction of the text around them, and marks that take no place.
 * Joiners are left alone: emoji and some scripts are written with them.
 */
const unseen = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** What most texts and names are: there is nothing to be done to them. */
const plain = /^[\x20-\x7e]*$/;
const plainName = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

const maxLength = 200;

/**
 * A text that somebody else chose, with a mark such as "[U+202E]" in place of
 * every character that would mislead without being seen. The editor marks them
 * in the same way. White space stays.
 */
export function markUnseen(text: string): string {
  return plain.test(text) ? text : text.replaceAll(unseen, markOf);
}

/**
 * A name that somebody else chose, for a place of the editor's own where it
 * cannot be set apart from what stands beside it: one line, nothing unseen,
 * not endless.
 */
export function plainText(text: string): string {
  if (text.length <= maxLength && plainName.test(text)) return text;
  const line = markUnseen(text.slice(0, maxLength + 1))
    .replaceAll(/\s+/g, ' ')
    .trim();
  return text.length > maxLength || line.length > maxLength ? `${line.slice(0, maxLength)}…` : line;
}

function markOf(character: string): string {
  if (/\s/.test(character) && character !== '\ufeff') return character;
  const number = character.codePointAt(0) ?? 0;
  return `[U+${number.toString(16).toUpperCase().padStart(4, '0')}]`;
}
