import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayOf, plusDays, type Zone, zoneOf } from '../../../../src/rooms/window/calendar.ts';
import { parseTimeRange } from '../../../../src/rooms/window/parseTimeRange.ts';
import {
  isExpired,
  parseWindow,
  reachesBeyondRetention,
  windowSlice,
  windowText,
} from '../../../../src/rooms/window/timeWindow.ts';
import { Format } from '../../../../src/text/format.ts';

const hour = 3_600_000;
/** A Friday, at noon. */
const now = Date.UTC(2026, 10, 20, 12);
const utc = zoneOf('utc', 'en');

/** Clocks that go from 02:00 to 03:00 on 29 March 2026, and from 03:00 to 02:00 on 25 October. */
const berlin: Zone = {
  offset: (time) => (time >= Date.UTC(2026, 2, 29, 1) && time < Date.UTC(2026, 9, 25, 1) ? 2 * hour : hour),
  weekdays: utc.weekdays,
};

function readable(text: string, zone: Zone = utc, at = now): string {
  const range = parseTimeRange(text, at, zone);
  if ('problem' in range) return range.problem;
  const iso = (time: number) => new Date(time).toISOString().slice(0, 16);
  return `${iso(range.after)} ${iso(range.before)}`;
}

describe('a range of time as people write it', () => {
  it('is read', () => {
    for (const [text, range] of [
      ['yesterday 14:00–16:00', '2026-11-19T14:00 2026-11-19T16:00'],
      ['yesterday 14-16', '2026-11-19T14:00 2026-11-19T16:00'],
      ['Yesterday', '2026-11-19T00:00 2026-11-20T00:00'],
      ['today', '2026-11-20T00:00 2026-11-20T12:00'],
      ['9:30–11', '2026-11-20T09:30 2026-11-20T11:00'],
      ['Mon 9–11', '2026-11-16T09:00 2026-11-16T11:00'],
      ['monday', '2026-11-16T00:00 2026-11-17T00:00'],
      ['fri 9-10', '2026-11-20T09:00 2026-11-20T10:00'],
      ['14:00', '2026-11-19T14:00 2026-11-19T15:00'],
      ['last 6 h', '2026-11-20T06:00 2026-11-20T12:00'],
      ['30 min', '2026-11-20T11:30 2026-11-20T12:00'],
      ['past 2 days', '2026-11-18T12:00 2026-11-20T12:00'],
      ['since 9:00', '2026-11-20T09:00 2026-11-20T12:00'],
      ['since yesterday', '2026-11-19T00:00 2026-11-20T12:00'],
      ['2026-11-18', '2026-11-18T00:00 2026-11-19T00:00'],
      ['2026-11-18 to 2026-11-19', '2026-11-18T00:00 2026-11-20T00:00'],
      ['2026-11-18 14:00/16:00', '2026-11-18T14:00 2026-11-18T16:00'],
      ['2026-11-18T14:00:00Z/2026-11-18T15:30:00Z', '2026-11-18T14:00 2026-11-18T15:30'],
      ['2026-11-18T14:00+02:00..2026-11-18T15:00+02:00', '2026-11-18T12:00 2026-11-18T13:00'],
      ['yesterday 22:00–2:00', '2026-11-19T22:00 2026-11-20T02:00'],
      ['from yesterday 10:00 to now', '2026-11-19T10:00 2026-11-20T12:00'],
      [
        'between 9:00 and 10:00',
        'Write it like “yesterday 14:00–16:00”, “Mon 9–11”, “last 6 h” or “2026-11-20 14:00/16:00”.',
      ],
    ] as const)
      assert.equal(readable(text), range, text);
  });

  it('ends now at the latest', () => {
    assert.equal(readable('11:00–18:00'), '2026-11-20T11:00 2026-11-20T12:00');
  });

  it('says what is wrong with it', () => {
    assert.equal(readable('2026-12-01'), 'This range has not begun yet.');
    assert.equal(readable('2026-11-19 to 2026-11-17'), 'This range ends before it begins.');
    for (const text of ['', 'whenever', '25:00', '10:61', '2026-13-01', '9–10–11', '–'])
      assert.match(readable(text), /^Write it like /, text);
  });

  it('means what the clock on the wall shows, also when it is put forward or back', () => {
    const spring = Date.UTC(2026, 2, 30, 12);
    assert.equal(readable('yesterday 0:00–4:00', berlin, spring), '2026-03-28T23:00 2026-03-29T02:00');
    assert.equal(readable('yesterday', berlin, spring), '2026-03-28T23:00 2026-03-29T22:00');
    const autumn = Date.UTC(2026, 9, 26, 12);
    assert.equal(readable('yesterday', berlin, autumn), '2026-10-24T22:00 2026-10-25T23:00');
    assert.equal(readable('yesterday 8:00–9:00', berlin, autumn), '2026-10-25T07:00 2026-10-25T08:00');
  });
});

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

describe('the window of time', () => {
  const format = new Format({ locale: 'en', times: 'utc', now: () => now });

  it('is one of the presets, or a range', () => {
    assert.deepEqual(windowSlice('3d', now), { after: now - 72 * hour, before: now });
    const range = { after: now - 3 * hour, before: now - hour };
    assert.equal(windowSlice(range, now), range);
    assert.equal(windowText('24h', format), 'Last 24 hours');
    assert.match(windowText(range, format), /^Fri, Nov 20, 09:00\s–\s11:00$/);
  });

  it('is the default where a setting names none', () => {
    for (const value of [undefined, null, 5, '2h', {}, 'toString']) assert.equal(parseWindow(value), '24h');
  });

  it('tells what Twilio does not keep any more', () => {
    const days = (from: number, to: number) => ({
      after: now - from * 24 * hour,
      before: now - to * 24 * hour,
    });
    assert.equal(reachesBeyondRetention(days(9, 6), now), true);
    assert.equal(reachesBeyondRetention(days(6, 5), now), false);
    assert.equal(reachesBeyondRetention('7d', now), false);
    assert.equal(isExpired(days(10, 9), now), true);
    assert.equal(isExpired(days(10, 6), now), false);
    assert.equal(isExpired('7d', now), false);
  });
});
