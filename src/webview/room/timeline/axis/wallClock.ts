import { day, minute } from '../../../../async/durations.ts';

/** Formats times of day and numbers for one time zone and locale. */
export interface WallClock {
  /** Offset from UTC at a time, in milliseconds. */
  offsetAt(time: number): number;
  /** Label of a tick: as precise as `step` needs; the date at midnight. */
  label(time: number, step: number): string;
  /** The time with seconds. */
  exact(time: number): string;
  /** Name of the zone at a time: "UTC", "GMT+2". */
  zone(time: number): string;
  /** Formats a number of participants. */
  count(people: number): string;
}

/** The clock of an IANA time zone, or of the local zone if this browser does not know it. */
export function wallClock(locale: string, timeZone: string): WallClock {
  const zone = isKnown(timeZone) ? { timeZone } : {};
  const clock = { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const parts = new Intl.DateTimeFormat('en-US', {
    ...clock,
    second: '2-digit',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const minutes = new Intl.DateTimeFormat(locale, clock);
  const seconds = new Intl.DateTimeFormat(locale, { ...clock, second: '2-digit' });
  const days = new Intl.DateTimeFormat(locale, { ...zone, month: 'short', day: 'numeric' });
  const numbers = new Intl.NumberFormat(locale);
  const names = new Intl.DateTimeFormat(locale, { ...zone, timeZoneName: 'short' });

  const offsetAt = (time: number) => {
    const part = new Map(parts.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    const [year = 0, month = 1, day, hour, minute, second] = (
      ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
    ).map((type) => part.get(type));
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
  };
  return {
    offsetAt,
    label(time, step) {
      if (step >= day || (time + offsetAt(time)) % day === 0) return days.format(time);
      return (step < minute ? seconds : minutes).format(time);
    },
    exact: (time) => seconds.format(time),
    zone: (time) => names.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '',
    count: (people) => numbers.format(people),
  };
}

function isKnown(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
    return true;
  } catch {
    return false;
  }
}
