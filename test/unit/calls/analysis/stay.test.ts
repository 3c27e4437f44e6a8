import assert from 'node:assert/strict';
import { roomClock } from '../../../../src/calls/analysis/roomClock.ts';
import { untilRoomEnd } from '../../../../src/calls/analysis/stay.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { at, call, iso, live, now, over, stay } from '../calls.ts';

describe('A stay', () => {
  const clock = (json: Record<string, unknown>) => roomClock(new Room(json), [], now);

  it('is over with the room at the latest', () => {
    const until = (start: number, end: number) => untilRoomEnd({ start, end }, clock(over));
    assert.deepEqual(until(at(1), at(40)), { start: at(1), end: at(40) });
    assert.deepEqual(until(at(1), at(61)), { start: at(1), end: at(60) });
    assert.deepEqual(until(at(61), at(62)), { start: at(60), end: at(60) });
    assert.equal(untilRoomEnd(undefined, clock(over)), undefined);
  });

  it('has its own end while the room has none', () => {
    const span = { start: at(1), end: now + 9000 };
    assert.equal(untilRoomEnd(span, clock(live)), span);
    const noEnd = { ...over, end_time: iso(at(-1)), duration_sec: null };
    assert.equal(untilRoomEnd(span, clock(noEnd)), span);
  });

  it('counts until the end of the room, in the presence and in the range', () => {
    const { stays, presence, lastLeave, range } = call(over, [stay('Alice', at(1), at(75))]);
    assert.deepEqual(stays[0]?.span, { start: at(1), end: at(60) });
    assert.equal(stays[0]?.doubtful, true);
    assert.equal(presence.steps.at(-1)?.time, at(60));
    assert.deepEqual([lastLeave, range?.end], [at(60), at(60)]);
  });

  it('was one although the leave lies before the join: only the times are doubtful', () => {
    const of = (to: number, more = {}) => {
      const [one] = call(over, [stay('Alice', at(20), to, more)]).stays;
      return [one?.arrival, one?.outcome, one?.doubtful, one?.span?.end];
    };
    assert.deepEqual(of(at(10)), ['first', 'left', true, at(20)]);
    assert.deepEqual(of(at(10), { duration_sec: 600 }), ['first', 'left', true, at(30)]);
    assert.deepEqual(of(at(20)), ['none', 'left', false, at(20)], 'of no length, without a contradiction');
    assert.equal(of(at(10), { error_code: 20104 })[0], 'none', 'refused');
  });

  it('is doubtful from two seconds after the room’s end on', () => {
    const doubtful = (end: number) => call(over, [stay('Alice', at(1), end)]).stays[0]?.doubtful;
    assert.deepEqual([doubtful(at(60)), doubtful(at(60, 2)), doubtful(at(60, 3))], [false, false, true]);
  });
});
