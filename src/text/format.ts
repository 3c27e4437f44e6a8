import { day, minute } from '../async/durations.ts';
import { CountFormat } from './countFormat.ts';
import { once } from './once.ts';

/** Options of `Format`. */
export interface FormatOptions {
  /** BCP 47, for example `en` or `pt-br`. */
  readonly locale: string;
  readonly times: 'local' | 'utc';
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Every short time has its date: for a saved room, which may be read long after. */
  readonly dated?: boolean;
  /** See `Format.withDatesAfter`. */
  readonly firstDay?: number;
}

const quarterHour = 15 * minute;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** The text for a missing value. */
export const emptyValue = '—';

/** Formats times, durations and numbers for the user, in their language and time zone. */
export class Format extends CountFormat {
  readonly times: 'local' | 'utc';
  readonly now: () => number;
  readonly dated: boolean;
  readonly #firstDay: number | undefined;
  /** IANA name of the time zone; undefined for that of the machine. */
  readonly timeZone: string | undefined;
  readonly #full = this.#times({
    ...clock,
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    second: '2-digit',
    timeZoneName: 'short',
  });
  readonly #clock = this.#times(clock);
  readonly #second = this.#times({ ...clock, second: '2-digit' });
  readonly #weekday = this.#times({ ...clock, weekday: 'short' });
  readonly #day = this.#times({ year: 'numeric', month: 'numeric', day: 'numeric' });
  readonly #date = this.#times({ ...clock, weekday: 'short', month: 'short', day: 'numeric' });
  readonly #dayName = this.#times({ weekday: 'long', month: 'short', day: 'numeric' });
  readonly #dayAndTime = this.#times({ ...clock, month: 'short', day: 'numeric' });
  readonly #yearAndTime = this.#times({ ...clock, year: 'numeric', month: 'short', day: 'numeric' });
  readonly #year = this.#times({ year: 'numeric' });
  readonly #quarters = new Map<number, { readonly hour: string; readonly minute: number }>();
  /** Cache of formatted parts of durations under 60. */
  readonly #parts = new Map<string, string>();
  readonly #seconds = once(
    () => new Intl.NumberFormat(this.locale, { style: 'unit', unit: 'second', unitDisplay: 'long' }),
  );
  readonly #units = {
    day: this.#in('day'),
    hour: this.#in('hour'),
    minute: this.#in('minute'),
    second: this.#in('second'),
  };

  constructor({ locale, times, now, dated = false, firstDay }: FormatOptions) {
    super(locale);
    this.dated = dated;
    this.#firstDay = firstDay;
    this.times = times;
    this.now = now;
    this.timeZone = times === 'utc' ? 'UTC' : undefined;
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
    if (this.dated) return this.#dated(time);
    if (this.sameDay(time, now)) return this.#clock().format(time);
    return Math.abs(now - time) < 6 * day ? this.#weekday().format(time) : this.#dated(time);
  }

  /** The time of day; with the date on another day than the first of a call, see `withDatesAfter`. */
  clockTime(time: number): string {
    if (this.#firstDay !== undefined && !this.sameDay(time, this.#firstDay)) return this.#dated(time);
    return this.#clock().format(time);
  }

  /**
   * The same format for the texts about one call: if it goes on past midnight, a time of day on another day than the
   * first has its date.
   * @param span milliseconds since 1970; undefined if no time is known
   */
  withDatesAfter(span: { readonly start: number; readonly end: number } | undefined): Format {
    // Without a second day no new formatters are made, which cost more than all texts of a call.
    if (!span || this.sameDay(span.start, span.end)) return this;
    const { locale, times, now, dated } = this;
    return new Format({ locale, times, now, dated, firstDay: span.start });
  }

  /** "Nov 20, 14:05"; with the year if it is not the present one. */
  #dated(time: number): string {
    const sameYear = this.#year().format(time) === this.#year().format(this.now());
    return (sameYear ? this.#dayAndTime() : this.#yearAndTime()).format(time);
  }

  /** The time of day to the second. */
  secondTime(time: number): string {
    return this.#second().format(time);
  }

  /** Whether both times fall on the same day in the chosen zone. */
  sameDay(one: number, other: number): boolean {
    return this.#day().format(one) === this.#day().format(other);
  }

  /** The two largest units of a duration in seconds: "1 hr 5 min", "42 min", "8 sec". */
  duration(seconds: number): string {
    const whole = Math.round(seconds);
    const parts: [Unit, number][] = [
      ['day', Math.floor(whole / 86_400)],
      ['hour', Math.floor(whole / 3600) % 24],
      ['minute', Math.floor(whole / 60) % 60],
      ['second', whole % 60],
    ];
    const first = parts.findIndex(([, value]) => value > 0);
    if (first < 0) return this.#unit('second', 0);
    // Seconds matter in the first ten minutes and are noise after.
    const maxUnits = parts[first]?.[0] === 'minute' && whole >= 600 ? 1 : 2;
    return parts
      .slice(first, first + maxUnits)
      .filter(([, value]) => value > 0)
      .map(([unit, value]) => this.#unit(unit, value))
      .join(' ');
  }

  /** A duration to the second: "1 second", "3,725 seconds". */
  seconds(value: number): string {
    return this.#seconds().format(value);
  }

  /** "Mon 14:00–16:10": a span of time; the weekday is repeated only if it differs. */
  timeSpan(from: number, to: number): string {
    return `${this.shortTime(from)}–${this.sameDay(from, to) ? this.clockTime(to) : this.shortTime(to)}`;
  }

  /** "Fri, Nov 20, 14:00–16:00": a span of any length, with its days. */
  dateSpan(from: number, to: number): string {
    return this.#date().formatRange(from, to);
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
    const offset = this.times === 'utc' ? 0 : new Date(time).getTimezoneOffset() * minute;
    const text = new Date(time - offset).toISOString();
    const read = { hour: text.slice(0, 13).replace('T', ' '), minute: Number(text.slice(14, 16)) };
    this.#quarters.set(quarter, read);
    return read;
  }

  #unit(unit: Unit, value: number): string {
    const key = `${unit} ${value}`;
    const text = this.#parts.get(key) ?? this.#units[unit]().format(value);
    if (value < 60) this.#parts.set(key, text);
    return text;
  }

  #times(options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
    return once(
      () =>
        new Intl.DateTimeFormat(this.locale, {
          ...options,
          ...(this.timeZone && { timeZone: this.timeZone }),
        }),
    );
  }

  #in(unit: Unit): () => Intl.NumberFormat {
    return once(() => new Intl.NumberFormat(this.locale, { style: 'unit', unit, unitDisplay: 'short' }));
  }
}

type Unit = 'day' | 'hour' | 'minute' | 'second';

/** ISO 8601 in UTC, for hovers, tickets and copies. */
export function isoTime(time: number): string {
  return new Date(time).toISOString();
}
