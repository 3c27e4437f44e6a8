import { day, hour, minute } from '../../../../async/durations.ts';

/** Formats times of day and numbers for one time zone and locale. */
export interface WallClock {
  /** Offset from UTC at a time, in milliseconds. */
  offsetAt(time: number): number;
  /** Label of a tick: as precise as `step` needs; the date at midnight. */
  label(time: number, step: number): string;
  /** The time with seconds, and the zone if the clock shows this time twice. */
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
  const zoned = new Intl.DateTimeFormat(locale, { ...clock, second: '2-digit', timeZoneName: 'short' });
  const days = new Intl.DateTimeFormat(locale, { ...zone, month: 'short', day: 'numeric' });
  const numbers = new Intl.NumberFormat(locale);
  const names = new Intl.DateTimeFormat(locale, { ...zone, timeZoneName: 'short' });

  const offsetAt = (time: number) => {
    const part = new Map(parts.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
    const date = [of('year'), of('month') - 1, of('day')] as const;
    return Date.UTC(...date, of('hour'), of('minute'), of('second')) - Math.floor(time / 1000) * 1000;
  };
  /** The clock is put back around this time, and shows it before and after. */
  const isShownTwice = (time: number) =>
    [-3 * hour, 3 * hour].some((distance) => {
      const change = offsetAt(time + distance) - offsetAt(time);
      return change !== 0 && offsetAt(time - change) === offsetAt(time) + change;
    });
  return {
    offsetAt,
    label(time, step) {
      if (step >= day || (time + offsetAt(time)) % day === 0) return days.format(time);
      return (step < minute ? seconds : minutes).format(time);
    },
    exact: (time) => (isShownTwice(time) ? zoned : seconds).format(time),
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
