import assert from 'node:assert/strict';
import { sampleApi } from '../../../../src/sample/api/api.ts';
import { sampleRooms } from '../../../../src/sample/world/fixedRooms.ts';
import type { ParticipantResource } from '../../../../src/sample/world/resources.ts';
import { peakOf } from '../../../../src/sample/world/stays.ts';
import { SampleWorld } from '../../../../src/sample/world/world.ts';

const now = Date.UTC(2026, 9, 14, 15, 30);
const minute = 60_000;
const moments = [0, 1000, 30_000, minute, 2 * minute, 5 * minute, 20 * minute, 60 * minute, 360 * minute];

/** Every room at a moment, and who is in it. */
function everything(world: SampleWorld, at: number) {
  return Array.from({ length: world.endAt(at) }, (_, position) => ({
    room: world.room(position, at),
    participants: world.participants(position, at),
  }));
}

describe('the life of the sample world', () => {
  const world = new SampleWorld({ now });

  it('begins with the world as it is', () => {
    assert.deepEqual(everything(world, now), everything(new SampleWorld({ now }), now));
    assert.equal(world.endAt(now), world.size);
    for (let position = 0; position < world.size; position++)
      assert.deepEqual(world.room(position, now), world.room(position));
  });

  it('is the same for everybody who looks at the same moment', () => {
    const other = new SampleWorld({ now });
    for (const passed of moments)
      assert.deepEqual(everything(world, now + passed), everything(other, now + passed));
  });

  it('takes nothing back: who has come has come, who has left has left, and what is over is over', () => {
    for (const [place, passed] of moments.entries()) {
      const before = everything(world, now + (moments[place - 1] ?? 0));
      const after = everything(world, now + passed);
      for (const [position, { room, participants }] of before.entries()) {
        const later = after[position];
        assert.equal(later?.room.room_sid, room.room_sid);
        assert.ok(later.participants.length >= participants.length);
        if (room.end_time !== null) assert.equal(later.room.end_time, room.end_time);
        for (const one of participants) {
          const same: ParticipantResource | undefined = later.participants.find(
            (other) => other.participant_sid === one.participant_sid,
          );
          assert.equal(same?.join_time, one.join_time);
          if (one.leave_time !== null) assert.deepEqual(same, one);
        }
      }
    }
  });

  it('knows nothing of the future', () => {
    for (const passed of moments) {
      const at = now + passed;
      for (const { room, participants } of everything(world, at)) {
        for (const time of [
          room.create_time,
          room.end_time,
          ...participants.map(({ join_time }) => join_time),
        ])
          assert.ok(time === null || Date.parse(time) <= at);
      }
    }
  });

  it('gives rooms in progress names that are unique among them', () => {
    for (const passed of moments) {
      const live = everything(world, now + passed).filter(({ room }) => room.end_time === null);
      assert.equal(new Set(live.map(({ room }) => room.room_name)).size, live.length);
    }
  });

  it('never has more in a room than its limit', () => {
    for (const { room, participants } of everything(world, now + 60 * minute)) {
      const stays = participants.map((one) => ({
        person: 0,
        identity: '',
        edge: '',
        error: 0,
        reason: null,
        joined: Date.parse(one.join_time) / 1000,
        left: one.leave_time === null ? null : Date.parse(one.leave_time) / 1000,
      }));
      assert.ok(peakOf(stays) <= room.max_participants, `${room.room_name}`);
    }
  });

  it('has somebody join and a room end within two minutes, and the known live room end after 18', () => {
    const position = world.positionOf(sampleRooms.live.sid) ?? -1;
    const people = (passed: number) => world.participants(position, now + passed).length;
    assert.deepEqual([people(0), people(minute)], [3, 4]);
    const live = (passed: number) =>
      Array.from({ length: world.size }, (_, at) => world.isLive(at, now + passed)).filter(Boolean).length;
    assert.deepEqual([live(0), live(2 * minute)], [6, 5]);
    assert.equal(world.isLive(position, now + 18 * minute - 1000), true);
    assert.equal(world.isLive(position, now + 18 * minute + 1000), false);
    assert.equal(world.room(position, now + 18 * minute + 1000).processing_state, 'in_progress');
    assert.equal(world.room(position, now + 19 * minute).processing_state, 'complete');
  });
});

describe('the Video API of the sample', () => {
  const world = new SampleWorld({ now });
  let at = now + 10 * minute;
  const api = sampleApi({ world, now: () => at });
  const get = (url: string) => {
    const { status, body } = api({ method: 'GET', url });
    return { status, body: JSON.parse(body) };
  };
  const arrival = world.plan(world.size).sid;

  it('lists all rooms in progress, also those that Insights leaves out until they are over', () => {
    const listed = get('/v1/Rooms?Status=in-progress&PageSize=100').body.rooms as { sid: string }[];
    const live = everything(world, at).filter(({ room }) => room.end_time === null);
    assert.deepEqual(
      listed.map(({ sid }) => sid),
      live.map(({ room }) => room.room_sid),
    );
    assert.ok(listed.some(({ sid }) => sid === arrival));
    assert.equal(get(`/v1/Video/Rooms/${arrival}`).status, 404);
    assert.equal(get(`/v1/Video/Rooms/${arrival}/Participants`).status, 404);
    const before = at;
    at = (world.times(world.size).ended ?? 0) + 2 * minute;
    assert.equal(get(`/v1/Video/Rooms/${arrival}`).body.room_status, 'completed');
    assert.equal(get(`/v1/Rooms/${arrival}`).body.status, 'completed');
    at = before;
  });

  it('pages, at a host of its own', () => {
    const { meta } = get('/v1/Rooms?Status=in-progress&PageSize=2').body;
    assert.match(meta.next_page_url, /^https:\/\/video\.twilio\.com\/v1\/Rooms\?.*PageToken=/);
    assert.equal(get(meta.next_page_url.replace('https://video.twilio.com', '')).body.rooms.length, 2);
  });

  it('tells present and gone apart', () => {
    const statuses = (query: string) =>
      (
        get(`/v1/Rooms/${sampleRooms.live.sid}/Participants?${query}`).body.participants as {
          status: string;
        }[]
      )
        .map(({ status }) => status)
        .filter((status, place, all) => all.indexOf(status) === place);
    at = now + 10 * minute;
    assert.deepEqual(statuses('Status=connected'), ['connected']);
    assert.deepEqual(statuses('Status=disconnected'), ['disconnected']);
    assert.deepEqual(statuses(''), ['connected']);
  });

  for (const path of ['/v1/Rooms/nonsense', `/v1/Rooms/RM${'0'.repeat(32)}`, '/v1/RoomsAndMore'])
    it(`has no ${path}`, () => assert.equal(get(path).status, 404));

  it('knows no other status', () => assert.equal(get('/v1/Rooms?Status=ended').status, 400));
});
