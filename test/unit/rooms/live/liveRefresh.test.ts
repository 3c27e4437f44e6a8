import assert from 'node:assert/strict';
import { isRoomSid } from '../../../../src/insights/core/sid.ts';
import { maxFetches } from '../../../../src/rooms/live/refreshPlan.ts';
import { sampleRooms } from '../../../../src/sample/world/fixedRooms.ts';
import { LiveRig, minute } from './fixtures.ts';

const live = isRoomSid(sampleRooms.live.sid) ? sampleRooms.live.sid : assert.fail();
const kinds = (changes: readonly { kind: string }[]) => changes.map(({ kind }) => kind);

describe('A refresh of rooms in progress', () => {
  let rig: LiveRig;

  beforeEach(() => {
    rig = new LiveRig();
  });

  it('tells of nothing but the time where nothing has changed, and keeps the same objects', async () => {
    await rig.list();
    await rig.store.loadParticipants(live);
    const before = [...rig.store.listedRooms()];
    const { revision } = rig.store;
    const people = rig.store.participantsState(live)?.participants;
    assert.deepEqual(kinds(await rig.poll(1000, live)), ['live']);
    assert.deepEqual([...rig.store.listedRooms()], before);
    assert.ok([...rig.store.listedRooms()].every((room, place) => room === before[place]));
    assert.equal(rig.store.revision, revision);
    assert.equal(rig.store.participantsState(live)?.participants, people);
    assert.equal(rig.store.participantsState(live)?.stale, false);
  });

  it('tells of the room and the people of whom there is news, and of no other', async () => {
    await rig.list();
    await rig.store.loadParticipants(live);
    const before = rig.store.participantsState(live)?.participants.length ?? 0;
    const told = await rig.poll(50_000, live);
    assert.equal(rig.store.participantsState(live)?.participants.length, before + 1);
    const about = told.filter((change) => 'key' in change && change.key === live);
    assert.deepEqual(kinds(about), ['room', 'participants']);
    assert.ok(kinds(told).every((kind) => kind !== 'account'));
  });

  it('is a few requests, however many rooms are live', async () => {
    await rig.list();
    await rig.store.loadParticipants(live);
    await rig.poll(1000, live);
    const lists = rig.asked.filter((path) => path.startsWith('/v1/Rooms?'));
    const fetched = rig.asked.filter((path) => /^\/v1\/Video\/Rooms\/RM\w+$/.test(path));
    const requests = rig.asked.filter((path) => path.includes('/Participants'));
    assert.equal(lists.length, 1);
    assert.ok(fetched.length <= maxFetches);
    // Insights’ participants, and the Video API's of those who are present.
    assert.equal(requests.length, 2);
    assert.equal(rig.asked.length, 1 + fetched.length + 2);
  });

  it('asks once for participants whom somebody else wants meanwhile', async () => {
    await rig.list();
    await rig.store.loadParticipants(live);
    rig.store.events.on('change', (change) => {
      // As the tree does, when it draws a room anew.
      if (change.kind === 'room' && change.key === live) void rig.store.loadParticipants(live);
    });
    await rig.poll(50_000, live);
    assert.equal(rig.asked.filter((path) => path.includes(`Video/Rooms/${live}/Participants`)).length, 1);
  });

  it('finds that a room has ended, with everybody gone', async () => {
    await rig.list();
    await rig.store.loadParticipants(live);
    const told = await rig.poll(19 * minute, live);
    assert.equal(rig.store.room(live)?.status, 'completed');
    assert.ok(rig.store.participantsState(live)?.participants.every(({ ended }) => ended));
    assert.ok(told.some((change) => change.kind === 'room' && change.key === live));
    assert.ok(!rig.store.liveRooms.some(({ key }) => key === live));
  });

  it('takes an end from the Video API that Insights has not heard of, and does not take it back', async () => {
    await rig.list();
    const old = JSON.stringify(rig.world.room(rig.world.positionOf(live) ?? -1));
    rig.fault = (path) => (path === `/v1/Video/Rooms/${live}` ? { status: 200, body: old } : undefined);
    await rig.poll(19 * minute);
    const room = rig.store.room(live);
    assert.deepEqual([room?.status, room?.source], ['completed', 'insights']);
    assert.ok(room?.read('end_time'));
    assert.equal(room?.sent.room_status, 'in_progress', 'the copy is what Insights sent');
    await rig.store.fetchRoom(live);
    assert.equal(rig.store.room(live)?.status, 'completed');
  });

  it('adds a room that only the Video API knows, with its people, and follows it to its end', async () => {
    await rig.list();
    const sid = rig.sid(rig.world.size);
    assert.equal(rig.store.room(sid), undefined);
    const told = await rig.poll(2 * minute);
    assert.ok(kinds(told).includes('list'));
    assert.deepEqual([rig.store.room(sid)?.source, rig.store.room(sid)?.live], ['video', true]);
    assert.equal(rig.store.room(sid)?.sent.sid, sid);
    await rig.store.loadParticipants(sid);
    const people = rig.world.participants(rig.world.size, rig.now);
    assert.ok(people.length > 0);
    assert.deepEqual(
      [
        rig.store.participantsState(sid)?.state,
        rig.store.participantsState(sid)?.participants.map((one) => one.sid),
      ],
      ['complete', people.map((one) => one.participant_sid)],
    );
    const ended = rig.world.times(rig.world.size).ended ?? 0;
    await rig.poll(ended + 1000 - rig.now, sid);
    assert.deepEqual([rig.store.room(sid)?.source, rig.store.room(sid)?.status], ['video', 'completed']);
    rig.now += 2 * minute;
    await rig.list();
    assert.deepEqual([rig.store.room(sid)?.source, rig.store.room(sid)?.status], ['insights', 'completed']);
  });

  it('keeps through a new list what only the Video API knows', async () => {
    rig.now += minute;
    await rig.list();
    const sid = rig.sid(rig.world.size);
    const gone: boolean[] = [];
    rig.store.events.on('change', () =>
      gone.push(![...rig.store.listedRooms()].some(({ key }) => key === sid)),
    );
    await rig.list();
    assert.ok(gone.length > 1 && !gone.includes(true));
  });

  it('tells of a room by its SID also where only the Video API knows it', async () => {
    rig.now += minute;
    assert.equal((await rig.store.fetchRoom(rig.sid(rig.world.size))).source, 'video');
  });

  for (const [why, refusal] of [
    ['without the right to it', { status: 403, body: '{"code": 70051, "message": "no"}' }],
    ['with other credentials', { status: 401, body: '{"code": 20003, "message": "no"}' }],
    ['where there is none', { status: 404, body: '{"code": 20404, "message": "no"}' }],
    ['where there is none, and a proxy answers', { status: 404, body: '<html>' }],
  ] as const) {
    it(`does without the Video API ${why}: tells once, and does not ask again`, async () => {
      rig.fault = (path) => (path.startsWith('/v1/Rooms') ? refusal : undefined);
      const now = Date.now();
      await rig.store.list({ createdAfter: now - 1440 * minute, createdBefore: now });
      const refused = () => rig.changes.filter((change) => change.kind === 'live' && change.refused);
      assert.equal(refused().length, 1);
      assert.equal(rig.store.listing.state, 'complete');
      await rig.store.loadParticipants(live);
      const told = await rig.poll(19 * minute, live);
      assert.equal(refused().length, 0);
      assert.ok(told.every((change) => !('error' in change)));
      assert.ok(!rig.asked.some((path) => path.startsWith('/v1/Rooms')));
      assert.equal(rig.store.room(live)?.status, 'completed');
    });
  }

  it('takes a refusal after an answer for a failure that passes', async () => {
    await rig.list();
    rig.fault = () => ({ status: 401, body: '{"code": 20003, "message": "no"}' });
    assert.equal(await rig.store.refreshLive(new Set()), false);
    rig.fault = () => undefined;
    await rig.poll(1000);
    assert.ok(rig.asked.some((path) => path.startsWith('/v1/Rooms?')));
  });

  it('keeps what is there when it fails, tells of an outage once, and of the next one again', async () => {
    await rig.list();
    await rig.store.loadParticipants(live);
    const people = rig.store.participantsState(live);
    const errors = () => rig.changes.filter((change) => change.kind === 'live' && change.error !== undefined);
    const fail = async () => {
      rig.now += 50_000;
      assert.equal(await rig.store.refreshLive(new Set([live])), false);
    };
    rig.fault = () => ({ status: 500 });
    rig.forget();
    await fail();
    await fail();
    assert.equal(errors().length, 1);
    assert.ok(rig.changes.every(({ kind }) => kind === 'live'));
    assert.deepEqual(rig.store.participantsState(live)?.participants, people?.participants);
    assert.equal(rig.store.participantsState(live)?.state, 'complete');
    rig.fault = () => undefined;
    await rig.poll(1000, live);
    rig.forget();
    rig.fault = () => ({ status: 500 });
    await fail();
    assert.equal(errors().length, 1);
  });

  it('lets a room be that neither API knows any more', async () => {
    await rig.list();
    const gone = { status: 404, body: '{"code": 20404, "message": "no"}' };
    rig.fault = (path) => (path.split('?')[0]?.endsWith(live) ? gone : undefined);
    await rig.poll(19 * minute);
    assert.ok(rig.asked.includes(`/v1/Video/Rooms/${live}`));
    assert.equal(rig.store.room(live)?.live, true);
    await rig.poll(1000);
    assert.ok(!rig.asked.includes(`/v1/Video/Rooms/${live}`));
  });

  it('goes on with what only the Video API knows after an outage of that one', async () => {
    rig.now += minute;
    await rig.list();
    const sid = rig.sid(rig.world.size);
    rig.fault = (path) => (path.startsWith('/v1/Rooms') ? { status: 500 } : undefined);
    assert.equal(await rig.store.refreshLive(new Set([sid])), false);
    rig.fault = () => undefined;
    await rig.poll((rig.world.times(rig.world.size).ended ?? 0) + 1000 - rig.now, sid);
    assert.equal(rig.store.room(sid)?.status, 'completed');
  });

  it('drops what comes after the account was switched', async () => {
    await rig.list();
    rig.now += 19 * minute;
    const poll = rig.store.refreshLive(new Set());
    rig.store.use(undefined);
    rig.forget();
    await poll;
    assert.deepEqual(rig.changes, []);
    assert.equal(rig.store.room(live), undefined);
  });
});
