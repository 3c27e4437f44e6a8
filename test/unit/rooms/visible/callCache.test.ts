import assert from 'node:assert/strict';
import { Participant } from '../../../../src/insights/resources/participant.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import type { ParticipantsState } from '../../../../src/rooms/model/storeState.ts';
import { CallCache } from '../../../../src/rooms/visible/callCache.ts';
import { Format } from '../../../../src/text/format.ts';

const start = Date.parse('2026-11-20T10:00:00Z');
const sid = (prefix: string, n: number) => prefix + n.toString(16).padStart(32, '0');
const roomOf = (n: number, more = {}) =>
  new Room({
    ...{ room_sid: sid('RM', n), room_name: `room ${n}`, room_status: 'completed' },
    ...{ create_time: '2026-11-20T09:00:00Z', end_time: '2026-11-20T09:30:00Z', ...more },
  });
const person = (n: number) =>
  new Participant({
    ...{ participant_sid: sid('PA', n), participant_identity: `p${n}`, status: 'completed' },
    ...{ join_time: '2026-11-20T09:01:00Z', leave_time: '2026-11-20T09:20:00Z', error_code: 53405 },
  });
const stateOf = (participants: readonly Participant[], more = {}): ParticipantsState => ({
  ...{ state: 'complete', participants, stale: false, unreadable: 0, ...more },
});

/** A cache over rooms and participants that a test changes. */
function cacheOver(count: number, { locale = 'en' } = {}) {
  const rooms = new Map(Array.from({ length: count }, (_, n) => [sid('RM', n), roomOf(n)]));
  const states = new Map([...rooms.keys()].map((key, n) => [key, stateOf([person(n)])]));
  const at = { now: start, locale };
  const cache = new CallCache(
    { room: (key) => rooms.get(key), participantsState: (key) => states.get(key) },
    () => new Format({ locale: at.locale, times: 'utc', now: () => at.now }),
  );
  return { cache, rooms, states, at, key: sid('RM', 0) };
}

describe('The cache of calls', () => {
  it('has no call until all participants are known', () => {
    const { cache, states, key } = cacheOver(1);
    states.set(key, stateOf([], { state: 'loading' }));
    assert.equal(cache.get(key), undefined);
    assert.equal(cache.severityOf(key), undefined);
    states.set(key, stateOf([person(1)], { state: 'loading', partial: true }));
    assert.equal(cache.summaryOf(key), undefined, 'the first page of several');
    states.set(key, stateOf([person(1)], { state: 'failed', partial: true }));
    assert.equal(cache.summaryOf(key), undefined, 'a load that failed half-way');
    states.set(key, stateOf([person(1)], { state: 'failed' }));
    assert.ok(cache.summaryOf(key), 'those of the load before');
    states.delete(key);
    assert.equal(cache.summaryOf(key), undefined);
    states.set(key, stateOf([]));
    assert.ok(cache.get(key));
    assert.equal(cache.get('RM'), undefined, 'a room that is not known');
  });

  it('has the whole identity below its label where a stay is described', () => {
    const { cache, states, key } = cacheOver(1);
    const identity = JSON.stringify({ tenant: 'northside-clinic', name: 'Ana' });
    states.set(key, stateOf([person(1).with({ participant_identity: identity }), person(2)]));
    assert.deepEqual(cache.stayOf(key, sid('PA', 1))?.slice(0, 2), ['Ana', identity]);
    assert.deepEqual(cache.stayOf(key, sid('PA', 2))?.[0], 'p2');
    assert.match(cache.stayOf(key, sid('PA', 2))?.[1] ?? '', /09:01:00/);
    assert.equal(cache.stayOf(key, sid('PA', 3)), undefined);
  });

  it('tells stays that failed from those with an error that was got over', () => {
    const { cache, states, key } = cacheOver(1);
    const gotOver = person(2).with({ end_reason: 'disconnected_via_api' });
    const quiet = person(3).with({ error_code: null });
    states.set(key, stateOf([person(1), gotOver, quiet]));
    assert.deepEqual(
      [1, 2, 3, 4].map((n) => cache.severityOfStay(key, sid('PA', n))),
      ['error', 'warning', 'none', undefined],
    );
  });

  it('analyzes a call once for everybody who reads it', () => {
    const { cache, states, key } = cacheOver(1);
    const call = cache.get(key);
    assert.equal(cache.get(key), call);
    const known = states.get(key);
    assert.ok(known && call);
    states.set(key, { ...known, stale: true });
    assert.equal(cache.get(key), call, 'the participants are the same');
    assert.equal(cache.severityOf(key), call.severity);
    assert.equal(call.severity, 'error');
    assert.equal(cache.summaryOf(key), call.summary);
    assert.equal(call.analysis, cache.get(key)?.analysis);
  });

  it('analyzes it again when the room, its participants or the language are others', () => {
    const { cache, rooms, states, at, key } = cacheOver(1);
    const first = cache.get(key);
    rooms.set(key, roomOf(0, { end_reason: 'room_ended_via_api' }));
    const second = cache.get(key);
    assert.notEqual(second, first);
    states.set(key, stateOf([person(0), person(1)]));
    const third = cache.get(key);
    assert.equal(third?.participants.length, 2);
    at.locale = 'de';
    assert.notEqual(cache.get(key), third);
  });

  it('lets time pass only for rooms in progress', () => {
    const { cache, rooms, at, key } = cacheOver(1);
    const over = cache.get(key);
    at.now += 3_600_000;
    assert.equal(cache.get(key), over);
    rooms.set(key, roomOf(0, { room_status: 'in_progress', end_time: null }));
    const live = cache.get(key);
    at.now += 999;
    assert.equal(cache.get(key), live);
    at.now += 1;
    assert.notEqual(cache.get(key), live);
  });

  it('holds the calls in sight, and of all others what filters and charts need', () => {
    const { cache, rooms, key } = cacheOver(40);
    const call = cache.get(key);
    for (const other of rooms.keys()) assert.equal(cache.severityOf(other), 'error');
    assert.equal(cache.get(key), call, 'a filter drives none out');
    for (const other of [...rooms.keys()].slice(1, 16)) assert.ok(cache.get(other));
    assert.equal(cache.get(key), call);
    for (const other of [...rooms.keys()].slice(1, 17)) assert.ok(cache.get(other));
    assert.notEqual(cache.get(key), call, 'the least recently used goes');
    assert.deepEqual(cache.facetsOf(key)?.errorCode, ['53405']);
    assert.equal(cache.tallyOf(key)?.outcomes.all, 1);
  });

  it('reads a room that the store lacks from its participants', () => {
    const { cache, rooms, key } = cacheOver(1);
    const room = rooms.get(key);
    assert.ok(room);
    rooms.delete(key);
    assert.equal(cache.digest(room)?.severity, 'error');
    assert.equal(cache.severityOf(key), undefined);
  });
});
