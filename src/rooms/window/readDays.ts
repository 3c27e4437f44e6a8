import { day } from '../../async/durations.ts';
import type { LanguageWords } from './languageWords.ts';

/** A day as it was typed. */
export interface Day {
  /** As `dateOf` has it; NaN for a date that no calendar has. */
  readonly date: number;
  /** Sunday is 0; if only the weekday was given. */
  readonly weekday?: number;
  /** If only the number of the day in its month was given. */
  readonly number?: number;
  /** A weekday and a number that may also be the hour. */
  readonly orHour?: boolean;
}

const impossible: Day = { date: Number.NaN };
const ordinal = '(?:\\.|st|nd|rd|th)';

/**
 * The days that a text may name: a date, a weekday, a word; none if it is no day, two for "11/12" in a language
 * that writes dates both ways. A date without a year, a number or a weekday is the last such day.
 * Years begin with 2000: Twilio is younger.
 * @param text folded by `foldTyped`
 * @param today as `dateOf` has it
 */
export function readDays(text: string, today: number, language: LanguageWords): Day[] {
  const { word, is } = language;
  const plain = text.replace(new RegExp(`^${word.on} `, 'u'), '').replace(/ feira$/u, '-feira');
  if (is.today.test(plain)) return [{ date: today }];
  if (is.yesterday.test(plain)) return [{ date: today - day }];
  if (is.dayBefore.test(plain)) return [{ date: today - 2 * day }];
  const weekday = weekdayOf(plain, language);
  if (weekday !== undefined) return [{ date: lastWeekday(today, weekday), weekday }];
  const previous = new RegExp(`^${word.last} (.+)$`, 'u').exec(plain)?.[1];
  const other = previous === undefined ? undefined : weekdayOf(previous, language);
  if (other !== undefined) return [{ date: lastWeekday(today - day, other) }];
  const dates = [...readDates(plain, today, language), ...readNumber(text, plain, today)];
  return dates.length > 0 ? dates : readWithWeekday(plain, today, language);
}

/** The last day of a number: of this month, or of an earlier one. */
function lastOfNumber(number: number, today: number): number {
  const at = new Date(today);
  for (let back = 0; back < 12; back++) {
    const month = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - back));
    const date = dateIn(month.getUTCFullYear(), month.getUTCMonth() + 1, number);
    if (date <= today) return date;
  }
  return Number.NaN;
}

/** The first such weekday on a day or after it. */
export function nextWeekday(from: number, weekday: number): number {
  return lastWeekday(from + 6 * day, weekday);
}

function lastWeekday(today: number, weekday: number): number {
  return today - ((new Date(today).getUTCDay() - weekday + 7) % 7) * day;
}

/** The weekday of a name or of its beginning; undefined if that begins several names. */
function weekdayOf(text: string, { weekdays }: LanguageWords): number | undefined {
  const name = text.replace(/\.$/, '').replace(/^\((.+)\)$/u, '$1');
  const indexes = [...weekdays.keys()];
  const exact = indexes.filter((index) => weekdays[index]?.includes(name));
  if (exact.length > 0) return exact[0];
  if (!/^(?:\p{L}{2}|\p{Script=Han})[\p{L}-]*$/u.test(name)) return undefined;
  const begun = indexes.filter((index) => weekdays[index]?.some((one) => one.startsWith(name)));
  return begun.length === 1 ? begun[0] : undefined;
}

function readDates(text: string, today: number, language: LanguageWords): Day[] {
  const iso = /^(20\d\d)(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/u.exec(text);
  if (iso) return [dayIn(iso[1], Number(iso[2]), Number(iso[3]), today)];
  const japanese = /^(\d{1,2})月(\d{1,2})日$/u.exec(text);
  if (japanese) return [dayIn(undefined, Number(japanese[1]), Number(japanese[2]), today)];
  const numbers = /^(\d{1,2})([./-])(\d{1,2})(?:\2(20\d\d|\d\d)|\.)?$/.exec(text);
  if (numbers) return readNumbers(numbers, today, language);
  const year = '(?:,? ?(?:de |del )?(?<year>20\\d\\d))?';
  const month = '(?<month>\\p{L}{3,})\\.?';
  for (const pattern of [
    `(?<day>\\d{1,2})(?:${ordinal}|o|a)? ?(?:de |of )?${month}${year}`,
    `${month} (?<day>\\d{1,2})(?:${ordinal})?${year}`,
  ]) {
    const groups = new RegExp(`^${pattern}$`, 'u').exec(text)?.groups;
    const name = groups?.month ?? '';
    // "mar 9" is a Tuesday in Spanish, where the month follows the day.
    const isWeekday = pattern.startsWith(month) && weekdayOf(name, language) !== undefined;
    const index = groups && !isWeekday ? monthOf(name, language) : -1;
    if (index >= 0) return [dayIn(groups?.year, index + 1, Number(groups?.day), today)];
  }
  return [];
}

function monthOf(name: string, { months }: LanguageWords): number {
  const exact = months.findIndex((names) => names.includes(name));
  return exact >= 0 ? exact : months.findIndex((names) => names.some((one) => one.startsWith(name)));
}

/** "11/12", "20.11.", "20.11.2026", "20-11-2026", in the order of the language. */
function readNumbers(
  [, first, separator, second, year]: RegExpExecArray,
  today: number,
  { order }: LanguageWords,
): Day[] {
  // "9-11" is hours.
  if (separator === '-' && year?.length !== 4) return [];
  const [one, other] = [Number(first), Number(second)];
  const dayMonth = dayIn(year, other, one, today);
  const monthDay = dayIn(year, one, other, today);
  if (order === 'dayMonth') return [dayMonth];
  if (order === 'monthDay') return [monthDay];
  const right = [monthDay, dayMonth].filter(({ date }) => !Number.isNaN(date));
  if (right.length === 0) return [impossible];
  return one === other ? right.slice(0, 1) : right;
}

/** "20th", "20.", "dia 20", "20日". */
function readNumber(text: string, plain: string, today: number): Day[] {
  const [, digits, mark] = new RegExp(`^(\\d{1,2})(${ordinal}|日)?$`, 'u').exec(plain) ?? [];
  if (digits === undefined || (mark === undefined && !/(?:^|\s)(?:dia|the)\s/.test(text))) return [];
  const number = Number(digits);
  return [{ date: lastOfNumber(number, today), number }];
}

/** "Fri, Nov 20", "Friday 20", "11月20日(金)": the weekday has to be that of the date. */
function readWithWeekday(text: string, today: number, language: LanguageWords): Day[] {
  const before = /^(\p{L}[\p{L}-]*\.?),? (.+)$/u.exec(text);
  const after = /^(.*\d日?),? ?(\(?\p{L}[\p{L}-]*\.?\)?)$/u.exec(text);
  for (const [name, date] of [
    [before?.[1], before?.[2]],
    [after?.[2], after?.[1]],
  ]) {
    const weekday = name === undefined ? undefined : weekdayOf(name, language);
    if (weekday === undefined || date === undefined) continue;
    const plain = date.replace(new RegExp(`^${language.word.on} `, 'u'), '');
    const dates = readDates(plain, today, language);
    if (dates.length > 0) return matching(dates, weekday);
    const [, digits, mark] = new RegExp(`^(\\d{1,2})(${ordinal}|日)?$`, 'u').exec(plain) ?? [];
    if (digits === undefined) continue;
    const orHour = mark === undefined && Number(digits) <= 24;
    const found = matching(
      [{ date: lastOfNumber(Number(digits), today), ...(orHour && { orHour }) }],
      weekday,
    );
    // "Mon 9" is nine o'clock where the 9th is no Monday.
    return orHour && found[0] === impossible ? [] : found;
  }
  return [];
}

function matching(days: readonly Day[], weekday: number): Day[] {
  const right = days.filter(({ date }) => new Date(date).getUTCDay() === weekday);
  return right.length > 0 ? right : [impossible];
}

/** Without a year: the last one in which that day is not after today. */
function dayIn(year: string | undefined, month: number, number: number, today: number): Day {
  if (year !== undefined)
    return { date: dateIn(Number(year.length === 2 ? `20${year}` : year), month, number) };
  const thisYear = new Date(today).getUTCFullYear();
  // 29 February is missing for up to eight years.
  for (let back = 0; back <= 8; back++) {
    const date = dateIn(thisYear - back, month, number);
    if (date <= today) return { date };
  }
  return impossible;
}

/** NaN if there is no such day. */
function dateIn(year: number, month: number, number: number): number {
  const date = Date.UTC(year, month - 1, number);
  const is = new Date(date);
  const exists = is.getUTCMonth() === month - 1 && is.getUTCDate() === number;
  return exists ? date : Number.NaN;
}
