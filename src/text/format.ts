import { t } from '@vscode/l10n';
import { day, minute } from '../async/durations.ts';
import { DurationFormat } from './durationFormat.ts';
import { once } from './once.ts';
import { isShownTwice, machineTimeZone, type Zone, zoneOf } from './timeZone.ts';

/** Options of `Format`. */
export interface FormatOptions {
  /** BCP 47, for example `en` or `pt-br`. */
  readonly locale: string;
  readonly times: 'local' | 'utc';
  /** IANA name of the zone of `local` times; by default that of this machine. */
  readonly timeZone?: string | undefined;
  /** True if the user may take times for those of another zone, so that lists of them name the zone. */
  readonly namesZone?: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Every short time has its date: for a saved room, which may be read long after. */
  readonly dated?: boolean;
  /** See `Format.withDatesAfter`. */
  readonly firstDay?: number;
}

const quarterHour = 15 * minute;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const date = { weekday: 'short', month: 'short', day: 'numeric' } as const;

/** The text for a missing value. */
export const emptyValue = '—';

/** Formats times, durations and numbers for the user, in their language and time zone. */
export class Format extends DurationFormat {
  /** The zone of all times. */
  readonly zone: Zone;
  readonly namesZone: boolean;
  readonly now: () => number;
  readonly #dated: boolean;
  readonly #firstDay: number | undefined;
  readonly #full = this.#times({
    ...clock,
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    second: '2-digit',
    timeZoneName: 'short',
  });
  readonly #clock = this.#clockTimes({});
  readonly #second = this.#clockTimes({ second: '2-digit' });
  readonly #weekday = this.#clockTimes({ weekday: 'short' });
  readonly #weekdayName = this.#times({ weekday: 'short' });
  readonly #day = this.#times({ year: 'numeric', month: 'numeric', day: 'numeric' });
  readonly #date = this.#clockTimes(date);
  readonly #yearDate = this.#clockTimes({ ...date, year: 'numeric' });
  readonly #dateOnly = this.#times(date);
  readonly #yearDateOnly = this.#times({ ...date, year: 'numeric' });
  readonly #zoneName = this.#times({ timeZoneName: 'short' });
  readonly #dayName = this.#times({ weekday: 'long', month: 'short', day: 'numeric' });
  readonly #dayAndTime = this.#clockTimes({ month: 'short', day: 'numeric' });
  readonly #dayAndSecond = this.#clockTimes({ month: 'short', day: 'numeric', second: '2-digit' });
  readonly #yearAndTime = this.#clockTimes({ year: 'numeric', month: 'short', day: 'numeric' });
  readonly #year = this.#times({ year: 'numeric' });
  readonly #quarters = new Map<number, { readonly hour: string; readonly minute: number }>();

  constructor({ locale, times, timeZone, namesZone = false, now, dated = false, firstDay }: FormatOptions) {
    super(locale);
    this.#dated = dated;
    this.#firstDay = firstDay;
    this.now = now;
    this.zone = zoneOf(times === 'utc' ? 'UTC' : (timeZone ?? machineTimeZone()));
    this.namesZone = namesZone;
  }

  /**
   * The same at a moment of the past: durations so far end then, and times have their dates, because they may be
   * read long after; the page names the year.
   */
  asOf(time: number): Format {
    return this.#with({ now: () => time, dated: true });
  }

  #with(changes: Partial<FormatOptions>): Format {
    const { locale, zone, namesZone, now } = this;
    const same = { locale, times: 'local', timeZone: zone.name, namesZone, now, dated: this.#dated } as const;
    return new Format({ ...same, ...changes });
  }

  /** True if a text of this format reads as one of another. */
  writesAs(other: Format): boolean {
    const sameZone = this.zone === other.zone && this.namesZone === other.namesZone;
    return this.locale === other.locale && sameZone && this.constructor === other.constructor;
  }

  /** The zone as people know it, and its name at a time: "Asia/Tokyo (GMT+9)", "UTC". */
  zoneLabel(time: number): string {
    const { name } = this.zone;
    const short = this.#shortZone(time);
    return short === name ? name : `${name} (${short})`;
  }

  /** " GMT+9" behind a time that the user may take for one of another zone, else nothing. */
  zoneMark(time: number): string {
    // A time that is shown twice has it already.
    return this.namesZone && !isShownTwice(time, this.zone) ? ` ${this.#shortZone(time)}` : '';
  }

  #shortZone(time: number): string {
    const parts = this.#zoneName().formatToParts(time);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? this.zone.name;
  }

  /** A title above times, with their zone if the user may take them for those of another. */
  titleOfTimes(title: string): string {
    return this.namesZone ? t('{0}: times in {1}', title, this.zoneLabel(this.now())) : title;
  }

  /** Date, time to the second and zone. */
  fullTime(time: number): string {
    return this.#full().format(time);
  }

  /**
   * The time, with the weekday unless it is today: the shortest form that is unambiguous. Beyond six days, where
   * weekdays mislead, and always in a `dated` format, with the date.
   */
  shortTime(time: number): string {
    const now = this.now();
    if (this.#dated) return this.#dateAndTime(time);
    if (this.sameDay(time, now)) return this.#clock(time).format(time);
    return Math.abs(now - time) < 6 * day ? this.#weekday(time).format(time) : this.#dateAndTime(time);
  }

  /** The time of day; with the date on another day than the first of a call, see `withDatesAfter`. */
  clockTime(time: number): string {
    if (this.#firstDay !== undefined && !this.sameDay(time, this.#firstDay)) return this.#dateAndTime(time);
    return this.#clock(time).format(time);
  }

  /**
   * The same format for the texts about one call: if it goes on past midnight, a time of day on another day than the
   * first has its date.
   * @param span milliseconds since 1970; undefined if no time is known
   */
  withDatesAfter(span: { readonly start: number; readonly end: number } | undefined): Format {
    // Without a second day no new formatters are made, which cost more than all texts of a call.
    if (!span || this.sameDay(span.start, span.end)) return this;
    return this.#with({ firstDay: span.start });
  }

  /** "Nov 20, 14:05"; with the year if it is not the present one. */
  #dateAndTime(time: number): string {
    const sameYear = this.#year().format(time) === this.#year().format(this.now());
    return (sameYear ? this.#dayAndTime : this.#yearAndTime)(time).format(time);
  }

  /** The time of day to the second; with the date as `clockTime`. */
  secondTime(time: number): string {
    if (this.#firstDay !== undefined && !this.sameDay(time, this.#firstDay))
      return this.#dayAndSecond(time).format(time);
    return this.#second(time).format(time);
  }

  /** Whether both times fall on the same day in the chosen zone. */
  sameDay(one: number, other: number): boolean {
    return this.#day().format(one) === this.#day().format(other);
  }

  /** "Mon 14:00–16:10": a span of time; the weekday is repeated only if it differs. */
  timeSpan(from: number, to: number): string {
    return `${this.shortTime(from)}–${this.sameDay(from, to) ? this.clockTime(to) : this.shortTime(to)}`;
  }

  /**
   * "Fri, Nov 20, 14:00–16:00": a span of any length, with its days, and the year unless it is this one.
   * Whole days have no times.
   */
  dateSpan(from: number, to: number): string {
    const year = (time: number) => new Date(time + this.zone.offset(time)).getUTCFullYear();
    const thisYear = year(from) === year(this.now()) && year(to) === year(from);
    if (this.#beginsDay(from) && this.#beginsDay(to))
      return (thisYear ? this.#dateOnly : this.#yearDateOnly)().formatRange(from, to - 1);
    const dates = thisYear ? this.#date : this.#yearDate;
    if (![from, to].some((time) => isShownTwice(time, this.zone))) return dates().formatRange(from, to);
    // `formatRange` takes two times that look the same for one.
    const end = this.sameDay(from, to) ? this.clockTime(to) : dates(to).format(to);
    return `${dates(from).format(from)} – ${end}`;
  }

  /** Whether a day begins: not at midnight in zones that skip it. */
  #beginsDay(time: number): boolean {
    return !this.sameDay(time - 1, time);
  }

  /** The short name of the weekday. */
  weekday(time: number): string {
    return this.#weekdayName().format(time);
  }

  /** The day alone: "Friday, Nov 20". */
  dayName(time: number): string {
    return this.#dayName().format(time);
  }

  /** "2026-11-20 14:05": the same in every language, and fast enough for long lists. */
  sortableTime(time: number): string {
    const quarter = Math.floor(time / quarterHour);
    const known = this.#quarters.get(quarter) ?? this.#readQuarter(quarter);
    const past = known.minute + Math.floor((time - quarter * quarterHour) / minute);
    return `${known.hour}:${past < 10 ? '0' : ''}${past}`;
  }

  /**
   * Date, hour and minute at the start of a quarter of an hour; the offsets of all zones are whole quarters.
   */
  #readQuarter(quarter: number): { readonly hour: string; readonly minute: number } {
    const time = quarter * quarterHour;
    const text = new Date(time + this.zone.offset(time)).toISOString();
    const read = { hour: text.slice(0, 13).replace('T', ' '), minute: Number(text.slice(14, 16)) };
    this.#quarters.set(quarter, read);
    return read;
  }

  #times(options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
    return once(() => new Intl.DateTimeFormat(this.locale, { ...options, timeZone: this.zone.name }));
  }

  /** Times of day, with the zone's name if the clock shows one of them twice, because it is put back. */
  #clockTimes(options: Intl.DateTimeFormatOptions): (...times: number[]) => Intl.DateTimeFormat {
    const plain = this.#times({ ...clock, ...options });
    const named = this.#times({ ...clock, ...options, timeZoneName: 'short' });
    return (...times) => (times.some((time) => isShownTwice(time, this.zone)) ? named() : plain());
  }
}

/** ISO 8601 in UTC, for hovers, tickets and copies. */
export function isoTime(time: number): string {
  return new Date(time).toISOString();
}
