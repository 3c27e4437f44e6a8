import assert from 'node:assert/strict';
import { Room } from '../../../../src/insights/resources/room.ts';
import { RoomFinder } from '../../../../src/rooms/search/roomFinder.ts';
import { Format } from '../../../../src/text/format.ts';

const now = Date.UTC(2026, 10, 20, 12);
const format = new Format({ locale: 'en', times: 'utc', now: () => now });

describe('the finder of rooms', () => {
  const named = (...names: string[]) => names.map((room_name) => new Room({ room_name }));

  it('searches the rooms of before until the new ones have been read, and tells when', async () => {
    const store = { revision: 1, listedRooms: () => named('one', 'two').values() };
    let read = Promise.withResolvers<void>();
    const finder = new RoomFinder(store, format, () => read.resolve());
    assert.deepEqual([finder.reading, finder.find('', 10).count], [true, 2]);
    await read.promise;
    assert.deepEqual([finder.reading, finder.find('two', 10).count], [false, 1]);
    read = Promise.withResolvers();
    store.revision = 2;
    store.listedRooms = () => named('one', 'two', 'twofold').values();
    finder.follow();
    assert.deepEqual([finder.reading, finder.find('two', 10).count], [true, 1]);
    await read.promise;
    assert.equal(finder.find('two', 10).count, 2);
  });

  it('follows a list that changes while it is read, and finishes at once where it has to', async () => {
    const store = { revision: 1, listedRooms: () => named('one').values() };
    const read = Promise.withResolvers<void>();
    const finder = new RoomFinder(store, format, () => read.resolve());
    store.revision = 2;
    store.listedRooms = () => named('one', 'two').values();
    finder.follow();
    await read.promise;
    assert.equal(finder.find('two', 10).count, 0);
    finder.finish();
    assert.deepEqual([finder.reading, finder.find('two', 10).count], [false, 1]);
    finder.dispose();
  });
});
