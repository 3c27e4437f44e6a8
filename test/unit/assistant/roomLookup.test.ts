import assert from 'node:assert/strict';
import { confirmListing, confirmReading } from '../../../src/assistant/confirmation.ts';
import { loadProblems } from '../../../src/assistant/loadProblems.ts';
import { type AskedRange, RoomLookup } from '../../../src/assistant/roomLookup.ts';
import type { RoomQuery } from '../../../src/insights/client/insightsClient.ts';
import { noFilter } from '../../../src/rooms/filter/roomFilter.ts';
import type { RoomSource } from '../../../src/rooms/model/storeState.ts';
import { RoomStore } from '../../../src/rooms/store/roomStore.ts';
import { sampleClient } from '../../../src/sample/sampleClient.ts';
import { now } from './fixtures.ts';

const hour = 3_600_000;
const day = 24 * hour;
const never = new AbortController().signal;

/** A store on the sample rooms that counts what it asks for, and the rooms for an assistant's questions. */
function stage() {
  const client = sampleClient(() => now);
  const asked: RoomQuery[] = [];
  const source: RoomSource = {
    maxConcurrentRequests: 8,
    listRooms: (query, signal) => {
      asked.push(query);
      return client.listRooms(query, signal);
    },
    fetchRoom: (sid, signal) => client.fetchRoom(sid, signal),
    listParticipants: (sid, signal) => client.listParticipants(sid, signal),
  };
  const store = new RoomStore();
  store.use(source);
  return { store, source, asked, rooms: new RoomLookup(store, () => now) };
}

const range = (hours: number, more: Partial<AskedRange> = {}): AskedRange => ({
  slice: { after: now - hours * hour, before: now },
  ...{ own: false, filter: noFilter, refresh: false },
  ...more,
});
const window = { createdAfter: now - day, createdBefore: now };

describe('The rooms for an assistant’s question', () => {
  it('are those of the loaded list, or of a part of it, without a request', async () => {
    const { store, asked, rooms } = stage();
    await store.list(window);
    const before = asked.length;
    const all = await rooms.find(range(24, { own: true }), never);
    assert.equal(all.rooms.length, store.listedCount);
    const part = await rooms.find(range(6), never);
    assert.ok(part.rooms.length > 0 && part.rooms.length < all.rooms.length);
    for (const { created = 0 } of part.rooms) assert.ok(created >= now - 6 * hour && created < now);
    assert.equal(asked.length, before);
  });

  it('are listed for it where the list does not hold them, and the list stays', async () => {
    const { store, asked, rooms } = stage();
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
    const { store, rooms } = stage();
    await store.list({ ...window, roomType: ['go'] });
    const filter = { facets: { type: ['go'] } };
    const all = await rooms.find(range(24, { own: true, filter }), never);
    assert.ok(all.rooms.length > store.listedCount);
  });

  it('are the same for the next page, and others when they are asked for anew', async () => {
    const { asked, rooms } = stage();
    const first = await rooms.find(range(48), never);
    const before = asked.length;
    assert.deepEqual((await rooms.find(range(48), never)).rooms, first.rooms);
    assert.equal(asked.length, before);
    await rooms.find(range(48, { refresh: true }), never);
    assert.ok(asked.length > before);
  });

  it('and their pseudonyms are forgotten with the account', async () => {
    const { store, source, asked, rooms } = stage();
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
    const { store, asked, rooms } = stage();
    const listing = store.list(window);
    const found = await rooms.find(range(24, { own: true }), never);
    await listing;
    assert.equal(found.rooms.length, store.listedCount);
    assert.equal(asked.length, 1);
  });

  it('are given up with the signal, also while they are waited for', async () => {
    const { store, rooms } = stage();
    const giveUp = new AbortController();
    const listing = store.list(window);
    const found = rooms.find(range(24, { own: true }), giveUp.signal);
    giveUp.abort();
    await assert.rejects(found, { name: 'AbortError' });
    await listing;
    await assert.rejects(rooms.find(range(72), AbortSignal.abort()), { name: 'AbortError' });
  });

  it('are checked in their order, no more than asked for, and each once', async () => {
    const { store, rooms } = stage();
    const { rooms: found } = await rooms.find(range(24), never);
    await loadProblems(store, found, 5, never);
    const known = found.filter(({ key }) => store.participantsState(key)?.state === 'complete');
    assert.deepEqual(known, found.slice(0, 5));
    await loadProblems(store, found.slice(0, 5), 5, never);
    await assert.rejects(loadProblems(store, found, 50, AbortSignal.abort()), { name: 'AbortError' });
  });

  it('are not asked for with the credentials of another account', async () => {
    const { store, source, rooms } = stage();
    const { rooms: found } = await rooms.find(range(24), never);
    const asked: string[] = [];
    const checking = loadProblems(store, found, found.length, never);
    store.use({
      ...source,
      listParticipants: (sid, signal) => {
        asked.push(sid);
        return source.listParticipants(sid, signal);
      },
    });
    await checking;
    assert.deepEqual(asked, []);
  });
});

describe('What a person is asked before an assistant reads', () => {
  it('says what it gets, what that costs, and whether names are among it', () => {
    assert.match(confirmListing(false, 0).message, /Names and identities are replaced\.$/);
    assert.doesNotMatch(confirmListing(false, 0).message, /Participants of up to/);
    assert.match(
      confirmListing(true, 30).message,
      /up to 30 rooms.*\*\*Names and identities are given as they are\*\*/,
    );
    const sid = `RM${'a'.repeat(32)}`;
    assert.ok(confirmReading(sid, false).message.includes(`\`${sid}\``));
    assert.ok(confirmReading(sid, false).running.includes(sid));
    assert.match(confirmReading(undefined, true).message, /without a SID.*given as they are/);
  });
});
