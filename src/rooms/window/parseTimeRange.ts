import { t } from '@vscode/l10n';
import { hour, minute } from '../../async/durations.ts';
import type { Format } from '../../text/format.ts';
import { plainText } from '../../text/plainText.ts';
import type { Zone } from '../../text/timeZone.ts';
import { unitLength } from '../../text/typed/durationUnits.ts';
import { foldTyped } from '../../text/typed/foldTyped.ts';
import type { Slice } from '../model/timeSlice.ts';
import { dateOf } from './calendar.ts';
import { type LanguageWords, languageWords } from './languageWords.ts';
import { readMoments } from './readMoments.ts';
import { type RangeContext, resolvePair, resolveSingle, type Unresolved } from './resolveRange.ts';
import { splitRange, startsOf } from './splitRange.ts';

/** Why a text is no range of time, as a message for the user. */
export interface RangeProblem {
  readonly problem: string;
  /** If it may be several, which. */
  readonly readings?: readonly Slice[];
}

/** More than a model or a person needs to say when; each character costs time. */
const maxLength = 120;

/**
 * Parses a range of time as people write it in the language of `format` or in English: "yesterday 14:00–16:00",
 * "Mon 9-11", "2–4pm", "last 6 h", "since 14:00", "20 Nov", ISO 8601 dates and intervals. A single time stands for
 * the hour that starts with it; a range that ends before it starts crosses midnight. A range ends now at the
 * latest. A text that can be read in two ways is a problem that has both.
 * @param day any time of the day that applies if the text has none; by default today, or yesterday for a time
 * still to come
 */
export function parseTimeRange(text: string, format: Format, day?: number): Slice | RangeProblem {
  const { zone } = format;
  const now = format.now();
  const typed = foldTyped(text.slice(0, maxLength + 1));
  if (typed.length > maxLength) return { problem: howTo() };
  const language = languageWords(format.locale);
  const context: RangeContext = { now, zone, ...(day !== undefined && { day: dateOf(day, zone) }) };
  const outcomes = [...relativeRanges(typed, now, language), ...absoluteRanges(typed, context, language)];
  const ranges = distinct(outcomes.filter((outcome) => typeof outcome !== 'string'));
  const [first, second] = ranges;
  if (first && second) {
    const [one, other] = [first, second].map(({ after, before }) => format.dateSpan(after, before));
    return {
      problem: t('“{0}” can be {1} or {2}.', plainText(text.trim()), one ?? '', other ?? ''),
      readings: ranges,
    };
  }
  return first ?? { problem: problemText(outcomes) };
}

function problemText(outcomes: readonly (Slice | Unresolved)[]): string {
  const problems = outcomes.filter((outcome) => typeof outcome === 'string');
  const order: readonly Unresolved[] = ['future', 'backwards', 'skipped', 'noDate'];
  switch (order.find((problem) => problems.includes(problem))) {
    case 'future':
      return t('This range has not begun yet.');
    case 'backwards':
      return t('This range ends before it begins.');
    case 'skipped':
      return t('Clocks were put forward then and skipped this time.');
    case 'noDate':
      return t('There is no such date.');
    default:
      return howTo();
  }
}

function howTo(): string {
  return t('Write it like “yesterday 14:00–16:00”, “Mon 9–11”, “last 6 h” or “2026-11-20 14:00/16:00”.');
}

function distinct(ranges: readonly Slice[]): Slice[] {
  return ranges.filter(
    ({ after, before }, index) =>
      ranges.findIndex((one) => one.after === after && one.before === before) === index,
  );
}

/** "last 6 h", "6 hours", "last hour": up to now. */
function relativeRanges(typed: string, now: number, { word, clockIsH }: LanguageWords): Slice[] {
  const [, last, amount, unit = ''] =
    new RegExp(`^(?:(${word.last}) ?)?(\\d{1,4}(?:[.,]\\d{1,2})?)? ?(\\p{L}+\\.?)$`, 'u').exec(typed) ?? [];
  const length = unitLength(unit);
  if (length === undefined || length < minute) return [];
  // "last week" may be one of the calendar.
  if (amount === undefined) return last && length <= hour ? [{ after: now - length, before: now }] : [];
  const isClock = clockIsH && !last && /^\d{1,2}h$/.test(typed) && Number(amount) < 24;
  const total = Number(amount.replace(',', '.')) * length;
  return isClock || total < minute ? [] : [{ after: now - total, before: now }];
}

function absoluteRanges(
  typed: string,
  context: RangeContext,
  language: LanguageWords,
): (Slice | Unresolved)[] {
  const today = (zone: Zone) => dateOf(context.now, zone);
  const read = (part: string) => {
    const [own] = readMoments(part, today(context.zone), language);
    // Today is another day in the zone that was typed.
    return readMoments(part, today(own?.zone ?? context.zone), language);
  };
  const outcomes: (Slice | Unresolved)[] = [];
  for (const start of startsOf(typed, language)) {
    const single = read(start.text);
    // "14h" is a length in languages that do not write times so, and "14 h" may be one in all.
    const isLength = !language.clockIsH && /^\d{1,2} ?(?:h|hrs?|hours?|horas)$/.test(start.text);
    if (!start.between && !(isLength && !start.since))
      outcomes.push(...single.map((moment) => resolveSingle(moment, start.since, context)));
    for (const [left, right] of splitRange(start.text, start.between, language)) {
      const ends = read(right);
      for (const first of ends.length > 0 ? read(left) : [])
        outcomes.push(...ends.map((end) => resolvePair(first, end, context)));
    }
  }
  return outcomes;
}
