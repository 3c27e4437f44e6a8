import { t } from '@vscode/l10n';
import { humanize } from '../../text/enumLabels.ts';
import type { Format } from '../../text/format.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import type { Lane } from '../analysis/lanes.ts';
import type { Stay } from '../analysis/stay.ts';
import { explainErrorCode } from '../errorCodes/explainErrorCode.ts';

/** Longest name in a sentence, in code points. */
const maxNameLength = 40;
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * An identity within a sentence: one line, not too long, without characters
 * that reorder the text. A name that is written from right to left is isolated,
 * so that the words around it keep their order.
 */
export function nameInText(name: string): string {
  // Format characters join emoji and letters (ZWJ, ZWNJ): only those that reorder or break lines go.
  const plain = name
    .slice(0, 4 * maxNameLength)
    .replaceAll(invisible, keepJoiners)
    .trim();
  const letters = [...plain];
  const cut =
    letters.length > maxNameLength
      ? `${letters
          .slice(0, maxNameLength - 1)
          .join('')
          .trimEnd()}…`
      : plain;
  return rightToLeft.test(cut) ? `\u2068${cut}\u2069` : cut || t('somebody');
}

function keepJoiners(found: string): string {
  return /^[\u200c\u200d]+$/.test(found) ? found : ' ';
}

/** "Alice", "Alice and Bob", or "3 people". */
export function whoInText(lanes: readonly Pick<Lane, 'name'>[], format: Format): string {
  const [one, two] = lanes;
  if (lanes.length > 2 || !one) return format.people(lanes.length);
  return two ? t('{0} and {1}', nameInText(one.name), nameInText(two.name)) : nameInText(one.name);
}

/** "once", "twice", "3 times". */
export function timesInText(count: number, format: Format): string {
  if (count === 1) return t('once');
  return count === 2 ? t('twice') : t('{0} times', format.number(count));
}

/** Those whose stays these are, see `whoInText`. */
export function whoStayed(stays: readonly Stay[], call: CallAnalysis, format: Format): string {
  return whoInText(lanesWith(stays, call), format);
}

/** The lanes that these stays are in, in the order of the call. */
function lanesWith(stays: readonly Stay[], { lanes }: CallAnalysis): Lane[] {
  const keys = new Set(stays.map(({ lane }) => lane));
  return lanes.filter(({ key }) => keys.has(key));
}

/** "53405, media connection failed": an error within a sentence, or the end reason where there is no code. */
export function errorInText(code: number | undefined, reason: string | undefined): string {
  const said = reason === undefined ? '' : lowerFirst(humanize(nameInText(reason)));
  if (code === undefined) return t('the reason “{0}”', said);
  const words = explainErrorCode(code)?.name ?? said;
  if (!words) return String(code);
  return t({ message: '{0}, {1}', comment: ['an error code and its name'], args: [code, words] });
}

function lowerFirst(text: string): string {
  const [first = '', second = ''] = text;
  // "TURN server …" keeps its capitals.
  return second === second.toUpperCase() && second !== second.toLowerCase()
    ? text
    : first.toLowerCase() + text.slice(first.length);
}
