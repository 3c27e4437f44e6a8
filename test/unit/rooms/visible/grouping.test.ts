import assert from 'node:assert/strict';
import { Room } from '../../../../src/insights/resources/room.ts';
import { groupRooms } from '../../../../src/rooms/visible/grouping.ts';

const room = (name: string, room_status: unknown, create_time: string | null = null) =>
  new Room({ room_name: name, room_status, create_time });
const shown = (rooms: Room[]) =>
  groupRooms(rooms).map(({ status, rooms: members }) => [
    status,
    members.map((one) => one.read('room_name')),
  ]);

describe('Groups of rooms', () => {
  it('are In progress and Completed, also when empty, and no other', () => {
    assert.deepEqual(shown([]), [
      ['in_progress', []],
      ['completed', []],
    ]);
  });

  it('have one more for any other status that occurs, and one for rooms without a status', () => {
    const rooms = [room('a', 'completed'), room('b', 'archived'), room('c', null), room('d', 'in-progress')];
    assert.deepEqual(shown(rooms), [
      ['in_progress', ['d']],
      ['completed', ['a']],
      ['archived', ['b']],
      ['', ['c']],
    ]);
  });

  it('keep the order in which the rooms come', () => {
    const rooms = [room('b', 'completed'), room('c', 'in_progress'), room('a', 'completed')];
    assert.deepEqual(shown(rooms)[1], ['completed', ['b', 'a']]);
  });
});
