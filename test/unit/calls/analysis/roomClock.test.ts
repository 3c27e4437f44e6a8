import assert from 'node:assert/strict';
import { plausibleTime, plusSeconds, roomClock } from '../../../../src/calls/analysis/roomClock.ts';
import { Participant } from '../../../../src/insights/resources/participant.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { at, iso, live, now, over, stay } from '../calls.ts';

type Json = Record<string, unknown>;
const clockOf = (room: Json, ...people: Json[]) =>
  roomClock(
    new Room(room),
    people.map((json) => new Participant(json)),
    now,
  );

describe('The times of a room', () => {
  it('end where the room says, else after its duration', () => {
    assert.equal(clockOf(over).ended, at(60));
    assert.equal(clockOf({ ...over, end_time: null, duration_sec: 600 }).ended, at(10));
    assert.equal(clockOf({ ...over, end_time: null, duration_sec: null }).ended, undefined);
    assert.equal(clockOf({ ...over, create_time: null }).ended, at(60));
  });

  it('have no end before the creation', () => {
    const before = { ...over, end_time: iso(at(-1)) };
    assert.equal(clockOf(before).ended, at(60), 'by the duration');
    assert.equal(clockOf({ ...before, duration_sec: null }).ended, undefined);
    assert.equal(clockOf({ ...over, end_time: iso(at(0)) }).ended, at(0), 'at the creation is one');
  });

  it('have no end while the room is live', () => {
    const {
      live: isLive,
      ended,
      endedViaApi,
      pending,
    } = clockOf({
      ...live,
      duration_sec: 600,
      end_reason: 'room_ended_via_api',
    });
    assert.deepEqual([isLive, ended, endedViaApi, pending], [true, undefined, false, true]);
  });

  it('end although the status says that the room is in progress', () => {
    const { live: isLive, ended } = clockOf({ ...over, room_status: 'in_progress' });
    assert.deepEqual([isLive, ended], [false, at(60)]);
  });

  it('know an end through the API in every spelling', () => {
    for (const reason of ['room_ended_via_api', 'room-ended-via-api', 'ROOM_ENDED_VIA_API'])
      assert.ok(clockOf({ ...over, end_reason: reason }).endedViaApi, reason);
    for (const reason of ['timeout', '', null, 'disconnected_via_api'])
      assert.ok(!clockOf({ ...over, end_reason: reason }).endedViaApi, String(reason));
  });

  it('may lack values while the summary is pending', () => {
    const pending = (state: string | null) => clockOf({ ...over, processing_state: state }).pending;
    for (const state of ['in_progress', 'in-progress', 'not_started']) assert.ok(pending(state), state);
    for (const state of ['complete', 'timeout', 'archived', null]) assert.ok(!pending(state), String(state));
  });

  it('go to the end of the room, else to the last known time', () => {
    const unknown = { ...over, end_time: null, duration_sec: null };
    assert.equal(clockOf(over, stay('Alice', at(1), at(65))).latest, at(60));
    assert.equal(clockOf(unknown, stay('Alice', at(1), at(65))).latest, at(65));
    assert.equal(clockOf(unknown).latest, at(0));
    assert.equal(clockOf({ room_status: 'completed' }).latest, now);
  });

  it('are never before a known time of a live room, whatever this machine’s clock says', () => {
    assert.deepEqual(
      [clockOf(live).now, clockOf(live, stay('Alice', now + 7000, null)).now],
      [now, now + 7000],
    );
  });

  it('are no more than a day from the room', () => {
    const day = 86_400_000;
    const clock = clockOf(over);
    assert.equal(plausibleTime(at(0) - day, clock), at(0) - day);
    assert.equal(plausibleTime(at(0) - day - 1, clock), undefined);
    assert.equal(plausibleTime(at(60) + day, clock), at(60) + day);
    assert.equal(plausibleTime(at(60) + day + 1, clock), undefined);
    assert.equal(plausibleTime(undefined, clock), undefined);
  });

  it('are dates, after any number of seconds', () => {
    assert.equal(plusSeconds(at(0), 60), at(1));
    for (const [time, seconds] of [
      [undefined, 1],
      [at(0), undefined],
      [at(0), 1e15],
    ] as const)
      assert.equal(plusSeconds(time, seconds), undefined);
  });
});
