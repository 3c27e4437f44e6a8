import { beginning, ending } from '../../unicode/truncate.ts';
import { markUnseen } from '../plainText.ts';

/** The maximum length of a label, in code points; only what has to be whole is longer. */
export const maxLabelLength = 40;
/** The maximum length of a label that has to be whole, in code points: Twilio's limit for an identity. */
export const maxWholeLength = 128;

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const plain = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;
/** Unlike `\s`, without U+FEFF, which has no width. */
const space = /[^\S\ufeff]+/g;
/** Characters that nobody sees. Joiners and variation selectors stay: emoji and some scripts need them. */
const hidden =
  /(?!\u200c|\u200d|\p{Variation_Selector})[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/** The quotation marks in which a sentence puts a name, in any of our languages. */
const quotationMarks = /[“”„‟«»「」『』〝〞〟＂]/g;
const joiners = /\u200c|\u200d|\p{Variation_Selector}/gu;
const separator = /[\s\-_./:|@,;"'#]/;

/** How far before the first difference a cut looks for the beginning of a word, in code units. */
const maxWordBefore = 12;

/**
 * An identity on one line: characters that nobody sees are marked as in `markUnseen`, and quotation marks are
 * plain ones, so that no identity ends the quotation in which it stands.
 */
export function oneLine(text: string): string {
  if (plain.test(text)) return text;
  return markUnseen(text.toWellFormed().replaceAll(space, ' '))
    .replaceAll(hidden, markOf)
    .replaceAll(quotationMarks, '"')
    .trim();
}

function markOf(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** Labels with the same appearance are the same label: joiners and the composition of letters do not count. */
export function appearance(label: string): string {
  return plain.test(label) ? label : label.normalize('NFC').replaceAll(joiners, '');
}

/** Whether a text is not longer than so many code points. */
export function fits(text: string, length = maxLabelLength): boolean {
  return text.length <= length || (text.length <= 2 * length && [...text].length <= length);
}

/** Whether a text is an e-mail address that can be shown whole. */
export function isEmail(text: string): boolean {
  return fits(text, maxWholeLength) && email.test(text);
}

/** Beginning and end of a long text, with an ellipsis in the middle. */
export function cutMiddle(text: string, length = maxLabelLength): string {
  if (fits(text, length)) return text;
  // Two code units for each code point, and some for marks that are removed.
  const [head, tail] = [[...text.slice(0, 2 * length)], [...text.slice(-3 * length)]];
  const atStart = Math.ceil((length - 1) / 2);
  const start = beginning(text, head.slice(0, atStart).join('').length).trimEnd();
  const end = ending(text, tail.slice(atStart + 1 - length).join('').length);
  return `${start}…${end.trimStart()}`;
}

/**
 * A long text without its beginning, up to the word that holds the first difference from other texts.
 * @param shared the number of code units that begin another text too
 */
export function cutStart(text: string, shared: number): string {
  let start = Math.max(0, shared - 3);
  for (let at = shared; at > Math.max(0, shared - maxWordBefore); at--) {
    if (!separator.test(text[at - 1] ?? '')) continue;
    start = at - 1;
    break;
  }
  const rest = ending(text, text.length - start).trimStart();
  return start < 2 ? cutMiddle(text) : `…${cutMiddle(rest, maxLabelLength - 1)}`;
}

/** The number of code units with which both texts begin. */
export function sharedLength(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  let at = 0;
  while (at < length && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}
