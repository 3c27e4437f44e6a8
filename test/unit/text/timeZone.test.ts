import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  isShownTwice,
  isTimeZone,
  machineTimeZone,
  showSameClock,
  zoneOf,
} from '../../../src/text/timeZone.ts';
import { hour, timesIn, zoneNames } from '../rooms/window/zones.ts';

describe('A time zone', () => {
  for (const name of zoneNames) {
    it(`shows what the platform shows in ${name}`, () => {
      const zone = zoneOf(name);
      const format = new Intl.DateTimeFormat('sv', {
        timeZone: name,
        dateStyle: 'short',
        timeStyle: 'medium',
      });
      fc.assert(
        fc.property(timesIn(name), (time) => {
          const shown = new Date(time + zone.offset(time)).toISOString();
          assert.equal(shown.slice(0, 19).replace('T', ' '), format.format(time));
        }),
      );
    });

    it(`tells the times that are shown twice in ${name}`, () => {
      const zone = zoneOf(name);
      const shown = (time: number) => time + zone.offset(time);
      fc.assert(
        fc.property(timesIn(name), (time) => {
          const twice = [-2, -1, -0.5, 0.5, 1, 2].some((hours) => shown(time + hours * hour) === shown(time));
          assert.equal(isShownTwice(time, zone), twice);
        }),
      );
    });
  }

  it('is the one of the machine, or UTC if its name is unknown', () => {
    assert.ok(isTimeZone(machineTimeZone()));
    for (const name of ['', 'Mars/Olympus', 'local', undefined, 7]) assert.equal(isTimeZone(name), false);
    assert.equal(zoneOf('Mars/Olympus'), zoneOf('UTC'));
    assert.equal(zoneOf('Asia/Tokyo').offset(0), 9 * hour);
    // Before the year 1.
    assert.equal(zoneOf('Asia/Tokyo').offset(-63_000_000_000_000) % 1000, 0);
  });

  it('is the same under another name, and not where only today’s clocks agree', () => {
    const now = Date.UTC(2026, 10, 20, 12);
    const same = (one: string, other: string) => showSameClock(zoneOf(one), zoneOf(other), now);
    assert.ok(same('Asia/Calcutta', 'Asia/Kolkata') && same('Etc/UTC', 'UTC'));
    assert.ok(!same('Europe/London', 'UTC') && !same('Africa/Cairo', 'Europe/Athens'));
  });
});
