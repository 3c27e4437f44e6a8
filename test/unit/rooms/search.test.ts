import assert from 'node:assert/strict';
import fc from 'fast-check';
import { severityRank } from '../../../src/calls/findings/severity.ts';
import { Room } from '../../../src/insights/resources/room.ts';
import { newestFirst, readSortOrder, sortOrders, sortRooms } from '../../../src/rooms/filter/sorting.ts';
import type { RoomSource } from '../../../src/rooms/model/storeState.ts';
import { ParticipantSearch, type SearchProgress } from '../../../src/rooms/search/participantSearch.ts';
import { RoomFinder } from '../../../src/rooms/search/roomFinder.ts';
import { RoomIndex } from '../../../src/rooms/search/roomIndex.ts';
import { RoomStore } from '../../../src/rooms/store/roomStore.ts';
import { sampleClient } from '../../../src/sample/sampleClient.ts';
import { sampleRooms } from '../../../src/sample/world/fixedRooms.ts';
import { Format } from '../../../src/text/format.ts';

const now = Date.UTC(2026, 10, 20, 12);
const format = new Format({ locale: 'en', times: 'utc', now: () => now });
const sid = (number: number) => `RM${String(number).padStart(32, '0')}`;
const never = new AbortController().signal;

describe('sorted rooms', () => {
  const json = fc.record(
    {
      create_time: fc
        .integer({ min: 0, max: 100 })
        .map((minute) => new Date(now - minute * 60_000).toISOString()),
      duration_sec: fc.nat({ max: 50 }),
      unique_participants: fc.nat({ max: 5 }),
      room_status: fc.constantFrom('completed', 'in-progress'),
    },
    { requiredKeys: [] },
  );
  const rooms = fc
    .array(json, { maxLength: 60, size: 'max' })
    .map((all) => all.map((one, number) => new Room({ ...one, room_sid: sid(number) })));

  it('are the same rooms, the greatest first, the newest first among equals, the unknown last', () => {
    fc.assert(
      fc.property(rooms, fc.constantFrom(...sortOrders), (all, order) => {
        const severities = [undefined, 'info', 'warning', 'error'] as const;
        const severityOf = (key: string) => severities[Number(key.at(-1)) % 4];
        const newest = newestFirst(all);
        const sorted = sortRooms(newest, order, { now, severityOf });
        assert.deepEqual(new Set(sorted), new Set(all));
        assert.equal(sorted.length, all.length);
        const sortedBy = (room: Room) => {
          if (order === 'worst') return severityRank(severityOf(room.key));
          if (order === 'largest') return room.read('unique_participants') ?? -1;
          if (order === 'newest') return room.created ?? -1;
          if (room.live)
            return room.created === undefined ? (room.read('duration_sec') ?? -1) : now - room.created;
          return room.read('duration_sec') ?? -1;
        };
        for (const [place, room] of sorted.entries()) {
          const next = sorted[place + 1];
          if (!next || (order === 'longest' && (room.live || next.live))) continue;
          assert.ok(sortedBy(room) >= sortedBy(next), `${order} at ${place}`);
          if (sortedBy(room) === sortedBy(next))
            assert.ok((room.created ?? -1) >= (next.created ?? -1), `${order} among equals`);
        }
      }),
    );
  });

  it('stand newest first where a kept order is none', () => {
    for (const kept of [undefined, 'best', 3, {}]) assert.equal(readSortOrder(kept), 'newest');
    assert.equal(readSortOrder('worst'), 'worst');
  });
});

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

describe('the search for a participant', () => {
  async function listed(source: RoomSource = sampleClient(() => now)): Promise<RoomStore> {
    const store = new RoomStore();
    store.use(source);
    await store.list({ createdAfter: now - 24 * 3_600_000, createdBefore: now });
    return store;
  }
  const newest = (store: RoomStore) => newestFirst([...store.listedRooms()]);
  const last = (told: readonly SearchProgress[]) => told.at(-1) as SearchProgress;

  it('costs nothing until it is told to load, and says what that costs', async () => {
    const store = await listed();
    const search = new ParticipantSearch(store, newest(store));
    assert.equal(search.cost, store.listedCount);
    assert.deepEqual(search.known('a'), { searched: 0, total: store.listedCount, failed: 0, matches: [] });
    await store.loadParticipants(sampleRooms.dropped.sid as `RM${string}`);
    assert.equal(search.cost, store.listedCount - 1);
    assert.equal(search.known('').matches.length, 0);
  });

  it('finds a person by a part of the identity in every room, the newest first, and remembers what it loaded', async () => {
    const store = await listed();
    const search = new ParticipantSearch(store, newest(store));
    const told: SearchProgress[] = [];
    await search.run('an', never, (progress) => told.push(progress));
    const { matches, searched, total } = last(told);
    assert.equal(searched, total);
    assert.ok(matches.length > 3);
    const created = matches.map(({ room }) => room.created ?? 0);
    assert.deepEqual(
      created,
      created.toSorted((a, b) => b - a),
    );
    for (const { participants } of matches)
      for (const participant of participants)
        assert.match(`${participant.read('participant_identity')} ${participant.sid}`.toLowerCase(), /an/);
    for (const room of store.listedRooms()) {
      const people = store.participantsState(room.key)?.participants ?? [];
      const named = people.filter((one) => one.read('participant_identity')?.toLowerCase().includes('an'));
      assert.equal(matches.find((match) => match.room === room)?.participants.length ?? 0, named.length);
    }
    const live = [...store.listedRooms()].filter((room) => room.live).length;
    assert.ok(search.cost <= live, 'only what may have changed is loaded again');
    for (const [place, progress] of told.entries())
      assert.ok(progress.searched >= (told[place - 1]?.searched ?? 0), 'progress goes forward');
  });

  it('finds a participant by SID', async () => {
    const store = await listed();
    await store.loadParticipants(sampleRooms.dropped.sid as `RM${string}`);
    const [participant] = store.participantsState(sampleRooms.dropped.sid)?.participants ?? [];
    const search = new ParticipantSearch(store, newest(store));
    const { matches } = search.known(participant?.sid?.slice(0, 20) ?? 'none');
    assert.deepEqual(matches[0]?.participants, [participant]);
  });

  it('counts rooms that could not be searched, and tries them again', async () => {
    const good = sampleClient(() => now);
    let broken = 3;
    const source: RoomSource = {
      maxConcurrentRequests: 8,
      listRooms: good.listRooms.bind(good),
      fetchRoom: good.fetchRoom.bind(good),
      listParticipants: (...parameters) => {
        if (broken-- > 0) throw new Error('lost');
        return good.listParticipants(...parameters);
      },
    };
    const store = await listed(source);
    const search = new ParticipantSearch(store, newest(store));
    const told: SearchProgress[] = [];
    await search.run('an', never, (progress) => told.push(progress));
    assert.equal(last(told).failed, 3);
    assert.equal(last(told).searched, last(told).total - 3);
    await search.run('an', never, (progress) => told.push(progress));
    assert.equal(last(told).failed, 0);
    assert.equal(last(told).searched, last(told).total);
  });

  it('stops when it is told to', async () => {
    const store = await listed();
    const search = new ParticipantSearch(store, newest(store));
    const stop = new AbortController();
    const told: SearchProgress[] = [];
    await search.run('an', stop.signal, (progress) => {
      told.push(progress);
      if (told.length === 5) stop.abort();
    });
    assert.equal(told.length, 5);
    assert.ok(last(told).searched < last(told).total);
  });
});
