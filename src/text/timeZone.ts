import { day, minute } from '../async/durations.ts';

/** A time zone. */
export interface Zone {
  /** IANA name: `Europe/Berlin`, `UTC`. */
  readonly name: string;
  /** The offset from UTC at a time, in milliseconds: positive east of Greenwich. */
  offset(time: number): number;
}

/** Every zone changes its offset at a full quarter of an hour of UTC. */
const quarterHour = 15 * minute;

/** Zones by name: they are immutable, and each caches the offsets that it looked up. */
const zones = new Map<string, Zone>();

/** The zone of an IANA name; UTC for a name that this machine does not know. */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const zone = name === 'UTC' || !isTimeZone(name) ? utc : new IanaZone(name);
  zones.set(name, zone);
  return zone;
}

/** A zone that is always this far ahead of UTC, as in `2026-11-20T14:00+02:00`. */
export function fixedZone(offset: number): Zone {
  return { name: 'UTC', offset: () => offset };
}

/** IANA name of the machine's zone; UTC where it has none. */
export function machineTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return isTimeZone(timeZone) ? timeZone : 'UTC';
}

/** Whether this machine knows a zone of that name. */
export function isTimeZone(name: unknown): name is string {
  if (typeof name !== 'string' || name === '') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether two zones show the same clock half a year before and after a time: a zone may have several names, and
 * machines differ in which one they use.
 */
export function showSameClock(one: Zone, other: Zone, now: number): boolean {
  if (one === other) return true;
  for (let time = now - 183 * day; time <= now + 183 * day; time += 7 * day) {
    if (one.offset(time) !== other.offset(time)) return false;
  }
  return true;
}

/** Whether the clock shows this time of day twice, because it is put back then. */
export function isShownTwice(time: number, zone: Zone): boolean {
  const offset = zone.offset(time);
  // No zone puts its clock back by more than two hours.
  for (const change of [zone.offset(time - 3 * hour) - offset, zone.offset(time + 3 * hour) - offset]) {
    if (change !== 0 && zone.offset(time - change) === offset + change) return true;
  }
  return false;
}

const hour = 60 * minute;
const utc: Zone = { name: 'UTC', offset: () => 0 };

class IanaZone implements Zone {
  readonly name: string;
  readonly #parts: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  constructor(name: string) {
    this.name = name;
    this.#parts = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  offset(time: number): number {
    const quarter = Math.floor(time / quarterHour);
    const known = this.#offsets.get(quarter);
    if (known !== undefined) return known;
    const offset = this.#read(quarter * quarterHour);
    this.#offsets.set(quarter, offset);
    return offset;
  }

  #read(time: number): number {
    const parts = new Map(this.#parts.formatToParts(time).map(({ type, value }) => [type, value]));
    const [year = 0, month = 1, ...rest] = (
      ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
    ).map((type) => Number(parts.get(type)));
    const shown = new Date(0);
    // `Date.UTC` takes the years before 100 for those of the last century.
    shown.setUTCFullYear(parts.get('era') === 'BC' ? 1 - year : year, month - 1, rest[0]);
    shown.setUTCHours(rest[1] ?? 0, rest[2], rest[3]);
    return shown.getTime() - time;
  }
}
