import assert from 'node:assert/strict';
import { limitsText, parseLimits } from '../../../../src/rooms/filter/presets.ts';

describe('limits as people write them', () => {
  it('are read for durations, in minutes unless a unit is named', () => {
    for (const [text, range] of [
      ['> 10 min', { from: 600 }],
      ['10', { from: 600 }],
      ['< 30 s', { below: 30 }],
      ['5–15 min', { from: 300, below: 900 }],
      ['5-15', { from: 300, below: 900 }],
      ['30 s to 2 min', { from: 30, below: 120 }],
      ['2 h+', { from: 7200 }],
      ['≥1,5h', { from: 5400 }],
      ['<= 1 hour', { below: 3600 }],
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
    ] as const)
      assert.deepEqual(parseLimits(text, 'size'), range, text);
  });

  it('are written as they are read, so that they can be changed', () => {
    for (const [text, unit] of [
      ['10 min+', 'duration'],
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
    for (const text of ['', 'x', '10 parsecs', '5–', '15–5', '-5', '10 10'])
      assert.equal(parseLimits(text, 'duration'), undefined, text);
    for (const text of ['1.5', 'many']) assert.equal(parseLimits(text, 'size'), undefined, text);
  });
});
