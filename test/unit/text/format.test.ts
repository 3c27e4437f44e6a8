import assert from 'node:assert/strict';
import { Format } from '../../../src/text/format.ts';

const now = Date.UTC(2026, 10, 22, 12);
const format = new Format({ locale: 'en', times: 'utc', now: () => now });

describe('Values in words', () => {
  it('writes durations in their two largest units', () => {
    const shown = [0, 8, 90, 600, 655, 3600, 5400, 90_000].map((seconds) => format.duration(seconds));
    assert.deepEqual(shown, [
      '0 sec',
      '8 sec',
      '1 min 30 sec',
      '10 min',
      '10 min',
      '1 hr',
      '1 hr 30 min',
      '1 day 1 hr',
    ]);
  });
});
