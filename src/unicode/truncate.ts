import { closeIsolates } from './isolate.ts';

/** In code units. No character that people write is longer; a longer one is cut between two code points. */
export const maxCharacterLength = 64;
/** What belongs to the character before: marks, joiners, variation selectors, skin tones. */
const dependent = /^(?:\p{M}|\p{Variation_Selector}|\p{Emoji_Modifier}|\u200c|\u200d|[\u{e0020}-\u{e007f}])/u;
const joinerAtEnd = /\u200d$/;
const flagsAtEnd = /[\u{1f1e6}-\u{1f1ff}]+$/u;
const flag = /^[\u{1f1e6}-\u{1f1ff}]/u;

/**
 * The beginning of a text, not longer than so many code units. No character is cut in two: no surrogate pair, no
 * emoji of several code points, no letter and its accents. The only function for this in the project.
 */
export function beginning(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = Math.max(0, length);
  let end = last;
  while (end > 0 && last - end < maxCharacterLength && isWithinCharacter(text, end)) end--;
  if (last - end === maxCharacterLength) end = isWithinPair(text, last) ? last - 1 : last;
  return text.slice(0, end);
}

/** The end of a text, not longer than so many code units; see `beginning`. */
export function ending(text: string, length: number): string {
  if (text.length <= length) return text;
  const first = text.length - Math.max(0, length);
  let start = first;
  while (start < text.length && start - first < maxCharacterLength && isWithinCharacter(text, start)) start++;
  if (start - first === maxCharacterLength) start = isWithinPair(text, first) ? first + 1 : first;
  return text.slice(start);
}

/** A text with an ellipsis in place of what is longer than so many code units. */
export function truncate(text: string, length: number): string {
  return text.length > length ? closeIsolates(`${beginning(text, length).trimEnd()}…`) : text;
}

/** Whether a position is not between two characters. */
function isWithinCharacter(text: string, at: number): boolean {
  if (isWithinPair(text, at)) return true;
  const [before, after] = [text.slice(Math.max(0, at - maxCharacterLength), at), text.slice(at, at + 2)];
  if (dependent.test(after)) return true;
  if (joinerAtEnd.test(before) && /^\p{Extended_Pictographic}/u.test(after)) return true;
  // Two regional indicators are one flag.
  const flags = flag.test(after) ? (flagsAtEnd.exec(before)?.[0].length ?? 0) / 2 : 0;
  return flags % 2 === 1;
}

/** Whether a position is between the halves of a surrogate pair. */
function isWithinPair(text: string, at: number): boolean {
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
