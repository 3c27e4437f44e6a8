import assert from 'node:assert/strict';
import { Room } from '../../../../src/insights/resources/room.ts';
import { RoomIndex } from '../../../../src/rooms/search/roomIndex.ts';
import { Format } from '../../../../src/text/format.ts';

const now = Date.UTC(2026, 10, 20, 12);
const format = new Format({ locale: 'en', times: 'utc', now: () => now });
const sid = (number: number) => `RM${String(number).padStart(32, '0')}`;

describe('the index of rooms', () => {
  const rooms = [
    new Room({ room_sid: sid(1), room_name: 'Stand-up: payments', create_time: '2026-11-20T09:15:00Z' }),
    new Room({ room_sid: sid(2), room_name: 'Équipe 国際', create_time: '2026-11-19T09:15:00Z' }),
    new Room({ room_sid: sid(3), room_name: null, create_time: '2026-11-18T14:05:00Z' }),
    new Room({ room_sid: sid(4), room_name: 'x'.repeat(1_000_000) }),
  ];
  const index = new RoomIndex(rooms, format);
  index.readOn(Number.POSITIVE_INFINITY);
  const found = (typed: string, most = 10) =>
    index.find(typed, most).rooms.map((room) => rooms.indexOf(room) + 1);

  it('finds by words of the name in any order, by SID and by time', () => {
    assert.deepEqual(found('PAY stand'), [1]);
    assert.deepEqual(found('equipe'), []);
    assert.deepEqual(found('équipe'), [2]);
    assert.deepEqual(found(sid(3).toLowerCase()), [3]);
    assert.deepEqual(found('11-18 14:05'), [3]);
    assert.deepEqual(found('09:15'), [1, 2]);
    assert.deepEqual(found(''), [1, 2, 3, 4]);
    assert.deepEqual(found('nothing'), []);
  });

  it('finds in every script, however the letters are written', () => {
    const names = ['İstanbul', 'Straße 7', 'Ｒｏｏｍ７', 'Zoe\u0308'];
    const some = new RoomIndex(
      names.map((room_name) => new Room({ room_name })),
      format,
    );
    some.readOn(Number.POSITIVE_INFINITY);
    for (const [typed, name] of [
      ['istanbul', 'İstanbul'],
      ['ISTANBUL', 'İstanbul'],
      ['STRASSE', 'Straße 7'],
      ['room7', 'Ｒｏｏｍ７'],
      ['ＲＯＯＭ', 'Ｒｏｏｍ７'],
      ['zoë', 'Zoe\u0308'],
    ] as const)
      assert.deepEqual(
        some.find(typed, 9).rooms.map((room) => room.read('room_name')),
        [name],
        typed,
      );
  });

  it('finds without a word before anything has been read, and with one the first rooms as they are read', () => {
    const many = Array.from({ length: 1000 }, (_, place) => new Room({ room_name: `room ${place}` }));
    const unread = new RoomIndex(many, format);
    assert.deepEqual(unread.find('', 2), { rooms: many.slice(0, 2), count: 1000 });
    assert.equal(unread.find('room', 2).count, 0);
    unread.readOn(0);
    assert.equal(unread.isWhole, false);
    assert.deepEqual(unread.find('room', 2).rooms, many.slice(0, 2));
    while (!unread.isWhole) unread.readOn(0);
    assert.deepEqual(unread.find('room 999', 2), { rooms: many.slice(999), count: 1 });
  });

  it('gives the first of many, and counts all', () => {
    assert.deepEqual(index.find('', 2).rooms, rooms.slice(0, 2));
    assert.equal(index.find('', 2).count, 4);
  });
});
