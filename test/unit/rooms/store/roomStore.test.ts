import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Page } from '../../../../src/insights/client/paging.ts';
import type { RoomSid } from '../../../../src/insights/core/sid.ts';
import { Participant } from '../../../../src/insights/resources/participant.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import type { RoomChange, RoomSource } from '../../../../src/rooms/model/storeState.ts';
import { RoomStore } from '../../../../src/rooms/store/roomStore.ts';
import { sampleClient } from '../../../../src/sample/sampleClient.ts';

const query = { createdAfter: Date.now() - 86_400_000, createdBefore: Date.now() };
const sid = (n: number): RoomSid => `RM${String(n).padStart(32, '0')}`;
const room = (n: number, more = {}) => new Room({ room_sid: sid(n), room_status: 'completed', ...more });
const person = (n: number) => new Participant({ participant_sid: `PA${String(n).padStart(32, '0')}` });
const pageOf = <Item>(items: Item[], unreadable = 0): Page<Item> => ({ items, unreadable, more: true });

/** A source whose pages and answers are given. A gate that is not opened holds the answer back. */
function source(given: Partial<Record<keyof RoomSource, (...args: never[]) => unknown>>): RoomSource {
  return { maxConcurrentRequests: 8, ...given } as unknown as RoomSource;
}

async function* pages<Item>(...items: (Page<Item> | Error | Promise<unknown>)[]) {
  for (const item of items) {
    if (item instanceof Error) throw item;
    if (item instanceof Promise) await item;
    else yield item;
  }
}

const keys = (store: RoomStore) => [...store.listedRooms()].map(({ key }) => key).sort();

describe('RoomStore', () => {
  it('lists the sample rooms, each once', async () => {
    const store = new RoomStore();
    store.use(sampleClient());
    await store.list(query);
    assert.equal(store.listing.state, 'complete');
    assert.ok(store.listedCount > 20);
    assert.equal(new Set(keys(store)).size, store.listedCount);
  });

  it('de-duplicates by SID: rows can shift between pages', async () => {
    const store = new RoomStore();
    store.use(source({ listRooms: () => pages(pageOf([room(1), room(2)]), pageOf([room(2), room(3)])) }));
    await store.list(query);
    assert.deepEqual(keys(store), [sid(1), sid(2), sid(3)]);
  });

  it('keeps what was there when a refresh fails, and what had come', async () => {
    const store = new RoomStore();
    const failure = new Error('down');
    const lists = [pages(pageOf([room(1), room(2)])), pages(pageOf([room(3)]), failure)];
    store.use(source({ listRooms: () => lists.shift() }));
    await store.list(query);
    await store.list(query);
    assert.deepEqual(store.listing, { state: 'failed', error: failure });
    assert.deepEqual(keys(store), [sid(1), sid(2), sid(3)]);
  });

  it('drops rooms that left the window only when the new list is whole', async () => {
    const store = new RoomStore();
    const gate = Promise.withResolvers<void>();
    const lists = [pages(pageOf([room(1), room(2)])), pages(pageOf([room(2)]), gate.promise)];
    store.use(source({ listRooms: () => lists.shift() }));
    await store.list(query);
    const listing = store.list(query);
    await new Promise(setImmediate);
    assert.deepEqual(keys(store), [sid(1), sid(2)]);
    gate.resolve();
    await listing;
    assert.deepEqual(keys(store), [sid(2)]);
  });

  it('drops late answers of an account that is signed out', async () => {
    const store = new RoomStore();
    const gate = Promise.withResolvers<void>();
    store.use(
      source({
        listRooms: () => pages<Room>(gate.promise, pageOf([room(1)])),
        fetchRoom: () => gate.promise.then(() => room(2)),
        listParticipants: () => pages<Participant>(gate.promise, pageOf([person(1)])),
      }),
    );
    const list = store.list(query);
    const fetched = assert.rejects(store.fetchRoom(sid(2)), { name: 'AbortError' });
    const participants = store.loadParticipants(sid(2));
    store.use(undefined);
    const after: RoomChange[] = [];
    store.events.on('change', (change) => after.push(change));
    gate.resolve();
    await Promise.all([list, fetched, participants]);
    assert.deepEqual(after, []);
    assert.equal(store.listedCount, 0);
    assert.equal(store.room(sid(2)), undefined);
    assert.equal(store.participantsState(sid(2)), undefined);
  });

  it('ends a list that is cancelled, and keeps what has come', async () => {
    const store = new RoomStore();
    const gate = Promise.withResolvers<void>();
    store.use(source({ listRooms: () => pages(pageOf([room(1)]), gate.promise, pageOf([room(2)])) }));
    const list = store.list(query);
    await new Promise(setImmediate);
    store.cancelListing();
    gate.resolve();
    await list;
    assert.equal(store.listing.state, 'cancelled');
    assert.deepEqual(keys(store), [sid(1)]);
  });

  it('tells of a list that is cancelled before its first page that it can go on', async () => {
    const store = new RoomStore();
    const gate = Promise.withResolvers<void>();
    store.use(source({ listRooms: () => pages(gate.promise, pageOf([room(1)])) }));
    const list = store.list(query);
    await new Promise(setImmediate);
    const told: boolean[] = [];
    store.events.on('change', () => told.push(store.stopped));
    store.cancelListing();
    gate.resolve();
    await list;
    assert.equal(told.at(-1), true);
    await store.loadMore();
    assert.deepEqual([store.listing.state, keys(store)], ['complete', [sid(1)]]);
  });

  it('stops at 10,000 rooms, says so, and goes on when asked', async () => {
    const store = new RoomStore();
    const thousand = (page: number) => pageOf(Array.from({ length: 1000 }, (_, n) => room(page * 1000 + n)));
    store.use(source({ listRooms: () => pages(...Array.from({ length: 12 }, (_, page) => thousand(page))) }));
    await store.list(query);
    assert.deepEqual([store.listing.state, store.listedCount], ['paused', 10_000]);
    await store.loadMore();
    assert.deepEqual([store.listing.state, store.listedCount], ['complete', 12_000]);
  });

  it('holds after a refresh that stops at the limit only what that brought', async () => {
    const store = new RoomStore();
    const from = (first: number) =>
      Array.from({ length: 11 }, (_, page) =>
        pageOf(Array.from({ length: 1000 }, (_, n) => room(first + page * 1000 + n))),
      );
    const lists = [pages(...from(0)), pages(...from(5000))];
    store.use(source({ listRooms: () => lists.shift() }));
    await store.list(query);
    await store.list(query);
    assert.deepEqual([store.listing.state, store.listedCount], ['paused', 10_000]);
    assert.equal(store.room(sid(0)), undefined);
  });

  it('shows no room of a wider window as one of a narrower', async () => {
    const store = new RoomStore();
    const old = new Date(query.createdAfter - 1000).toISOString();
    const recent = new Date(query.createdAfter).toISOString();
    const lists = [
      pages(pageOf([room(1, { create_time: old }), room(2, { create_time: recent }), room(3)])),
      pages<Room>(new Error('down')),
    ];
    store.use(source({ listRooms: () => lists.shift() }));
    await store.list({ ...query, createdAfter: query.createdAfter - 86_400_000 });
    await store.list(query);
    assert.deepEqual(keys(store), [sid(2), sid(3)]);
  });

  it('keeps a room that was fetched by its SID when it is in no list', async () => {
    const store = new RoomStore();
    store.use(source({ listRooms: () => pages(pageOf([room(1)])), fetchRoom: async () => room(7) }));
    await store.fetchRoom(sid(7));
    await store.list(query);
    assert.ok(store.room(sid(7)));
    assert.deepEqual(keys(store), [sid(1)]);
  });

  it('marks participants as stale whose room changed while they were on their way', async () => {
    const store = new RoomStore();
    const gate = Promise.withResolvers<void>();
    store.use(
      source({
        fetchRoom: async () => room(1, { unique_participants: 2 }),
        listParticipants: () => pages<Participant>(gate.promise, pageOf([person(1)])),
      }),
    );
    const loading = store.loadParticipants(sid(1));
    await store.fetchRoom(sid(1));
    gate.resolve();
    await loading;
    assert.equal(store.participantsState(sid(1))?.stale, true);
  });

  it('counts rows that are no participants', async () => {
    const store = new RoomStore();
    store.use(source({ listParticipants: () => pages(pageOf<Participant>([], 1)) }));
    await store.loadParticipants(sid(1));
    assert.equal(store.participantsState(sid(1))?.unreadable, 1);
  });

  it('counts rows that are no rooms', async () => {
    const store = new RoomStore();
    store.use(source({ listRooms: () => pages(pageOf([room(1)], 2), pageOf<Room>([], 1)) }));
    await store.list(query);
    assert.equal(store.unreadable, 3);
  });

  it('asks once for the participants that two want at the same time', async () => {
    const store = new RoomStore();
    let asked = 0;
    const listParticipants = () => {
      asked++;
      return pages(pageOf([person(1), person(1), person(2)]));
    };
    store.use(source({ listParticipants }));
    await Promise.all([store.loadParticipants(sid(1)), store.loadParticipants(sid(1))]);
    assert.equal(asked, 1);
    assert.equal(store.participantsState(sid(1))?.participants.length, 2);
  });

  it('keeps participants that were there when loading them again fails', async () => {
    const store = new RoomStore();
    const lists = [pages(pageOf([person(1)])), pages<Participant>(new Error('down'))];
    store.use(source({ listParticipants: () => lists.shift() }));
    await store.loadParticipants(sid(1));
    await store.loadParticipants(sid(1));
    const participantsState = store.participantsState(sid(1));
    assert.deepEqual([participantsState?.state, participantsState?.participants.length], ['failed', 1]);
  });

  it('marks participants as stale when their room changed, or is live', async () => {
    const store = new RoomStore();
    const lists = [
      [room(1), room(2)],
      [room(1), room(2, { unique_participants: 3 })],
      [room(1), room(2, { unique_participants: 3 })],
    ];
    store.use(
      source({
        listRooms: () => pages(pageOf(lists.shift() ?? [])),
        listParticipants: () => pages(pageOf([person(1)])),
      }),
    );
    await store.list(query);
    for (const n of [1, 2]) await store.loadParticipants(sid(n));
    await store.list(query);
    assert.deepEqual(
      [1, 2].map((n) => store.participantsState(sid(n))?.stale),
      [false, true],
    );
  });

  it('stays at its revision where a list brings the same, and marks who is in a room in progress as stale', async () => {
    const store = new RoomStore();
    const live = () => room(1, { room_status: 'in_progress' });
    store.use(
      source({
        listRooms: () => pages(pageOf([live(), room(2)])),
        listParticipants: () => pages(pageOf([person(1)])),
      }),
    );
    await store.list(query);
    for (const n of [1, 2]) await store.loadParticipants(sid(n));
    const { revision, liveRooms, listedInOrder } = store;
    await store.list(query);
    assert.equal(store.revision, revision);
    assert.equal(store.listedInOrder, listedInOrder);
    assert.deepEqual(store.liveRooms, liveRooms);
    assert.deepEqual(
      [1, 2].map((n) => store.participantsState(sid(n))?.stale),
      [true, false],
    );
  });

  it('keeps the participants of a room as the same objects where they are loaded again and are the same', async () => {
    const store = new RoomStore();
    let people = [person(1), person(2)];
    store.use(
      source({
        listRooms: () => pages(pageOf([room(1)])),
        listParticipants: () => pages(pageOf(people.map(({ json }) => new Participant({ ...json })))),
      }),
    );
    await store.list(query);
    await store.loadParticipants(sid(1));
    const before = store.participantsState(sid(1))?.participants;
    await store.loadParticipants(sid(1));
    assert.equal(store.participantsState(sid(1))?.participants, before);
    people = [person(1), person(3)];
    await store.loadParticipants(sid(1));
    assert.deepEqual(
      store.participantsState(sid(1))?.participants.map(({ key }) => key),
      people.map(({ key }) => key),
    );
  });

  it('tells of each change what changed', async () => {
    const store = new RoomStore();
    store.use(source({ fetchRoom: async () => room(7) }));
    const told = once(store.events, 'change');
    await store.fetchRoom(sid(7));
    assert.deepEqual(await told, [{ kind: 'room', key: sid(7) }]);
  });
});
