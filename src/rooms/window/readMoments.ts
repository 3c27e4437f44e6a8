import { hour, minute } from '../../async/durations.ts';
import { fixedZone, type Zone } from '../../text/timeZone.ts';
import type { LanguageWords } from './languageWords.ts';
import { type Clock, readClock } from './readClock.ts';
import { type Day, readDays } from './readDays.ts';

/** A day, a time of day or both, as it was typed. */
export interface Moment {
  readonly day?: Day;
  /** Without a time of day, it stands for the whole day. */
  readonly clock?: Clock;
  /** The zone that was typed with it. */
  readonly zone?: Zone;
  /** The day followed the time: "9–11 Monday". */
  readonly dayLast?: boolean;
  /** "now". */
  readonly now?: boolean;
}

/**
 * The moments that a text may mean; none if it is none.
 * @param text folded by `foldTyped`
 * @param today as `dateOf` has it
 */
export function readMoments(text: string, today: number, language: LanguageWords): Moment[] {
  if (text === '') return [];
  if (language.is.now.test(text)) return [{ now: true }];
  const { rest, zone } = withoutZone(text);
  const moments = readPlain(rest, today, language);
  return zone ? moments.map((moment) => ({ ...moment, zone })) : moments;
}

function readPlain(text: string, today: number, language: LanguageWords): Moment[] {
  const moments: Moment[] = readDays(text, today, language).map((day) => ({ day }));
  const clock = readClock(text, language);
  if (clock) moments.push({ clock });
  for (const [left, right] of cuts(text)) {
    const later = right.replace(new RegExp(`^(?:${language.word.from}|${language.word.since}) `, 'u'), '');
    const clockAfter = readClock(later, language);
    if (clockAfter) {
      for (const day of readDays(left, today, language)) moments.push({ day, clock: clockAfter });
    }
    const clockBefore = readClock(left, language);
    if (clockBefore) {
      for (const day of readDays(right, today, language))
        moments.push({ day, clock: clockBefore, dayLast: true });
    }
  }
  return moments;
}

/** The text in two parts, cut wherever a day may end and a time begin. */
function* cuts(text: string): Generator<readonly [string, string]> {
  for (const { index, 0: gap } of text.matchAll(
    /,? |,|(?<=\d)t(?=\d)|(?<=[\p{Script=Han}\p{Script=Hiragana})])(?=[^ ,])/gu,
  )) {
    const right = text.slice(index + gap.length).replace(/^の/u, '');
    yield [text.slice(0, index).replace(/の$/u, ''), right];
  }
}

/** Takes "Z", "UTC", "GMT+2" or "+02:00" from the end; a bare offset only from ISO 8601. */
function withoutZone(text: string): { readonly rest: string; readonly zone?: Zone } {
  const [, rest = text, sign, hours = '0', minutes = '0'] =
    /^(.*\d) ?(?:z|(?:utc|gmt)(?:([+-])(\d{1,2})(?::?(\d\d))?)?)$/.exec(text) ??
    /^(\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)([+-])(\d\d):?(\d\d)$/.exec(text) ??
    [];
  if (rest === text) return { rest };
  const offset = (Number(hours) * hour + Number(minutes) * minute) * (sign === '-' ? -1 : 1);
  // The clocks of Kiribati are 14 hours ahead.
  return Math.abs(offset) > 14 * hour || Number(minutes) > 59
    ? { rest: text }
    : { rest, zone: fixedZone(offset) };
}
