import assert from 'node:assert/strict';
import { Call } from '../../../../src/calls/summary/call.ts';
import { Participant } from '../../../../src/insights/resources/participant.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { sampleApi } from '../../../../src/sample/api/api.ts';
import { scriptedCalls } from '../../../../src/sample/world/scriptedCalls.ts';
import { SampleWorld } from '../../../../src/sample/world/world.ts';
import { Format } from '../../../../src/text/format.ts';
import { day, now, roomsOf } from './worldRooms.ts';

const hour = 3_600_000;
const names = scriptedCalls.map(({ name }) => name);
const namesIn = (world: SampleWorld) => roomsOf(world).map((room) => room.room_name ?? '');

function callNamed(suffix: string, world = new SampleWorld({ now })) {
  const position = namesIn(world).findIndex((name) => name.endsWith(`(${suffix})`));
  assert.ok(position >= 0, suffix);
  const [room, participants] = [world.room(position), world.participants(position)];
  const format = new Format({ locale: 'en', times: 'utc', now: () => world.now });
  const call = new Call(
    new Room({ ...room }),
    participants.map((json) => new Participant({ ...json })),
    format,
  );
  const titles = call.findings.map(({ title }) => title);
  return { room, participants, text: [call.summary, ...titles].join('\n') };
}

/** What the extension says of each, in the summary or in the title of a finding. */
const told: Readonly<Record<string, RegExp>> = {
  reloads: /pupil-31 was disconnected 3 times/,
  'two windows': /rafael@example\.org disconnected each other 6 times in turn, within 1[0-2] sec/,
  renewed: /bed-14 connected again .*3 hr 55 min: shortly before a session limit of 4 hr/,
  'all at once': /8 people dropped at .*within 1 sec.* 53001, .*5 of them came back, 3 did not/,
  'one lost connection': /dr\.keane and patient-4417 lost the connection to each other: 53405.* 53001/,
  'seat held':
    /guest-c9e8 could not join, tried twice \(.* 53105.* It worked at.* guest-5d02 dropped .* 53002/,
  'caller hangs up':
    /\+14155550142 \(by phone\), .* ended through the API .* with agent-12 and interpreter-4 in/,
  'error got over': /disconnected through the API.* holder-5521 had 53001, .*, during the call/,
  'listed as in progress': /still lists the room as in progress, although it has ended/,
  'four hours': /3 people were each disconnected 4 hr after joining, to the second: a session limit/,
  'JSON identities': /^3 people, .* Ida dropped .*53405.* Leo dropped .*53001/,
  'token refused': /candidate-88 could not join: 20157/,
  'Edge fails': /all 4 stays with Edge 142 ended with 53405.* worked with Chrome 142/,
  'VP8 and H264': /3 people sent different video codecs: VP8 \/ H264/,
};

describe('The scripted calls', () => {
  for (const [suffix, pattern] of Object.entries(told)) {
    it(`have one that the extension tells right: ${suffix}`, () => {
      for (const seed of [1, 2, 77]) {
        assert.match(callNamed(suffix, new SampleWorld({ now, seed })).text, pattern);
      }
    });
  }

  it('are all of them tried', () => {
    assert.deepEqual(
      names.map((name) => /\((.+)\)$/.exec(name)?.[1]),
      Object.keys(told),
    );
  });

  for (const [when, time] of [
    ['Wednesday afternoon', now],
    ['Monday night', Date.UTC(2026, 9, 12, 3)],
    ['Sunday noon', Date.UTC(2026, 9, 18, 12)],
  ] as const) {
    it(`ended 25 to 60 hours ago, each of them once, on ${when}`, () => {
      for (const options of [{}, { seed: 5 }, { size: 400 }]) {
        const world = new SampleWorld({ now: time, ...options });
        const rooms = roomsOf(world).filter((room) => names.includes(room.room_name ?? ''));
        rooms.sort((one, other) => Date.parse(other.end_time ?? '') - Date.parse(one.end_time ?? ''));
        assert.deepEqual(
          rooms.map((room) => room.room_name),
          names,
        );
        for (const room of rooms) {
          const age = time - Date.parse(room.end_time ?? '');
          assert.ok(age >= 25 * hour && age <= 60 * hour, `${room.room_name} ended ${age / hour} hours ago`);
        }
      }
    });
  }

  it('are no part of a small world, nor of what begins later', () => {
    const small = new SampleWorld({ now, size: 60 });
    assert.deepEqual(new Set(names).intersection(new Set(namesIn(small))), new Set());
    const world = new SampleWorld({ now });
    for (let position = world.size; position < world.endAt(now + day); position++) {
      assert.equal(world.plan(position).script, undefined);
    }
  });

  it('have participants who fit their room', () => {
    for (const suffix of Object.keys(told)) {
      const { room, participants } = callNamed(suffix);
      assert.deepEqual(
        new Set(room.codecs),
        new Set(participants.flatMap((one) => one.codecs ?? [])),
        suffix,
      );
      for (const one of participants) {
        const { name } = one.publisher_info ?? {};
        assert.equal(typeof name, suffix === 'caller hangs up' && 'call_sid' in one ? 'undefined' : 'string');
        if (name !== undefined) assert.ok([room.media_region, null].includes(one.media_region));
      }
    }
  });

  it('have a telephone from us1 that hangs up 3 seconds before the room is ended', () => {
    const { room, participants } = callNamed('caller hangs up');
    const telephone = participants.find((one) => 'call_sid' in one);
    assert.match(telephone?.participant_identity ?? '', /^\+1415555 ?01\d\d$/);
    assert.deepEqual(
      [telephone?.media_region, telephone?.publisher_info, telephone?.codecs],
      ['us1', {}, []],
    );
    assert.equal(Date.parse(room.end_time ?? '') - Date.parse(telephone?.leave_time ?? ''), 3000);
  });

  it('have a room that is over for the Video API and in every listing, whatever its status says', () => {
    const world = new SampleWorld({ now });
    const { room, participants } = callNamed('listed as in progress', world);
    assert.deepEqual([room.room_status, room.processing_state], ['in_progress', 'complete']);
    assert.ok(participants.every((one) => one.status === 'in_progress' && one.leave_time !== null));
    assert.equal(new Room({ ...room }).live, false);
    for (const at of [now, now + day]) {
      assert.equal(world.isLive(world.positionOf(room.room_sid) ?? -1, at), false);
      const get = (url: string) =>
        JSON.parse(sampleApi({ world, now: () => at })({ method: 'GET', url }).body);
      assert.equal(get(`/v1/Rooms/${room.room_sid}`).status, 'completed');
      const live: { sid: string }[] = get('/v1/Rooms?Status=in-progress&PageSize=100').rooms;
      assert.ok(live.every(({ sid }) => sid !== room.room_sid));
    }
  });

  it('have a participant without times, whom the Video API does not know', () => {
    const world = new SampleWorld({ now });
    const { room, participants } = callNamed('token refused', world);
    const refused = participants.find((one) => one.error_code === 20157);
    assert.deepEqual([refused?.join_time, refused?.leave_time, refused?.duration_sec], [null, null, null]);
    const { body } = sampleApi({ world })({ method: 'GET', url: `/v1/Rooms/${room.room_sid}/Participants` });
    const identities = JSON.parse(body).participants.map((one: { identity: string }) => one.identity);
    assert.deepEqual(identities, ['interviewer-7']);
  });
});
