import assert from 'node:assert/strict';
import type { Zone } from '../../../../src/rooms/window/calendar.ts';
import { parseTimeRange } from '../../../../src/rooms/window/parseTimeRange.ts';
import { berlin, now, utc } from './zones.ts';

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
      ['yesterday 20:00–24:00', '2026-11-19T20:00 2026-11-20T00:00'],
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
    for (const text of [
      '',
      'whenever',
      '25:00',
      'yesterday 20:00–24:30',
      '24:00:01',
      '10:61',
      '2026-13-01',
      '9–10–11',
      '–',
    ])
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
