import assert from 'node:assert/strict';
import { freshnessOf } from '../../../../src/calls/summary/freshness.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { Format } from '../../../../src/text/format.ts';
import { at, format, live, over } from '../calls.ts';

describe('The age of a summary', () => {
  const hour = 3_600_000;
  const fresh = (room: Record<string, unknown>, since = hour) =>
    freshnessOf(new Room(room), new Format({ locale: 'en', times: 'utc', now: () => at(60) + since }));

  it('is pending for some minutes, then complete, until it expires', () => {
    const pending = fresh({ ...over, processing_state: 'in-progress' });
    assert.deepEqual([pending.state, pending.text], ['pending', 'Summary pending, usually under 30 minutes']);
    const complete = fresh(over, (5 * 24 + 20) * hour);
    assert.deepEqual(complete, {
      state: 'complete',
      text: 'Complete',
      expiresAt: at(60) + 7 * 24 * hour,
      expiry: 'Expires in 1 day 4 hr',
    });
    assert.equal(fresh(over, 7 * 24 * hour).state, 'expired');
  });

  it('follows from creation and duration where the end is missing', () => {
    assert.equal(fresh({ ...over, end_time: null }).expiresAt, at(60) + 7 * 24 * hour);
  });

  it('is not made up where nothing is known', () => {
    assert.equal(fresh({ ...over, processing_state: null }).state, 'unknown');
    assert.equal(fresh({ ...over, processing_state: 'new_state' }).state, 'unknown');
    assert.equal(fresh({ ...over, processing_state: 'timeout' }).state, 'incomplete');
    assert.deepEqual(fresh({ room_status: 'completed' }), {
      state: 'unknown',
      text: 'Not known whether the summary is complete',
    });
  });

  it('does not begin in a live room', () => {
    const { state, expiresAt } = freshnessOf(new Room(live), format);
    assert.deepEqual([state, expiresAt], ['live', undefined]);
  });
});
