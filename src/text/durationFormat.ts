import { CountFormat } from './countFormat.ts';
import { once } from './once.ts';

/** Formats durations, and what `CountFormat` does, in a language. */
export class DurationFormat extends CountFormat {
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

  #unit(unit: Unit, value: number): string {
    const key = `${unit} ${value}`;
    const text = this.#parts.get(key) ?? this.#units[unit]().format(value);
    if (value < 60) this.#parts.set(key, text);
    return text;
  }

  #in(unit: Unit): () => Intl.NumberFormat {
    return once(() => new Intl.NumberFormat(this.locale, { style: 'unit', unit, unitDisplay: 'short' }));
  }
}

type Unit = 'day' | 'hour' | 'minute' | 'second';
