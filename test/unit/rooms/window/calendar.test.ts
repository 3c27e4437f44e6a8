import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayOf, plusDays } from '../../../../src/rooms/window/calendar.ts';
import { berlin, hour, utc } from './zones.ts';

describe('days', () => {
  it('begin at midnight of the clock, and a day later shows the same time', () => {
    const time = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) });
    fc.assert(
      fc.property(time, fc.constantFrom(utc, berlin), fc.integer({ min: -30, max: 30 }), (at, zone, days) => {
        const start = dayOf(at, zone);
        assert.ok(start <= at && at - start < 25 * hour);
        assert.equal((start + zone.offset(start)) % (24 * hour), 0);
        const clock = (moment: number) => (moment + zone.offset(moment)) % (24 * hour);
        const moved = plusDays(start + 12 * hour, days, zone);
        assert.equal(clock(moved), clock(start + 12 * hour));
      }),
    );
  });
});
