import assert from 'node:assert/strict';
import { RoomLookup } from '../../../src/assistant/roomLookup.ts';
import { now } from './fixtures.ts';
import { hour, never, range, sampleLookup } from './sampleLookup.ts';

const day = 24 * hour;

const window = { createdAfter: now - day, createdBefore: now };

describe('The rooms for an assistant’s question', () => {
  it('are those of the loaded list, or of a part of it, without a request', async () => {
    const { store, asked, rooms } = sampleLookup();
    await store.list(window);
    const before = asked.length;
    const all = await rooms.find(range(24, { own: true }), never);
    assert.equal(all.rooms.length, store.listedCount);
    const part = await rooms.find(range(6), never);
    assert.ok(part.rooms.length > 0 && part.rooms.length < all.rooms.length);
    for (const { created = 0 } of part.rooms) assert.ok(created >= now - 6 * hour && created < now);
    assert.equal(asked.length, before);
  });

  it('include those of the last minutes where the clock of Twilio is ahead', async () => {
    const { store, rooms } = sampleLookup();
    // The list was made by a clock that is ten minutes behind.
    await store.list({ createdAfter: now - day, createdBefore: now });
    const behind = now - hour / 6;
    const late = [...store.listedRooms()].filter(({ created = 0 }) => created >= behind).length;
    assert.ok(late > 0);
    const lookup = new RoomLookup(store, () => behind);
    const slice = { after: behind - 6 * hour, before: behind };
    const { rooms: found } = await lookup.find({ ...range(6), slice }, never);
    assert.equal(found.filter(({ created = 0 }) => created >= behind).length, late);
    const past = { after: behind - 6 * hour, before: behind - hour };
    const { rooms: older } = await lookup.find({ ...range(6), slice: past }, never);
    assert.ok(older.every(({ created = 0 }) => created < past.before));
    lookup.dispose();
    rooms.dispose();
  });

  it('are listed for it where the list does not hold them, and the list stays', async () => {
    const { store, asked, rooms } = sampleLookup();
    const first = await rooms.find(range(24, { own: true }), never);
    assert.ok(first.rooms.length > 0);
    assert.equal(store.listing.state, 'none');
    await store.list(window);
    const count = store.listedCount;
    const before = asked.length;
    const older = await rooms.find(range(7 * 24), never);
    assert.ok(older.rooms.length > count);
    assert.ok(asked.length > before);
    assert.equal(store.listedCount, count);
    assert.deepEqual(store.window, { after: now - day, before: now });
  });

  it('are listed for it where Twilio has filtered the list', async () => {
    const { store, rooms } = sampleLookup();
    await store.list({ ...window, roomType: ['go'] });
    const filter = { facets: { type: ['go'] } };
    const all = await rooms.find(range(24, { own: true, filter }), never);
    assert.ok(all.rooms.length > store.listedCount);
  });

  it('are the same for the next page, and others when they are asked for anew', async () => {
    const { asked, rooms } = sampleLookup();
    const first = await rooms.find(range(48), never);
    const before = asked.length;
    assert.deepEqual((await rooms.find(range(48), never)).rooms, first.rooms);
    assert.equal(asked.length, before);
    await rooms.find(range(48, { refresh: true }), never);
    assert.ok(asked.length > before);
  });

  it('and their pseudonyms are forgotten with the account', async () => {
    const { store, source, asked, rooms } = sampleLookup();
    const [room] = (await rooms.find(range(48), never)).rooms;
    assert.ok(room);
    assert.equal(rooms.names.of(room.with({ room_name: 'one' }), false), 'Room name 1');
    assert.equal(rooms.names.of(room.with({ room_name: 'two' }), false), 'Room name 2');
    const before = asked.length;
    store.use(source);
    assert.equal(rooms.names.of(room.with({ room_name: 'two' }), false), 'Room name 1');
    await rooms.find(range(48), never);
    assert.ok(asked.length > before);
  });

  it('wait for a list that is on its way', async () => {
    const { store, asked, rooms } = sampleLookup();
    const listing = store.list(window);
    const found = await rooms.find(range(24, { own: true }), never);
    await listing;
    assert.equal(found.rooms.length, store.listedCount);
    assert.equal(asked.length, 1);
  });

  it('are given up with the signal, also while they are waited for', async () => {
    const { store, rooms } = sampleLookup();
    const giveUp = new AbortController();
    const listing = store.list(window);
    const found = rooms.find(range(24, { own: true }), giveUp.signal);
    giveUp.abort();
    await assert.rejects(found, { name: 'AbortError' });
    await listing;
    await assert.rejects(rooms.find(range(72), AbortSignal.abort()), { name: 'AbortError' });
  });
});
