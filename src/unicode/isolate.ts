/** Letters that are written from right to left: the blocks that Unicode reserves for such scripts. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const leftToRightMark = '\u200e';
/** First strong isolate, and pop directional isolate. */
const [start, end] = ['\u2068', '\u2069'];
const isolates = /[\u2066-\u2069]/g;
const isIsolated = /^\u2068[^\u2066-\u2069]*\u2069$/;

/**
 * A text within another one: if it has letters from right to left, it is isolated, so that the words, numbers and
 * times around it stay in order (Unicode UAX #9). The text must not have other characters that change the
 * direction: see `markUnseen`. In HTML, `<bdi>` does the same.
 */
export function isolate(text: string): string {
  return rightToLeft.test(text) && !isIsolated.test(text) ? `${start}${withoutIsolates(text)}${end}` : text;
}

/**
 * A text that the editor shows behind a name, as the description of a row or an entry: digits at its beginning
 * would be ordered with a name from right to left. A label itself is not isolated, so that it is found and read
 * as it is.
 */
export function afterName(name: string, text: string): string {
  return text !== '' && rightToLeft.test(name) ? `${leftToRightMark}${text}` : text;
}

/** The text without isolates, for comparing, and where the place itself isolates it. */
export function withoutIsolates(text: string): string {
  return text.replaceAll(isolates, '');
}

/** Closes isolates that a cut has left open. */
export function closeIsolates(text: string): string {
  if (!text.includes(start)) return text;
  const open = text.split(start).length - text.split(end).length;
  return open > 0 ? text + end.repeat(open) : text;
}
