import { t } from '@vscode/l10n';
import { humanize } from '../../../text/enumLabels.ts';
import type { Format } from '../../../text/format.ts';
import { readsAsName } from '../../../text/names/readsAsName.ts';
import { cutMiddle } from '../../../text/names/shortText.ts';
import { isolate } from '../../../unicode/isolate.ts';
import { beginning } from '../../../unicode/truncate.ts';
import type { CallAnalysis } from '../../analysis/analyzeCall.ts';
import type { Lane } from '../../analysis/lanes.ts';
import type { Stay } from '../../analysis/stay.ts';
import { explainErrorCode } from '../../errorCodes/explainErrorCode.ts';

/** Maximum lengths in a sentence, in code points: of a label with its number, and of another foreign text. */
const maxLabelLength = 160;
const maxTextLength = 40;
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/**
 * A participant's name within a sentence: in quotation marks unless it reads as a name by itself. On one line,
 * without characters that reorder the text; a right-to-left name is isolated, so that the words around it stay
 * in order.
 * @param label from `identityLabels`, which keeps names short and distinct
 */
export function nameInText(label: string): string {
  const name = onOneLine(label, maxLabelLength);
  if (!name) return t('somebody');
  return readsAsName(name) || isOurs(name) ? isolate(name) : t('“{0}”', isolate(name));
}

/** What we call a participant whose name is left out or missing. */
function isOurs(name: string): boolean {
  const [number = ''] = /\d+/.exec(name) ?? [];
  return name === t('Participant {0}', number) || name === t('Participant without a name');
}

/** A value of Twilio's within a sentence, such as the name of an SDK. */
export function valueInText(value: string): string {
  return isolate(onOneLine(value, maxTextLength));
}

/** ZWJ and ZWNJ, which join emoji and letters, stay; other format characters are removed. */
function onOneLine(text: string, maxLength: number): string {
  const line = beginning(text, 4 * maxLength)
    .replaceAll(invisible, replaceInvisible)
    .trim();
  return cutMiddle(line, maxLength);
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
  const reasonText = reason === undefined ? '' : reasonInText(reason);
  if (code === undefined) return t('the reason “{0}”', reasonText);
  const label = explainErrorCode(code)?.name ?? reasonText;
  if (!label) return String(code);
  return t({ message: '{0}, {1}', comment: ['an error code and its name'], args: [code, label] });
}

/** An end reason within a sentence: "connection lost". */
export function reasonInText(reason: string): string {
  return lowerFirst(humanize(valueInText(reason)));
}

function lowerFirst(text: string): string {
  const [first = '', second = ''] = text;
  // "TURN server …" stays in capitals.
  return second === second.toUpperCase() && second !== second.toLowerCase()
    ? text
    : first.toLowerCase() + text.slice(first.length);
}
