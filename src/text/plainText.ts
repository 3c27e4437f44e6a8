import { isolate } from '../unicode/isolate.ts';
import { beginning, maxCharacterLength, truncate } from '../unicode/truncate.ts';

/**
 * Invisible characters that change how text looks: controls, marks that change the direction of the text
 * around them, and characters without width. Joiners are allowed: emoji and some scripts need them. An isolate that
 * is closed changes nothing around it.
 */
const unseen =
  /\u2068[^\u2066-\u2069\u202a-\u202e\r\n\u2028\u2029]*\u2069|[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Most texts and names match these, and need no change. */
const plain = /^[\x20-\x7e]*$/;
const plainName = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

const maxLength = 200;

/**
 * Foreign text with a mark such as "[U+202E]" in place of every misleading invisible character. The editor
 * marks them in the same way. White space is preserved.
 */
export function markUnseen(text: string): string {
  return plain.test(text) ? text : text.replaceAll(unseen, markOf);
}

/**
 * A foreign name for a place in the editor's UI where it cannot be distinguished from the text beside it: one
 * line, without invisible characters, truncated. A name from right to left is isolated: it never reorders the text
 * beside it.
 */
export function plainText(text: string): string {
  if (text.length <= maxLength && plainName.test(text)) return text;
  const line = markUnseen(beginning(text, maxLength + maxCharacterLength))
    .replaceAll(/\s+/g, ' ')
    .trim();
  return isolate(text.length > maxLength ? `${beginning(line, maxLength)}…` : truncate(line, maxLength));
}

function markOf(character: string): string {
  if (character.length > 1 && character.startsWith('\u2068')) {
    return `\u2068${markUnseen(character.slice(1, -1))}\u2069`;
  }
  if (/\s/.test(character) && character !== '\ufeff') return character;
  const number = character.codePointAt(0) ?? 0;
  return `[U+${number.toString(16).toUpperCase().padStart(4, '0')}]`;
}
