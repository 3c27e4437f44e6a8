import { t } from '@vscode/l10n';
import { minute } from '../async/durations.ts';

/** Options of `Format`. */
export interface FormatOptions {
  /** BCP 47, for example `en` or `pt-br`. */
  readonly locale: string;
  readonly times: 'local' | 'utc';
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const quarterHour = 15 * minute;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** The text for a missing value. */
export const emptyValue = '—';

/** Formats times, durations and numbers for the user, in their language and time zone. */
export class Format {
  readonly locale: string;
  readonly times: 'local' | 'utc';
  readonly now: () => number;
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
  readonly #quarters = new Map<number, { readonly hour: string; readonly minute: number }>();
  /** Cache of formatted parts of durations under 60. */
  readonly #parts = new Map<string, string>();
  readonly #number = once(() => new Intl.NumberFormat(this.locale));
  readonly #rough = once(() => new Intl.NumberFormat(this.locale, { maximumSignificantDigits: 2 }));
  readonly #percent = once(() => new Intl.NumberFormat(this.locale, { style: 'percent' }));
  readonly #list = once(() => new Intl.ListFormat(this.locale));
  readonly #plural = once(() => new Intl.PluralRules(this.locale));
  readonly #seconds = once(
    () => new Intl.NumberFormat(this.locale, { style: 'unit', unit: 'second', unitDisplay: 'long' }),
  );
  readonly #units = {
    day: this.#in('day'),
    hour: this.#in('hour'),
    minute: this.#in('minute'),
    second: this.#in('second'),
  };

  constructor({ locale, times, now }: FormatOptions) {
    this.locale = locale;
    this.times = times;
    this.now = now;
    this.timeZone = times === 'utc' ? 'UTC' : undefined;
  }

  /** Date, time to the second and zone. */
  fullTime(time: number): string {
    return this.#full().format(time);
  }

  /**
   * The time, with the weekday unless it is today: the shortest form that is unambiguous within seven days.
   */
  shortTime(time: number): string {
    const today = this.#day().format(time) === this.#day().format(this.now());
    return (today ? this.#clock() : this.#weekday()).format(time);
  }

  /** The time of day. */
  clockTime(time: number): string {
    return this.#clock().format(time);
  }

  /** The time of day to the second. */
  secondTime(time: number): string {
    return this.#second().format(time);
  }

  /** "a, b, and c". */
  list(parts: readonly string[]): string {
    return this.#list().format(parts);
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

  /** An estimate, rounded to two significant digits. */
  roughly(value: number): string {
    return this.#rough().format(value);
  }

  /** A number with the separators of the language. */
  number(value: number): string {
    return this.#number().format(value);
  }

  /** A share of 1 in percent. */
  percent(share: number): string {
    return this.#percent().format(share);
  }

  /** "1 room", "1,204 rooms". */
  rooms(value: number): string {
    const args = [this.number(value)];
    return this.plural(value, {
      one: t('{0} room', ...args),
      many: t({ message: '{0} rooms', comment: ['for whole millions'], args }),
      other: t('{0} rooms', ...args),
    });
  }

  /** "41 of 1,204 rooms". */
  roomsOf(part: number, value: number): string {
    const args = [this.number(part), this.number(value)];
    return this.plural(value, {
      one: t('{0} of {1} room', ...args),
      many: t({ message: '{0} of {1} rooms', comment: ['for whole millions'], args }),
      other: t('{0} of {1} rooms', ...args),
    });
  }

  /** "1 participant", "7 participants". */
  participants(value: number): string {
    const args = [this.number(value)];
    return this.plural(value, {
      one: t('{0} participant', ...args),
      many: t({ message: '{0} participants', comment: ['for whole millions'], args }),
      other: t('{0} participants', ...args),
    });
  }

  /** "1 person", "3 people". */
  people(value: number): string {
    const args = [this.number(value)];
    return this.plural(value, {
      one: t('{0} person', ...args),
      many: t({ message: '{0} people', comment: ['for whole millions'], args }),
      other: t('{0} people', ...args),
    });
  }

  /** A cost in requests: "1 request", "about 40 requests". */
  requests(value: number): string {
    return value === 1 ? t('1 request') : t('about {0} requests', this.number(value));
  }

  /**
   * Picks the plural form for a number in the display language. English has `one` and `other`; Spanish and
   * Portuguese have a form for whole millions (`many`), Japanese has one form.
   */
  plural(value: number, { one, many, other }: PluralForms): string {
    switch (this.#plural().select(value)) {
      case 'one':
        return one;
      case 'many':
        return many ?? other;
      default:
        return other;
    }
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

/** Creates a value at first use and caches it: objects of `Intl` cost a millisecond or two each. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A text in each plural form. */
export interface PluralForms {
  readonly one: string;
  /** For 1,000,000, 2,000,000…: "2.000.000 de salas". Defaults to `other`. */
  readonly many?: string;
  readonly other: string;
}

type Unit = 'day' | 'hour' | 'minute' | 'second';

/** ISO 8601 in UTC, for hovers, tickets and copies. */
export function isoTime(time: number): string {
  return new Date(time).toISOString();
}
