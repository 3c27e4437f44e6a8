import assert from 'node:assert/strict';
import type { RoomSid } from '../../../../src/insights/core/sid.ts';
import { Participant } from '../../../../src/insights/resources/participant.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import type { RoomSource } from '../../../../src/rooms/model/storeState.ts';
import { ParticipantLoad } from '../../../../src/rooms/overview/participantLoad.ts';
import { loadingOrder, requestsFor } from '../../../../src/rooms/overview/participantPlan.ts';
import { FigureReader } from '../../../../src/rooms/overview/roomFigures.ts';
import { RoomStore } from '../../../../src/rooms/store/roomStore.ts';
import { day, now } from '../../pages/overview/fixtures.ts';

const sid = (n: number): RoomSid => `RM${String(n).padStart(32, '0')}`;
const sids = (count: number) => Array.from({ length: count }, (_, n) => sid(n));

/** A store whose participants are answered by the test. */
class Asked {
  readonly store = new RoomStore();
  readonly rooms: RoomSid[] = [];
  mostAtOnce = 0;
  #running = 0;

  constructor(answer: (room: RoomSid) => Promise<unknown> | undefined, listed: Room[] = []) {
    const asked = this;
    async function* listParticipants(room: RoomSid) {
      asked.rooms.push(room);
      asked.#running++;
      asked.mostAtOnce = Math.max(asked.mostAtOnce, asked.#running);
      try {
        await answer(room);
      } finally {
        asked.#running--;
      }
      yield { items: [new Participant({ participant_sid: room.replace('RM', 'PA') })], unreadable: 0 };
    }
    async function* listRooms() {
      yield { items: listed, unreadable: 0 };
    }
    const source = { maxConcurrentRequests: 8, listParticipants, listRooms };
    this.store.use(source as unknown as RoomSource);
  }

  load(rooms: readonly RoomSid[]): ParticipantLoad {
    return new ParticipantLoad(this.store, rooms, () => {});
  }
}

describe('Loading the participants of many rooms', () => {
  it('asks for each room once, in the order given, a few at a time', async () => {
    const asked = new Asked(() => new Promise((resolve) => setImmediate(resolve)));
    const load = asked.load(sids(23));
    await load.run();
    assert.deepEqual(asked.rooms, sids(23));
    assert.equal(asked.mostAtOnce, 5);
    assert.deepEqual(load.progress, { total: 23, done: 23, failed: 0, state: 'complete' });
  });

  it('asks for no further room when it is cancelled, and keeps what has come', async () => {
    const gate = Promise.withResolvers<void>();
    const asked = new Asked((room) => (room === sid(7) ? gate.promise : undefined));
    const load = asked.load(sids(40));
    const running = load.run();
    while (!asked.rooms.includes(sid(7))) await new Promise(setImmediate);
    load.cancel();
    const sofar = asked.rooms.length;
    gate.resolve();
    await running;
    assert.equal(asked.rooms.length, sofar);
    assert.equal(load.progress.state, 'cancelled');
    assert.equal(asked.store.participantsState(sid(0))?.state, 'complete');
    assert.equal(asked.store.participantsState(sid(7))?.state, 'complete', 'what was on its way still comes');
  });

  it('counts failures and goes on', async () => {
    const failure = new Error('lost');
    const asked = new Asked((room) => (room === sid(3) ? Promise.reject(failure) : undefined));
    const load = asked.load(sids(20));
    await load.run();
    const { done, failed, state, error } = load.progress;
    assert.deepEqual(
      { done, failed, state, error },
      { done: 20, failed: 1, state: 'complete', error: failure },
    );
  });

  it('stops when one after the other fails: the rest is not tried in vain', async () => {
    const asked = new Asked(() => Promise.reject(new Error('down')));
    const load = asked.load(sids(1000));
    await load.run();
    assert.equal(load.progress.state, 'stopped');
    assert.ok(asked.rooms.length < 20, `${asked.rooms.length} rooms were asked for`);
  });

  it('begins with the newest, and asks only for rooms that have a SID', () => {
    const rooms = [2, 0, 3, 1].map((age) => roomOf(sid(age), age));
    assert.deepEqual(
      loadingOrder([...rooms, new Room({ create_time: new Date(now).toISOString() })]),
      sids(4),
    );
  });

  it('is for rooms that were never loaded, failed, or changed since', async () => {
    const rooms = sids(4).map(roomOf);
    const asked = new Asked(
      (room) => (room === sid(2) ? Promise.reject(new Error('lost')) : undefined),
      rooms,
    );
    await asked.store.list({ createdAfter: now - day, createdBefore: now });
    for (const room of sids(3)) await asked.store.loadParticipants(room);
    rooms[1] = new Room({ ...rooms[1]?.json, duration_sec: 60 });
    await asked.store.list({ createdAfter: now - day, createdBefore: now });
    const figures = new FigureReader();
    const costs = [...asked.store.listedRooms()].map((room) =>
      requestsFor(room, asked.store.participantsState(room.key), figures),
    );
    assert.deepEqual(costs, [0, 1, 1, 1]);
  });

  it('costs a request for each thousand participants, and at least one', () => {
    const cost = (unique_participants: number | null) =>
      requestsFor(new Room({ room_sid: sid(1), unique_participants }), undefined, new FigureReader());
    assert.deepEqual([null, 0, 1, 1000, 1001, 2500].map(cost), [1, 1, 1, 1, 2, 3]);
    assert.equal(requestsFor(new Room({}), undefined, new FigureReader()), 0);
  });
});

function roomOf(room_sid: string, age: number): Room {
  return new Room({
    room_sid,
    room_status: 'completed',
    create_time: new Date(now - (age + 1) * 60_000).toISOString(),
  });
}
