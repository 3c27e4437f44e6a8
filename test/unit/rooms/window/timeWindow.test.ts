import assert from 'node:assert/strict';
import {
  isExpired,
  parseWindow,
  reachesBeyondRetention,
  windowSlice,
  windowText,
} from '../../../../src/rooms/window/timeWindow.ts';
import { Format } from '../../../../src/text/format.ts';
import { hour, now } from './zones.ts';

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
