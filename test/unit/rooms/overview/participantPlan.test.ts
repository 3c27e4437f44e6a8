import assert from 'node:assert/strict';
import { Room } from '../../../../src/insights/resources/room.ts';
import { loadingOrder, requestsFor } from '../../../../src/rooms/overview/participantPlan.ts';
import { FigureReader } from '../../../../src/rooms/overview/roomFigures.ts';
import { day, now } from '../../pages/overview/fixtures.ts';
import { Asked, sid, sids } from './askedStore.ts';

describe('Loading the participants of many rooms', () => {
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
