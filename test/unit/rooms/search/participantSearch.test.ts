import assert from 'node:assert/strict';
import { newestFirst } from '../../../../src/rooms/filter/sorting.ts';
import type { RoomSource } from '../../../../src/rooms/model/storeState.ts';
import { ParticipantSearch, type SearchProgress } from '../../../../src/rooms/search/participantSearch.ts';
import { RoomStore } from '../../../../src/rooms/store/roomStore.ts';
import { sampleClient } from '../../../../src/sample/sampleClient.ts';
import { sampleRooms } from '../../../../src/sample/world/fixedRooms.ts';

const now = Date.UTC(2026, 10, 20, 12);

const never = new AbortController().signal;

describe('the search for a participant', () => {
  async function listed(source: RoomSource = sampleClient(() => now)): Promise<RoomStore> {
    const store = new RoomStore();
    store.use(source);
    await store.list({ createdAfter: now - 24 * 3_600_000, createdBefore: now });
    return store;
  }
  const newest = (store: RoomStore) => newestFirst([...store.listedRooms()]);
  const last = (progresses: readonly SearchProgress[]) => progresses.at(-1) as SearchProgress;

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
    const progresses: SearchProgress[] = [];
    await search.run('an', never, (progress) => progresses.push(progress));
    const { matches, searched, total } = last(progresses);
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
    for (const [place, progress] of progresses.entries())
      assert.ok(progress.searched >= (progresses[place - 1]?.searched ?? 0), 'progress goes forward');
  });

  it('finds a participant by SID', async () => {
    const store = await listed();
    await store.loadParticipants(sampleRooms.dropped.sid as `RM${string}`);
    const [participant] = store.participantsState(sampleRooms.dropped.sid)?.participants ?? [];
    const search = new ParticipantSearch(store, newest(store));
    const { matches } = search.known(participant?.sid?.slice(0, 20) ?? 'none');
    assert.deepEqual(matches[0]?.participants, [participant]);
  });

  it('labels participants among all of their room', async () => {
    const good = sampleClient(() => now);
    const identity = (name: string) => JSON.stringify({ name: 'Ana', role: `${name} of the north` });
    const source: RoomSource = {
      maxConcurrentRequests: 8,
      listRooms: good.listRooms.bind(good),
      fetchRoom: good.fetchRoom.bind(good),
      listParticipants: async function* (...parameters) {
        let count = 0;
        for await (const page of good.listParticipants(...parameters)) {
          const items = page.items.map((one) =>
            one.with({ participant_identity: identity(count++ === 0 ? 'doctor' : 'patient') }),
          );
          yield { ...page, items };
        }
      },
    };
    const store = await listed(source);
    await store.loadParticipants(sampleRooms.dropped.sid as `RM${string}`);
    const search = new ParticipantSearch(store, newest(store));
    const [match] = search.known('doctor').matches;
    const [doctor] = match?.participants ?? [];
    assert.equal(match?.participants.length, 1);
    assert.equal(doctor && match?.labelOf(doctor), 'Ana (doctor of the north)');
    assert.equal(search.known('doctor').matches[0]?.labelOf, match?.labelOf, 'made once');
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
    const progresses: SearchProgress[] = [];
    await search.run('an', never, (progress) => progresses.push(progress));
    assert.equal(last(progresses).failed, 3);
    assert.equal(last(progresses).searched, last(progresses).total - 3);
    await search.run('an', never, (progress) => progresses.push(progress));
    assert.equal(last(progresses).failed, 0);
    assert.equal(last(progresses).searched, last(progresses).total);
  });

  it('stops when it is told to', async () => {
    const store = await listed();
    const search = new ParticipantSearch(store, newest(store));
    const stop = new AbortController();
    const progresses: SearchProgress[] = [];
    await search.run('an', stop.signal, (progress) => {
      progresses.push(progress);
      if (progresses.length === 5) stop.abort();
    });
    assert.equal(progresses.length, 5);
    assert.ok(last(progresses).searched < last(progresses).total);
  });
});
