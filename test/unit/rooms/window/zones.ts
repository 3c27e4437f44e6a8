import { type Zone, zoneOf } from '../../../../src/rooms/window/calendar.ts';

export const hour = 3_600_000;
/** A Friday, at noon. */
export const now = Date.UTC(2026, 10, 20, 12);
export const utc = zoneOf('utc', 'en');

/** Clocks that go from 02:00 to 03:00 on 29 March 2026, and from 03:00 to 02:00 on 25 October. */
export const berlin: Zone = {
  offset: (time) => (time >= Date.UTC(2026, 2, 29, 1) && time < Date.UTC(2026, 9, 25, 1) ? 2 * hour : hour),
  weekdays: utc.weekdays,
};
