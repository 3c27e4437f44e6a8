import fc from 'fast-check';
import { Format } from '../../../../src/text/format.ts';
import { zoneOf } from '../../../../src/text/timeZone.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
/** A Friday, at noon. */
export const now = Date.UTC(2026, 10, 20, 12);
export const utc = zoneOf('UTC');

/** Zones that skip midnight or show it twice, that change by half an hour, and plain ones. */
export const zoneNames = [
  'Africa/Cairo',
  'America/Santiago',
  'America/Havana',
  'Asia/Beirut',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Asia/Kolkata',
  'UTC',
] as const;

/** Times of 2026 in a zone, most of them near a change of its clock. */
export function timesIn(name: string): fc.Arbitrary<number> {
  const zone = zoneOf(name);
  const year = Date.UTC(2026, 0, 1);
  const changesIn = (from: number, count: number, step: number) =>
    Array.from({ length: count }, (_, index) => from + index * step).filter(
      (time) => zone.offset(time) !== zone.offset(time + step),
    );
  const changes = changesIn(year, 365, day).flatMap((start) => changesIn(start, 24, hour));
  const anyTime = fc.integer({ min: year, max: year + 365 * day });
  const near = fc
    .tuple(fc.constantFrom(year, ...changes), fc.integer({ min: -30 * 60, max: 30 * 60 }))
    .map(([change, minutes]) => change + minutes * 60_000);
  return changes.length > 0 ? fc.oneof(near, anyTime) : anyTime;
}

export function formatAt(time: number, { locale = 'en', timeZone = 'UTC' } = {}): Format {
  return new Format({ locale, times: 'local', timeZone, now: () => time });
}
