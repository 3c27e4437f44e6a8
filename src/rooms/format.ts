import { t } from '@vscode/l10n';

export interface FormatOptions {
  /** BCP 47, for example `en` or `pt-br`. */
  readonly locale: string;
  readonly times: 'local' | 'utc';
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What stands where there is no value. */
export const none = '—';

/** Times, durations and numbers for people, in their language and zone. */
export class Format {
  readonly locale: string;
  readonly now: () => number;
  readonly #full: Intl.DateTimeFormat;
  /** IANA name of the zone of all times; undefined for the machine's own. */
  readonly timeZone: string | undefined;
  readonly #clock: Intl.DateTimeFormat;
  readonly #second: Intl.DateTimeFormat;
  readonly #weekday: Intl.DateTimeFormat;
  readonly #day: Intl.DateTimeFormat;
  readonly #number: Intl.NumberFormat;
  readonly #list: Intl.ListFormat;
  readonly #plural: Intl.PluralRules;

  constructor({ locale, times, now }: FormatOptions) {
    const zone: { timeZone?: string } = times === 'utc' ? { timeZone: 'UTC' } : {};
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    this.locale = locale;
    this.now = now;
    this.timeZone = zone.timeZone;
    this.#full = new Intl.DateTimeFormat(locale, {
      ...zone,
      ...clock,
      weekday: 'short',
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      second: '2-digit',
      timeZoneName: 'short',
    });
    this.#clock = new Intl.DateTimeFormat(locale, { ...zone, ...clock });
    this.#second = new Intl.DateTimeFormat(locale, { ...zone, ...clock, second: '2-digit' });
    this.#weekday = new Intl.DateTimeFormat(locale, { ...zone, ...clock, weekday: 'short' });
    this.#day = new Intl.DateTimeFormat(locale, {
      ...zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    this.#number = new Intl.NumberFormat(locale);
    this.#list = new Intl.ListFormat(locale);
    this.#plural = new Intl.PluralRules(locale);
  }

  /** Date, time to the second and zone. */
  fullTime(time: number): string {
    return this.#full.format(time);
  }

  /** As short as it can be and still be clear within seven days: the time, with the weekday unless it is today. */
  shortTime(time: number): string {
    const today = this.#day.format(time) === this.#day.format(this.now());
    return (today ? this.#clock : this.#weekday).format(time);
  }

  /** The time of day. */
  clockTime(time: number): string {
    return this.#clock.format(time);
  }

  /** The time of day to the second. */
  secondTime(time: number): string {
    return this.#second.format(time);
  }

  /** "a, b, and c". */
  list(parts: readonly string[]): string {
    return this.#list.format(parts);
  }

  /** Whether both times fall on the same day in the chosen zone. */
  sameDay(one: number, other: number): boolean {
    return this.#day.format(one) === this.#day.format(other);
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
    const most = parts[first]?.[0] === 'minute' && whole >= 600 ? 1 : 2;
    return parts
      .slice(first, first + most)
      .filter(([, value]) => value > 0)
      .map(([unit, value]) => this.#unit(unit, value))
      .join(' ');
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /** A share of 1 in percent. */
  percent(share: number): string {
    return new Intl.NumberFormat(this.locale, { style: 'percent' }).format(share);
  }

  rooms(value: number): string {
    return this.isOne(value) ? t('{0} room', this.number(value)) : t('{0} rooms', this.number(value));
  }

  participants(value: number): string {
    const number = this.number(value);
    return this.isOne(value) ? t('{0} participant', number) : t('{0} participants', number);
  }

  people(value: number): string {
    const number = this.number(value);
    return this.isOne(value) ? t('{0} person', number) : t('{0} people', number);
  }

  /** Whether the language puts the noun of this number in the singular. */
  isOne(value: number): boolean {
    return this.#plural.select(value) === 'one';
  }

  #unit(unit: Unit, value: number): string {
    return new Intl.NumberFormat(this.locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  }
}

type Unit = 'day' | 'hour' | 'minute' | 'second';

/** ISO 8601 in UTC, for hovers, tickets and copies. */
export function isoTime(time: number): string {
  return new Date(time).toISOString();
}
