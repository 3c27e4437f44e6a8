import { hour, minute } from '../../async/durations.ts';

/** The time zone of displayed times: the machine's or UTC. */
export interface Zone {
  /** The offset from UTC at a time, in milliseconds. */
  offset(time: number): number;
  /** Names of the weekday of a time, in the user's language and in English, long and short. */
  weekdays(time: number): readonly string[];
}

/** @param locale BCP 47 */
export function zoneOf(times: 'local' | 'utc', locale: string): Zone {
  const timeZone = times === 'utc' ? { timeZone: 'UTC' } : {};
  const names = [locale, 'en'].flatMap((language) =>
    (['long', 'short'] as const).map(
      (weekday) => new Intl.DateTimeFormat(language, { ...timeZone, weekday }),
    ),
  );
  return {
    offset: (time) => (times === 'utc' ? 0 : -new Date(time).getTimezoneOffset() * minute),
    weekdays: (time) => names.map((name) => name.format(time)),
  };
}

/** The start of the day of a time, in milliseconds since 1970. */
export function dayOf(time: number, zone: Zone): number {
  const shown = time + zone.offset(time);
  const start = shown - (((shown % (24 * hour)) + 24 * hour) % (24 * hour));
  return start - zone.offset(start - zone.offset(time));
}

/** The same clock time `days` days later. */
export function plusDays(time: number, days: number, zone: Zone): number {
  const later = time + days * 24 * hour;
  return later + zone.offset(time) - zone.offset(later);
}
