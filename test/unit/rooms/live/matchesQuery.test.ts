import assert from 'node:assert/strict';
import { Room } from '../../../../src/insights/resources/room.ts';
import { matchesQuery } from '../../../../src/rooms/live/matchesQuery.ts';

const query = { createdAfter: 1000, createdBefore: 5000 };
const room = (created: number, more = {}) =>
  new Room({
    create_time: new Date(created).toISOString(),
    room_name: 'a',
    room_type: 'peer-to-peer',
    ...more,
  });

describe('A live room that was left out belongs to the list', () => {
  it('by the time of its creation, as the API would list it', () => {
    const inside = [999, 1000, 4999, 5000].map((created) => matchesQuery(query, false, room(created)));
    assert.deepEqual(inside, [false, true, true, false]);
    assert.equal(matchesQuery(query, false, room(1000, { create_time: null })), false);
  });

  it('also if it has begun since, where the window ends now', () => {
    assert.equal(matchesQuery(query, true, room(9000)), true);
    assert.equal(matchesQuery(query, true, room(999)), false);
  });

  it('by its name and its type, however that is written', () => {
    assert.equal(matchesQuery({ ...query, roomName: 'a' }, false, room(2000)), true);
    assert.equal(matchesQuery({ ...query, roomName: 'b' }, false, room(2000)), false);
    assert.equal(matchesQuery({ ...query, roomType: ['go', 'peer_to_peer'] }, false, room(2000)), true);
    assert.equal(matchesQuery({ ...query, roomType: ['go'] }, false, room(2000)), false);
    assert.equal(matchesQuery({ ...query, roomType: [] }, false, room(2000)), true);
  });
});
