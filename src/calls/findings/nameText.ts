import { t } from '@vscode/l10n';
import { humanize } from '../../text/enumLabels.ts';
import type { Format } from '../../text/format.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import type { Lane } from '../analysis/lanes.ts';
import type { Stay } from '../analysis/stay.ts';
import { explainErrorCode } from '../errorCodes/explainErrorCode.ts';

/** Maximum length of a name in a sentence, in code points. */
const maxNameLength = 40;
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * An identity within a sentence: one line, truncated, without characters that reorder the text. A
 * right-to-left name is isolated, so that the words around it stay in order.
 */
export function nameInText(name: string): string {
  // ZWJ and ZWNJ, which join emoji and letters, stay; other format characters are removed.
  const plain = name
    .slice(0, 4 * maxNameLength)
    .replaceAll(invisible, replaceInvisible)
    .trim();
  const characters = [...plain];
  const truncated =
    characters.length > maxNameLength
      ? `${characters
          .slice(0, maxNameLength - 1)
          .join('')
          .trimEnd()}…`
      : plain;
  return rightToLeft.test(truncated) ? `\u2068${truncated}\u2069` : truncated || t('somebody');
}

function replaceInvisible(found: string): string {
  return /^[\u200c\u200d]+$/.test(found) ? found : ' ';
}

/** "3 people"; "3 participants" if one of them is a phone or a service. */
export function countInText(lanes: readonly Pick<Lane, 'kind'>[], format: Format): string {
  return lanes.every(({ kind }) => kind === 'person')
    ? format.people(lanes.length)
    : format.participants(lanes.length);
}

/** "Alice", "Alice and Bob", or "3 people". */
export function peopleInText(lanes: readonly Pick<Lane, 'name' | 'kind'>[], format: Format): string {
  const [one, two] = lanes;
  if (lanes.length > 2 || !one) return countInText(lanes, format);
  return two ? t('{0} and {1}', nameInText(one.name), nameInText(two.name)) : nameInText(one.name);
}

/** "once", "twice", "3 times". */
export function timesInText(count: number, format: Format): string {
  if (count === 1) return t('once');
  return count === 2 ? t('twice') : t('{0} times', format.number(count));
}

/** The people of these stays, see `peopleInText`. */
export function peopleOfStays(stays: readonly Stay[], call: CallAnalysis, format: Format): string {
  return peopleInText(lanesWith(stays, call), format);
}

/** The lanes of these stays, in the order of the call. */
export function lanesWith(stays: readonly Stay[], { lanes }: CallAnalysis): Lane[] {
  const keys = new Set(stays.map(({ lane }) => lane));
  return lanes.filter(({ key }) => keys.has(key));
}

/** "53405, media connection failed": an error within a sentence, or the end reason if there is no code. */
export function errorInText(code: number | undefined, reason: string | undefined): string {
  const reasonText = reason === undefined ? '' : lowerFirst(humanize(nameInText(reason)));
  if (code === undefined) return t('the reason “{0}”', reasonText);
  const label = explainErrorCode(code)?.name ?? reasonText;
  if (!label) return String(code);
  return t({ message: '{0}, {1}', comment: ['an error code and its name'], args: [code, label] });
}

function lowerFirst(text: string): string {
  const [first = '', second = ''] = text;
  // "TURN server …" stays in capitals.
  return second === second.toUpperCase() && second !== second.toLowerCase()
    ? text
    : first.toLowerCase() + text.slice(first.length);
}
