import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Room } from '../../../../src/insights/resources/room.ts';
import { limitsText, parseLimits } from '../../../../src/rooms/filter/presets.ts';
import { roomMatcher } from '../../../../src/rooms/filter/roomFilter.ts';
import { Format } from '../../../../src/text/format.ts';

const iso = (time: number) => new Date(time).toISOString();

describe('limits as people write them', () => {
  it('are read for durations, in minutes unless a unit is named', () => {
    for (const [text, range] of [
      ['> 10 min', { from: 601 }],
      ['≤ 10 min', { below: 601 }],
      ['10-10 min', { from: 600, below: 601 }],
      ['2 Stunden', { from: 7200 }],
      ['2 Std', { from: 7200 }],
      ['2 Std.+', { from: 7200 }],
      ['< 5 Sekunden', { below: 5 }],
      ['5 bis 15 Minuten', { from: 300, below: 901 }],
      ['2 horas', { from: 7200 }],
      ['5 a 15 minutos', { from: 300, below: 901 }],
      ['30 seg', { from: 30 }],
      ['2時間', { from: 7200 }],
      ['5分～15分', { from: 300, below: 901 }],
      ['1 día', { from: 86_400 }],
      ['1 h 30 min', { from: 5400 }],
      ['＞１０分', { from: 601 }],
      // A duration has whole seconds.
      ['> 100 ms', { from: 1 }],
      ['< 100 ms', { below: 1 }],
      ['≤ 1500 ms', { below: 2 }],
      ['≥ 0.1 s', { from: 1 }],
      ['10', { from: 600 }],
      ['< 30 s', { below: 30 }],
      ['5–15 min', { from: 300, below: 901 }],
      ['5-15', { from: 300, below: 901 }],
      ['30 s to 2 min', { from: 30, below: 121 }],
      ['2 h+', { from: 7200 }],
      ['≥1,5h', { from: 5400 }],
      ['<= 1 hour', { below: 3601 }],
    ] as const)
      assert.deepEqual(parseLimits(text, 'duration'), range, text);
  });

  it('are read for participants, as whole numbers', () => {
    for (const [text, range] of [
      ['1', { from: 1, below: 2 }],
      ['> 10', { from: 11 }],
      ['>= 10', { from: 10 }],
      ['< 5', { below: 5 }],
      ['≤ 5', { below: 6 }],
      ['2–5', { from: 2, below: 6 }],
      ['50+', { from: 50 }],
      ['> 1,000', { from: 1001 }],
      ['1.000+', { from: 1000 }],
    ] as const)
      assert.deepEqual(parseLimits(text, 'size'), range, text);
  });

  it('are read as durations are shown in every language', () => {
    for (const locale of ['en', 'de', 'es', 'ja', 'pt-BR']) {
      const format = new Format({ locale, times: 'utc', now: Date.now });
      for (const from of [8, 90, 600, 3600, 3900, 90_000])
        assert.deepEqual(parseLimits(`${format.duration(from)}+`, 'duration'), { from }, locale);
    }
  });

  it('leave no duration between those that end and begin at the same time', () => {
    const seconds = fc.double({ min: 0, max: 90_000, noNaN: true });
    const limit = fc.tuple(fc.integer({ min: 1, max: 600 }), fc.constantFrom('ms', 's', 'min', 'h'));
    fc.assert(
      fc.property(
        limit,
        fc.oneof(seconds, fc.constantFrom(599, 600, 600.4, 601)),
        ([value, unit], lasted) => {
          const room = new Room({ duration_sec: null, create_time: iso(0), end_time: iso(lasted * 1000) });
          const matches = (sign: string) => {
            const duration = parseLimits(`${sign} ${value} ${unit}`, 'duration');
            assert.ok(duration);
            return roomMatcher({ ranges: { duration } }, () => undefined, 0)(room);
          };
          assert.notEqual(matches('≤'), matches('>'));
          assert.notEqual(matches('<'), matches('≥'));
        },
      ),
    );
  });

  it('are written as they are read, so that they can be changed', () => {
    for (const [text, unit] of [
      ['10 min+', 'duration'],
      ['> 10 min', 'duration'],
      ['≤ 10 min', 'duration'],
      ['10 min 30 s+', 'duration'],
      ['5 min–14 min 59 s', 'duration'],
      ['< 30 s', 'duration'],
      ['30 s–2 min', 'duration'],
      ['1', 'size'],
      ['2–5', 'size'],
      ['50+', 'size'],
      ['< 5', 'size'],
    ] as const)
      assert.equal(limitsText(parseLimits(text, unit) ?? {}, unit), text);
    assert.equal(limitsText({}, 'duration'), '');
  });

  it('are refused where they make no sense', () => {
    for (const text of ['', 'x', '10 parsecs', '10 months', '5–', '15–5', '-5', '10 10', '1,000 s', '> 5–10'])
      assert.equal(parseLimits(text, 'duration'), undefined, text);
    for (const text of ['1.5', 'many']) assert.equal(parseLimits(text, 'size'), undefined, text);
  });
});
