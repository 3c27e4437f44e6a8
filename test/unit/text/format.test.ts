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

describe('A short time', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  const format = new Format({ locale: 'en', times: 'utc', now: () => now });
  const days = 86_400_000;

  it('has the weekday within six days, and the date where weekdays mislead', () => {
    assert.equal(format.shortTime(now - 3_600_000), '11:00');
    assert.equal(format.shortTime(now - 5 * days), 'Tue 12:00');
    assert.equal(format.shortTime(now - 7 * days), 'Nov 15, 12:00');
    assert.equal(format.shortTime(now - 400 * days), 'Oct 18, 2025, 12:00');
  });

  it('always has the date in a dated format, for saved rooms', () => {
    const dated = new Format({ locale: 'en', times: 'utc', now: () => now, dated: true });
    assert.equal(dated.shortTime(now - 3_600_000), 'Nov 22, 11:00');
  });

  it('has the date past midnight in the texts about one call, and only there', () => {
    const [start, end] = [Date.UTC(2026, 10, 21, 23, 30), Date.UTC(2026, 10, 22, 0, 40)];
    const call = format.withDatesAfter({ start, end });
    assert.equal(call.clockTime(start), '23:30');
    assert.equal(call.clockTime(end), 'Nov 22, 00:40');
    assert.equal(format.clockTime(end), '00:40');
    assert.equal(format.withDatesAfter({ start: end, end: now }), format, 'one day needs no other format');
    assert.equal(format.withDatesAfter(undefined), format);
  });
});
