import type { ParticipantSid, RoomSid } from '../../insights/core/sid.ts';

/** A SID in a text; `offset` is in UTF-16 code units from the start. */
export type FoundSid =
  | { readonly kind: 'room'; readonly sid: RoomSid; readonly offset: number }
  | { readonly kind: 'participant'; readonly sid: ParticipantSid; readonly offset: number };

/** Length of a SID: two letters and 32 digits. */
export const sidLength = 34;

/** See `isRoomSid`. The character before is checked only after a match, which is faster. */
const candidate = /(?:RM|PA)[0-9a-fA-F]{32}(?![0-9A-Za-z])/g;
/**
 * Sequences that end in a letter or digit and still are no part of a word: `%2F` in a URL, also encoded again, `\n`
 * and `\u002f` in JSON, a terminal's colour (ECMA-48), also as programs escape it: `\u001b[31m`, `\x1b[0m`,
 * `\033[1;31m`, `\e[K`, `^[[m`.
 */
const noWord =
  /(?:%(?:25)*[0-9A-Fa-f]{2}|\\[abefnrtv0]|\\u[0-9A-Fa-f]{4}|\\u\{[0-9A-Fa-f]{1,6}\}|\\x[0-9A-Fa-f]{2}|(?:\p{Cc}|\\u001[bB]|\\u\{1[bB]\}|\\x1[bB]|\\0?33|\\e|\^\[|%1[bB]|␛)(?:\[|%5[bB])[\d;:?]*[A-Za-z])$/u;
/** Number of characters before a SID that `noWord` is matched against; a colour of 24 bits has 26. */
const lookBehind = 40;
/** UTF-16 code of the R that a room's SID begins with. */
const letterR = 0x52;

/**
 * The SIDs of rooms and participants in any text: logs, JSON, URLs. In the order of the text, `max` at most.
 * One pass, linear in the text's length: about half a millisecond for a megabyte of log.
 */
export function findSids(text: string, max = Number.POSITIVE_INFINITY): FoundSid[] {
  const found: FoundSid[] = [];
  const next = new RegExp(candidate);
  while (found.length < max && next.test(text)) {
    const offset = next.lastIndex - sidLength;
    if (!standsAlone(text, offset)) continue;
    const digits = text.slice(offset + 2, next.lastIndex);
    if (text.charCodeAt(offset) === letterR) found.push({ kind: 'room', sid: `RM${digits}`, offset });
    else found.push({ kind: 'participant', sid: `PA${digits}`, offset });
  }
  return found;
}

/** The SID at a position of a line. Checks only the text around it: lines can be as long as a file. */
export function sidAt(line: string, character: number): FoundSid | undefined {
  const start = Math.max(0, character - sidLength - lookBehind);
  const near = line.slice(start, character + sidLength + 1);
  const here = findSids(near).find(({ offset }) => {
    const from = start + offset;
    return from <= character && character <= from + sidLength;
  });
  return here && { ...here, offset: start + here.offset };
}

function standsAlone(text: string, offset: number): boolean {
  if (offset === 0 || !isLetterOrDigit(text.charCodeAt(offset - 1))) return true;
  return noWord.test(text.slice(Math.max(0, offset - lookBehind), offset));
}

/** ASCII only. A regular expression would cost as much as finding the SID. */
function isLetterOrDigit(code: number): boolean {
  const small = code | 0x20;
  return (code >= 0x30 && code <= 0x39) || (small >= 0x61 && small <= 0x7a);
}
