import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clockOf, clockSteps, dateOf, dayOf, timeOf } from '../../../../src/rooms/window/calendar.ts';
import { zoneOf } from '../../../../src/text/timeZone.ts';
import { day, hour, timesIn, zoneNames } from './zones.ts';

/** The date and time that a machine in that zone shows, from the platform and not from our code. */
function shownBy(timeZone: string): (time: number) => string {
  const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (time) => format.format(time);
}

describe('Days', () => {
  for (const name of zoneNames) {
    const zone = zoneOf(name);
    const shown = shownBy(name);
    const date = (time: number) => shown(time).slice(0, 10);

    it(`begin with the first moment of their date in ${name}`, () => {
      fc.assert(
        fc.property(timesIn(name), (time) => {
          const start = dayOf(time, zone);
          assert.ok(start <= time && time - start <= 25 * hour);
          assert.equal(date(start), date(time));
          assert.notEqual(date(start - 1), date(time));
          assert.equal(new Date(dateOf(time, zone)).toISOString().slice(0, 10), date(time));
        }),
      );
    });

    it(`follow one another without a gap in ${name}`, () => {
      fc.assert(
        fc.property(timesIn(name), fc.integer({ min: -30, max: 30 }), (time, days) => {
          const start = dayOf(time, zone, days);
          const expected = new Date(Date.parse(`${date(time)}T00:00:00Z`) + days * day);
          assert.equal(date(start), expected.toISOString().slice(0, 10));
          assert.equal(dayOf(start, zone), start);
          assert.equal(dayOf(dayOf(start, zone, 1) - 1, zone), start);
        }),
      );
    });

    it(`have each time of the clock where it stands in ${name}`, () => {
      fc.assert(
        fc.property(timesIn(name), (time) => {
          const clock = clockOf(time, zone);
          const [first, last] = [timeOf(clock, zone, 'first'), timeOf(clock, zone, 'last')];
          assert.ok(first <= time && time <= last && last - first <= hour);
          assert.equal(shown(first), shown(time));
          assert.equal(shown(last), shown(time));
        }),
      );
    });

    it(`are divided at full hours of the clock in ${name}`, () => {
      fc.assert(
        fc.property(timesIn(name), fc.integer({ min: 1, max: 200 }), (after, hours) => {
          const before = after + hours * hour;
          const steps = clockSteps(after, before, hour, zone);
          assert.ok((steps[0] ?? 0) <= after && (steps[1] ?? 0) > after);
          assert.ok((steps.at(-1) ?? 0) >= before && (steps.at(-2) ?? 0) < before);
          for (const [index, step] of steps.entries()) {
            assert.match(shown(step), /:00:00$/);
            const length = step - (steps[index - 1] ?? step - hour);
            assert.ok(length >= hour / 2 && length <= 1.5 * hour, shown(step));
          }
        }),
      );
    });
  }

  it('begin at one o’clock where midnight is skipped, and once where it comes twice', () => {
    const cairo = zoneOf('Africa/Cairo');
    // 24 April 2026: from 00:00 to 01:00.
    assert.equal(dayOf(Date.UTC(2026, 3, 24, 12), cairo), Date.UTC(2026, 3, 23, 22));
    assert.equal(shownBy('Africa/Cairo')(Date.UTC(2026, 3, 23, 22)), '2026-04-24 01:00:00');
    const havana = zoneOf('America/Havana');
    // 1 November 2026: from 01:00 back to 00:00.
    assert.equal(dayOf(Date.UTC(2026, 10, 1, 12), havana), Date.UTC(2026, 10, 1, 4));
    assert.equal(dayOf(Date.UTC(2026, 10, 1, 12), havana, 1) - Date.UTC(2026, 10, 1, 4), 25 * hour);
  });

  it('have a moment for a time that the clock skips: that at which it is put forward', () => {
    const berlin = zoneOf('Europe/Berlin');
    for (const which of ['first', 'last'] as const)
      assert.equal(timeOf(Date.UTC(2026, 2, 29, 2, 30), berlin, which), Date.UTC(2026, 2, 29, 1));
  });
});
