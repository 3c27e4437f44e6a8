import assert from 'node:assert/strict';
import { minute } from '../../../../src/async/durations.ts';
import { type FailureKind, InsightsError } from '../../../../src/insights/core/errors.ts';
import type { RoomSid } from '../../../../src/insights/core/sid.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { LiveRoomSource } from '../../../../src/rooms/live/videoSource.ts';

const signal = new AbortController().signal;
const sid = `RM${'0'.repeat(32)}` as RoomSid;
const path = '/v1/Rooms';

/** A source on an API that fails as told, the number of its requests, and the refusals that were reported. */
function sourceOf(hasOwnHost = true) {
  let now = Date.UTC(2026, 9, 14);
  const state = { fails: undefined as unknown, requests: 0, refusals: [] as unknown[] };
  const reply = () => {
    state.requests++;
    if (state.fails !== undefined) throw state.fails;
  };
  const api = {
    hasOwnHost,
    async *listLiveRooms() {
      reply();
      yield { items: [], unreadable: 0, more: false };
    },
    async fetchRoom() {
      reply();
      return new Room({ room_sid: sid });
    },
    async *listParticipants() {
      reply();
      yield { items: [], unreadable: 0, more: false };
    },
  };
  const source = new LiveRoomSource(
    api,
    (error) => state.refusals.push(error),
    () => now,
  );
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { source, state, pass };
}

const failure = (kind: FailureKind, status?: number) => new InsightsError(kind, { path, status });

describe('The Video API on a host of its own', () => {
  for (const error of [
    failure('unreachable'),
    failure('tlsUntrusted'),
    failure('disconnected'),
    failure('timedOut'),
    failure('proxyRefused', 502),
    failure('unexpectedReply', 200),
    failure('unauthorized', 401),
    failure('testCredentials', 403),
    failure('accountNotActive', 400),
  ]) {
    it(`is given up once beside an Insights API that works: ${error.message}`, async () => {
      const { source, state } = sourceOf();
      state.fails = error;
      assert.equal(await source.rooms(signal, true), undefined);
      assert.equal(source.available, false);
      for (let round = 0; round < 3; round++) {
        assert.equal(await source.rooms(signal), undefined);
        assert.equal(await source.room(sid, signal), undefined);
        for await (const _ of source.participants(sid, ['connected'], signal)) assert.fail();
      }
      assert.equal(state.requests, 1);
      assert.deepEqual(state.refusals, [error]);
    });
  }

  it('is asked again after a quarter of an hour, without a further report if it still fails', async () => {
    const { source, state, pass } = sourceOf();
    state.fails = failure('tlsUntrusted');
    await source.rooms(signal, true);
    pass(14 * minute);
    assert.equal(await source.rooms(signal), undefined);
    assert.equal(state.requests, 1);
    pass(minute);
    assert.equal(source.available, true);
    assert.equal(await source.rooms(signal), undefined);
    assert.equal(await source.rooms(signal), undefined);
    assert.deepEqual([state.requests, state.refusals.length], [2, 1]);
    pass(15 * minute);
    state.fails = undefined;
    assert.ok(await source.rooms(signal));
    assert.equal(source.available, true);
  });

  it('tells a room that it does not know from one of which it was not asked', async () => {
    const { source, state, pass } = sourceOf();
    const noRoom = failure('notFound', 404);
    state.fails = noRoom;
    assert.equal(await source.room(sid, signal), 'unknown');
    assert.equal(source.available, true);
    await source.rooms(signal);
    assert.equal(source.available, false);
    assert.equal(await source.room(sid, signal), undefined);
    pass(15 * minute);
    assert.equal(
      await source.room(sid, signal),
      undefined,
      'a host without the API replies so to everything',
    );
    assert.equal(state.requests, 3);
    state.fails = undefined;
    assert.ok(await source.room(sid, signal));
    state.fails = noRoom;
    assert.equal(await source.room(sid, signal), 'unknown');
  });

  it('is asked again when the network settings have changed, and reported again', async () => {
    const { source, state } = sourceOf();
    state.fails = failure('unreachable');
    await source.rooms(signal, true);
    source.retry();
    assert.equal(await source.rooms(signal), undefined);
    assert.deepEqual([state.requests, state.refusals.length], [2, 2]);
    source.retry();
    state.fails = undefined;
    assert.ok(await source.rooms(signal));
  });

  it('is not given up for an outage of everything, or of the API', async () => {
    const { source, state } = sourceOf();
    for (const [error, insightsWorks] of [
      [failure('unreachable'), false],
      [failure('serverFailed', 500), true],
      [failure('rateLimited', 429), true],
      [failure('timedOut', 504), true],
    ] as const) {
      state.fails = error;
      await assert.rejects(source.rooms(signal, insightsWorks), error);
      assert.equal(source.available, true);
    }
    assert.deepEqual(state.refusals, []);
  });

  it('is not given up once it has replied', async () => {
    const { source, state } = sourceOf();
    await source.rooms(signal);
    state.fails = failure('tlsUntrusted');
    await assert.rejects(source.rooms(signal, true), failure('tlsUntrusted'));
    assert.equal(source.available, true);
  });
});

describe('The Video API on the same host as the Insights API', () => {
  it('is not given up for a failed connection, which concerns both', async () => {
    const { source, state } = sourceOf(false);
    state.fails = failure('unreachable');
    await assert.rejects(source.rooms(signal, true), failure('unreachable'));
    state.fails = failure('forbidden', 403);
    assert.equal(await source.rooms(signal, true), undefined);
    assert.equal(state.refusals.length, 1);
  });
});
