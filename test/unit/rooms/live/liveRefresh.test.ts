import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { isRoomSid } from '../../../../src/insights/core/sid.ts';
import { missingAfterMs } from '../../../../src/rooms/live/missingRooms.ts';
import { maxFetches } from '../../../../src/rooms/live/refreshPlan.ts';
import type { RoomChange } from '../../../../src/rooms/model/storeState.ts';
import { sampleRooms } from '../../../../src/sample/world/fixedRooms.ts';
import { LiveFixture, minute } from './fixtures.ts';

const live = isRoomSid(sampleRooms.live.sid) ? sampleRooms.live.sid : assert.fail();
const dropped = isRoomSid(sampleRooms.dropped.sid) ? sampleRooms.dropped.sid : assert.fail();
const kinds = (changes: readonly { kind: string }[]) => changes.map(({ kind }) => kind);

describe('A refresh of rooms in progress', () => {
  let fixture: LiveFixture;

  beforeEach(() => {
    fixture = new LiveFixture();
  });

  it('tells of nothing but the time where nothing has changed, and keeps the same objects', async () => {
    await fixture.list();
    await fixture.store.loadParticipants(live);
    const before = [...fixture.store.listedRooms()];
    const { revision } = fixture.store;
    const people = fixture.store.participantsState(live)?.participants;
    assert.deepEqual(kinds(await fixture.poll(1000, live)), ['live']);
    assert.deepEqual([...fixture.store.listedRooms()], before);
    assert.ok([...fixture.store.listedRooms()].every((room, place) => room === before[place]));
    assert.equal(fixture.store.revision, revision);
    assert.equal(fixture.store.participantsState(live)?.participants, people);
    assert.equal(fixture.store.participantsState(live)?.stale, false);
  });

  it('tells of the room and the people of whom there is news, and of no other', async () => {
    await fixture.list();
    await fixture.store.loadParticipants(live);
    const before = fixture.store.participantsState(live)?.participants.length ?? 0;
    const changes = await fixture.poll(50_000, live);
    assert.equal(fixture.store.participantsState(live)?.participants.length, before + 1);
    const about = changes.filter((change) => 'key' in change && change.key === live);
    assert.deepEqual(kinds(about), ['room', 'participants']);
    assert.ok(kinds(changes).every((kind) => kind !== 'account'));
  });

  it('is a few requests, however many rooms are live', async () => {
    await fixture.list();
    await fixture.store.loadParticipants(live);
    await fixture.poll(1000, live);
    const lists = fixture.requests.filter((path) => path.startsWith('/v1/Rooms?'));
    const fetched = fixture.requests.filter((path) => /^\/v1\/Video\/Rooms\/RM\w+$/.test(path));
    const requests = fixture.requests.filter((path) => path.includes('/Participants'));
    assert.equal(lists.length, 1);
    assert.ok(fetched.length <= maxFetches);
    // Insights’ participants, and the Video API's of those who are present.
    assert.equal(requests.length, 2);
    assert.equal(fixture.requests.length, 1 + fetched.length + 2);
  });

  it('asks once for participants whom somebody else wants meanwhile', async () => {
    await fixture.list();
    await fixture.store.loadParticipants(live);
    fixture.store.events.on('change', (change) => {
      // As the tree does, when it draws a room anew.
      if (change.kind === 'room' && change.key === live) void fixture.store.loadParticipants(live);
    });
    await fixture.poll(50_000, live);
    assert.equal(
      fixture.requests.filter((path) => path.includes(`Video/Rooms/${live}/Participants`)).length,
      1,
    );
  });

  it('finds that a room has ended, with everybody gone', async () => {
    await fixture.list();
    await fixture.store.loadParticipants(live);
    const changes = await fixture.poll(19 * minute, live);
    assert.equal(fixture.store.room(live)?.status, 'completed');
    assert.ok(fixture.store.participantsState(live)?.participants.every(({ ended }) => ended));
    assert.ok(changes.some((change) => change.kind === 'room' && change.key === live));
    assert.ok(!fixture.store.liveRooms.some(({ key }) => key === live));
  });

  it('takes an end from the Video API that Insights has not heard of, and does not take it back', async () => {
    await fixture.list();
    const old = JSON.stringify(fixture.world.room(fixture.world.positionOf(live) ?? -1));
    fixture.fault = (path) => (path === `/v1/Video/Rooms/${live}` ? { status: 200, body: old } : undefined);
    await fixture.poll(19 * minute);
    const room = fixture.store.room(live);
    assert.deepEqual([room?.status, room?.source], ['completed', 'insights']);
    assert.ok(room?.read('end_time'));
    assert.equal(room?.sent.room_status, 'in_progress', 'the copy is what Insights sent');
    await fixture.store.fetchRoom(live);
    assert.equal(fixture.store.room(live)?.status, 'completed');
  });

  it('adds a room that only the Video API knows, with its people, and follows it to its end', async () => {
    await fixture.list();
    const sid = fixture.sid(fixture.world.size);
    assert.equal(fixture.store.room(sid), undefined);
    const changes = await fixture.poll(2 * minute);
    assert.ok(kinds(changes).includes('list'));
    assert.deepEqual([fixture.store.room(sid)?.source, fixture.store.room(sid)?.live], ['video', true]);
    assert.equal(fixture.store.room(sid)?.sent.sid, sid);
    await fixture.store.loadParticipants(sid);
    const people = fixture.world.participants(fixture.world.size, fixture.now);
    assert.ok(people.length > 0);
    assert.deepEqual(
      [
        fixture.store.participantsState(sid)?.state,
        fixture.store.participantsState(sid)?.participants.map((one) => one.sid),
      ],
      ['complete', people.map((one) => one.participant_sid)],
    );
    const ended = fixture.world.times(fixture.world.size).ended ?? 0;
    await fixture.poll(ended + 1000 - fixture.now, sid);
    assert.deepEqual(
      [fixture.store.room(sid)?.source, fixture.store.room(sid)?.status],
      ['video', 'completed'],
    );
    fixture.now += 2 * minute;
    await fixture.list();
    assert.deepEqual(
      [fixture.store.room(sid)?.source, fixture.store.room(sid)?.status],
      ['insights', 'completed'],
    );
  });

  it('keeps through a new list what only the Video API knows', async () => {
    fixture.now += minute;
    await fixture.list();
    const sid = fixture.sid(fixture.world.size);
    const gone: boolean[] = [];
    fixture.store.events.on('change', () =>
      gone.push(![...fixture.store.listedRooms()].some(({ key }) => key === sid)),
    );
    await fixture.list();
    assert.ok(gone.length > 1 && !gone.includes(true));
  });

  it('tells of a room by its SID also where only the Video API knows it', async () => {
    fixture.now += minute;
    assert.equal((await fixture.store.fetchRoom(fixture.sid(fixture.world.size))).source, 'video');
  });

  it('fetches a SID in capitals as it is, and in lower case if there is no such room', async () => {
    const upperCase = `RM${dropped.slice(2).toUpperCase()}` as const;
    const room = await fixture.store.fetchRoom(upperCase);
    assert.equal(room.sid, dropped);
    const fetched = fixture.requests.filter((path) => path.startsWith('/v1/Video/Rooms/'));
    assert.deepEqual(
      fetched,
      [upperCase, dropped].map((sid) => `/v1/Video/Rooms/${sid}`),
    );
    assert.equal(fixture.store.room(upperCase), room, 'known by either spelling from now on');
    fixture.forget();
    await fixture.store.loadParticipants(upperCase);
    assert.equal(fixture.store.participantsState(dropped)?.state, 'complete');
    assert.equal(fixture.store.participantsState(upperCase), fixture.store.participantsState(dropped));
    assert.ok(fixture.requests[0]?.startsWith(`/v1/Video/Rooms/${dropped}/`));
  });

  it('asks for a room whose SID is in capitals as Twilio spells it, however the user does', async () => {
    const upperCase = `RM${live.slice(2).toUpperCase()}` as const;
    fixture.fault = (path) => spelled(path, live, upperCase);
    await fixture.list();
    assert.equal(fixture.store.room(upperCase)?.sid, upperCase);
    assert.equal(fixture.store.room(live)?.sid, upperCase);
    const { listedCount } = fixture.store;
    await fixture.store.fetchRoom(live);
    await fixture.store.loadParticipants(live);
    assert.ok(fixture.requests.length > 1 && fixture.requests.every((path) => !path.includes(live)));
    assert.equal(fixture.store.participantsState(live)?.state, 'complete');
    await fixture.poll(1000, upperCase);
    await fixture.list();
    assert.equal(fixture.store.listedCount, listedCount, 'no room is there twice');

    /** The API's reply, with this room's SID in capitals; for the SID in lower case there is none. */
    function spelled(path: string, sid: string, as: string) {
      if (path.includes(sid)) return { status: 404, body: '{"code": 20404, "message": "no"}' };
      const { status, body } = fixture.api({ method: 'GET', url: path.replace(as, sid) });
      // The Video API spells it in lower case, to be sure that both are one room.
      return { status, body: path.startsWith('/v1/Rooms?') ? body : body.replaceAll(sid, as) };
    }
  });

  for (const [why, refusal] of [
    ['without the right to it', { status: 403, body: '{"code": 70051, "message": "no"}' }],
    ['with other credentials', { status: 401, body: '{"code": 20003, "message": "no"}' }],
    ['where there is none', { status: 404, body: '{"code": 20404, "message": "no"}' }],
    ['where there is none, and a proxy answers', { status: 404, body: '<html>' }],
  ] as const) {
    it(`does without the Video API ${why}: tells once, and does not ask again`, async () => {
      fixture.fault = (path) => (path.startsWith('/v1/Rooms') ? refusal : undefined);
      const now = Date.now();
      await fixture.store.list({ createdAfter: now - 1440 * minute, createdBefore: now });
      const refused = () => fixture.changes.filter((change) => change.kind === 'live' && change.refused);
      assert.equal(refused().length, 1);
      assert.equal(fixture.store.listing.state, 'complete');
      await fixture.store.loadParticipants(live);
      const changes = await fixture.poll(19 * minute, live);
      assert.equal(refused().length, 0);
      assert.ok(changes.every((change) => !('error' in change)));
      assert.ok(!fixture.requests.some((path) => path.startsWith('/v1/Rooms')));
      assert.equal(fixture.store.room(live)?.status, 'completed');
    });
  }

  it('takes a refusal after an answer for a failure that passes', async () => {
    await fixture.list();
    fixture.fault = () => ({ status: 401, body: '{"code": 20003, "message": "no"}' });
    assert.equal(await fixture.store.refreshLive(new Set()), false);
    fixture.fault = () => undefined;
    await fixture.poll(1000);
    assert.ok(fixture.requests.some((path) => path.startsWith('/v1/Rooms?')));
  });

  it('keeps what is there when it fails, tells of an outage once, and of the next one again', async () => {
    await fixture.list();
    await fixture.store.loadParticipants(live);
    const people = fixture.store.participantsState(live);
    const errors = () =>
      fixture.changes.filter((change) => change.kind === 'live' && change.error !== undefined);
    const fail = async () => {
      fixture.now += 50_000;
      assert.equal(await fixture.store.refreshLive(new Set([live])), false);
    };
    fixture.fault = () => ({ status: 500 });
    fixture.forget();
    await fail();
    await fail();
    assert.equal(errors().length, 1);
    assert.ok(fixture.changes.every(({ kind }) => kind === 'live'));
    assert.deepEqual(fixture.store.participantsState(live)?.participants, people?.participants);
    assert.equal(fixture.store.participantsState(live)?.state, 'complete');
    fixture.fault = () => undefined;
    await fixture.poll(1000, live);
    fixture.forget();
    fixture.fault = () => ({ status: 500 });
    await fail();
    assert.equal(errors().length, 1);
  });

  describe('of a room that neither API knows any more', () => {
    const notFound = { status: 404, body: '{"code": 20404, "message": "no"}' };
    const asked = () => fixture.requests.includes(`/v1/Video/Rooms/${sid}`);
    let sid = live;

    beforeEach(async () => {
      mock.timers.enable({ apis: ['Date'], now: fixture.now });
      await fixture.list();
    });

    afterEach(() => mock.timers.reset());

    /** No API knows the room from now on; the Video API does not list it. */
    function removeRoom(): void {
      fixture.fault = (path) => {
        if (path.startsWith('/v1/Rooms?'))
          return { status: 200, body: '{"meta": {"key": "rooms"}, "rooms": []}' };
        return path.includes(sid) ? notFound : undefined;
      };
    }

    async function pollAfter(milliseconds: number): Promise<RoomChange[]> {
      mock.timers.setTime(Date.now() + milliseconds);
      return fixture.poll(milliseconds);
    }

    for (const [source, lastsUntil] of [
      ['Insights', 0],
      ['the Video API alone', 2 * minute],
    ] as const) {
      it(`leaves a room of ${source} in progress for some minutes, then it is over, and stays listed`, async () => {
        sid = source === 'Insights' ? live : fixture.sid(fixture.world.size);
        await pollAfter(lastsUntil);
        const people = await fixture.store
          .loadParticipants(sid)
          .then(() => fixture.store.participantsState(sid));
        assert.ok(people && people.participants.length > 0);
        removeRoom();
        await pollAfter(1000);
        assert.deepEqual([asked(), fixture.store.room(sid)?.live], [true, true]);
        await pollAfter(missingAfterMs - 1000);
        assert.deepEqual([asked(), fixture.store.room(sid)?.live], [false, true]);
        const changes = await pollAfter(1000);
        assert.ok(changes.some((change) => change.kind === 'room' && change.key === sid));
        const room = fixture.store.room(sid);
        assert.deepEqual(
          [asked(), room?.live, room?.missing, room?.status],
          [true, false, true, 'completed'],
        );
        assert.ok([...fixture.store.listedRooms()].some(({ key }) => key === sid));
        const after = fixture.store.participantsState(sid);
        assert.deepEqual([after?.participants, after?.stale], [people.participants, false]);
        await pollAfter(30 * minute);
        assert.equal(asked(), false);
      });
    }

    it('goes on where one of them knows it again, and the wait begins again', async () => {
      sid = live;
      removeRoom();
      await pollAfter(1000);
      fixture.fault = () => undefined;
      await pollAfter(missingAfterMs);
      assert.equal(fixture.store.room(sid)?.live, true);
      removeRoom();
      await pollAfter(1000);
      assert.equal(fixture.store.room(sid)?.live, true);
      await pollAfter(missingAfterMs);
      assert.equal(fixture.store.room(sid)?.live, false);
      fixture.fault = () => undefined;
      await pollAfter(1000);
      assert.deepEqual([fixture.store.room(sid)?.live, fixture.store.room(sid)?.missing], [true, false]);
    });

    it('does not end it while the Video API fails', async () => {
      sid = fixture.sid(fixture.world.size);
      await pollAfter(minute);
      assert.equal(fixture.store.room(sid)?.source, 'video');
      fixture.fault = (path) => (path.startsWith('/v1/Rooms') ? { status: 500 } : undefined);
      for (let minutes = 0; minutes < 15; minutes++) {
        mock.timers.setTime(Date.now() + minute);
        assert.equal(await fixture.store.refreshLive(new Set([sid])), false);
        await assert.rejects(fixture.store.fetchRoom(sid), { kind: 'serverFailed' });
      }
      assert.equal(fixture.store.room(sid)?.live, true);
    });

    for (const [why, status, body] of [
      ['refuses', 403, '{"code": 70051, "message": "no"}'],
      ['does not exist at this address', 404, 'no'],
    ] as const) {
      it(`does not end it if the Video API ${why}: it was never asked`, async () => {
        sid = live;
        const refuse = (path: string) => (path.startsWith('/v1/Rooms') ? { status, body } : undefined);
        fixture = new LiveFixture();
        fixture.fault = refuse;
        await fixture.list();
        fixture.fault = (path) => refuse(path) ?? (path.includes(sid) ? notFound : undefined);
        for (let polls = 0; polls < 4; polls++) {
          await pollAfter(missingAfterMs);
          await assert.rejects(fixture.store.fetchRoom(sid), { kind: 'notFound' });
        }
        const room = fixture.store.room(sid);
        assert.deepEqual([room?.live, room?.missing], [true, false]);
      });
    }

    it('does so where the room is asked for by its SID alone, too', async () => {
      sid = live;
      removeRoom();
      await assert.rejects(fixture.store.fetchRoom(sid), { kind: 'notFound' });
      assert.equal(fixture.store.room(sid)?.live, true);
      mock.timers.setTime(Date.now() + missingAfterMs);
      await assert.rejects(fixture.store.fetchRoom(sid), { kind: 'notFound' });
      assert.equal(fixture.store.room(sid)?.missing, true);
    });
  });

  it('goes on with what only the Video API knows after an outage of that one', async () => {
    fixture.now += minute;
    await fixture.list();
    const sid = fixture.sid(fixture.world.size);
    fixture.fault = (path) => (path.startsWith('/v1/Rooms') ? { status: 500 } : undefined);
    assert.equal(await fixture.store.refreshLive(new Set([sid])), false);
    fixture.fault = () => undefined;
    await fixture.poll((fixture.world.times(fixture.world.size).ended ?? 0) + 1000 - fixture.now, sid);
    assert.equal(fixture.store.room(sid)?.status, 'completed');
  });

  it('drops what comes after the account was switched', async () => {
    await fixture.list();
    fixture.now += 19 * minute;
    const poll = fixture.store.refreshLive(new Set());
    fixture.store.use(undefined);
    fixture.forget();
    await poll;
    assert.deepEqual(fixture.changes, []);
    assert.equal(fixture.store.room(live), undefined);
  });
});
