import assert from 'node:assert/strict';
import fc from 'fast-check';
import { day } from '../../../../../../src/async/durations.ts';
import { ticksIn } from '../../../../../../src/webview/room/timeline/axis/ticks.ts';
import { wallClock } from '../../../../../../src/webview/room/timeline/axis/wallClock.ts';

import { timesIn, zoneNames } from '../../../../rooms/window/zones.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const utc = () => 0;
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'];

describe('the ticks of the time axis', () => {
  it('stand at round times', () => {
    const start = Date.UTC(2026, 10, 22, 10, 2, 11);
    const { step, times } = ticksIn({ start, end: start + 42 * MINUTE }, 9, utc);
    assert.equal(step, 5 * MINUTE);
    assert.deepEqual(
      times.map((time) => new Date(time).toISOString().slice(11, 16)),
      ['10:05', '10:10', '10:15', '10:20', '10:25', '10:30', '10:35', '10:40'],
    );
  });

  it('stand at full hours of a zone that is half an hour off', () => {
    const { offsetAt } = wallClock('en', 'Asia/Kolkata');
    const start = Date.UTC(2026, 10, 22, 10);
    const { step, times } = ticksIn({ start, end: start + 8 * HOUR }, 8, offsetAt);
    assert.equal(step, HOUR);
    assert.ok(times.every((time) => new Date(time).getUTCMinutes() === 30));
  });

  it('stay round when clocks are put back', () => {
    const { offsetAt, label } = wallClock('en-GB', 'Europe/Berlin');
    const start = Date.UTC(2026, 9, 24, 18);
    const { step, times } = ticksIn({ start, end: start + 18 * HOUR }, 8, offsetAt);
    assert.equal(step, 3 * HOUR);
    assert.deepEqual(
      times.map((time) => label(time, step)),
      ['21:00', '25 Oct', '03:00', '06:00', '09:00', '12:00'],
    );
  });

  it('are in sight, in order, and not too many, whatever the call and the zone', () => {
    const length = fc.oneof(fc.integer({ min: 1, max: 2 * HOUR }), fc.integer({ min: 1, max: 400 * day }));
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) }),
        length,
        fc.integer({ min: 0, max: 30 }),
        fc.constantFrom(...zones),
        (start, span, most, zone) => {
          const end = start + span;
          const { step, times } = ticksIn({ start, end }, most, wallClock('en', zone).offsetAt);
          // A clock put forward or back may bring one more.
          assert.ok(times.length <= Math.max(1, most) + 2, `${times.length} ticks`);
          for (const [index, time] of times.entries()) {
            assert.ok(time >= start && time <= end);
            const before = times[index - 1];
            if (before !== undefined) assert.ok(time - before > step / 2);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  for (const name of zoneNames) {
    it(`stand where the clock shows round times in ${name}, on every day`, () => {
      const { offsetAt } = wallClock('en', name);
      const call = fc.integer({ min: 10 * MINUTE, max: 40 * HOUR });
      fc.assert(
        fc.property(timesIn(name), call, fc.integer({ min: 1, max: 12 }), (start, length, most) => {
          const { step, times } = ticksIn({ start, end: start + length }, most, offsetAt);
          for (const time of times) {
            const shown = new Date(time + offsetAt(time)).toISOString();
            assert.equal((time + offsetAt(time)) % Math.min(step, HOUR), 0, `${shown} of ${step / MINUTE}`);
          }
        }),
      );
    });
  }
});
