import assert from 'node:assert/strict';
import { SampleWorld } from '../../../../src/sample/world/world.ts';

const world = new SampleWorld({ now: Date.UTC(2026, 9, 14, 15, 30) });
const rooms = Array.from({ length: world.size }, (_, position) => world.room(position));
const participants = rooms.flatMap((_, position) => world.participants(position));

function valuesOf(resources: readonly Record<string, unknown>[], field: string): Set<unknown> {
  return new Set(resources.flatMap((one) => one[field]));
}

/** As the API's documentation lists them. */
const documented: Record<string, string[]> = {
  room_type: ['go', 'peer_to_peer', 'group', 'group_small'],
  room_status: ['in_progress', 'completed'],
  created_method: ['sdk', 'ad_hoc', 'api'],
  end_reason: ['room_ended_via_api', 'timeout'],
  codecs: ['VP8', 'H264', 'VP9', 'opus'],
  media_region: ['us1', 'us2', 'au1', 'br1', 'ie1', 'jp1', 'sg1', 'in1', 'de1', 'gll'],
  edge_location: [
    ...['ashburn', 'dublin', 'frankfurt', 'singapore', 'sydney', 'sao_paulo', 'roaming', 'umatilla', 'tokyo'],
  ],
  processing_state: ['complete', 'in_progress', 'timeout', 'not_started'],
  status_callback_method: ['GET', 'POST'],
};

describe('values of the default sample world', () => {
  for (const [field, values] of Object.entries(documented)) {
    it(`include every documented ${field} of rooms`, () => {
      assert.deepEqual(new Set(values).difference(valuesOf(rooms, field)), new Set());
    });
  }

  it('include every documented value of participants', () => {
    const { codecs = [], media_region = [], edge_location = [] } = documented;
    for (const [field, values] of Object.entries({
      status: ['in_progress', 'connected', 'completed', 'disconnected'],
      codecs,
      media_region,
      edge_location,
      end_reason: ['disconnected_via_api'],
      error_code: [0, null, 53205, 53204, 53001, 53405, 53000, 53002, 53106, 53118, 53216, 20104],
    })) {
      assert.deepEqual(new Set<unknown>(values).difference(valuesOf(participants, field)), new Set(), field);
    }
  });

  it('include some that nobody documented, and other spellings', () => {
    assert.ok(valuesOf(rooms, 'room_type').has('peer-to-peer'));
    assert.ok(valuesOf(rooms, 'room_type').has('broadcast'));
    assert.ok(valuesOf(rooms, 'room_status').has('in-progress'));
    assert.ok(valuesOf(rooms, 'codecs').has('AV1'));
    assert.ok(valuesOf(rooms, 'media_region').has('us3'));
    assert.ok(valuesOf(rooms, 'end_reason').has('max_duration_reached'));
    assert.ok(valuesOf(participants, 'error_code').has(59999));
  });

  it('include nulls, missing fields, unknown fields, and numbers as strings', () => {
    assert.ok(rooms.some((room) => !('edge_location' in room)));
    assert.ok(rooms.some((room) => !('status_callback' in room)));
    assert.ok(rooms.some((room) => room.media_region === null));
    assert.ok(rooms.some((room) => 'audio_only' in room));
    assert.ok(rooms.some((room) => typeof room.duration_sec === 'string'));
    assert.ok(participants.some((one) => !('publisher_info' in one)));
    assert.ok(participants.some((one) => one.publisher_info === null));
    assert.ok(participants.some((one) => one.properties === null));
    assert.ok(participants.some((one) => 'network_type' in one));
  });

  it('include times with and without milliseconds', () => {
    assert.ok(rooms.some((room) => /T\d\d:\d\d:\d\d\.\d{3}Z$/.test(room.create_time)));
    assert.ok(rooms.some((room) => /T\d\d:\d\d:\d\dZ$/.test(room.create_time)));
  });

  it('include a finished room in which a leave is not known', () => {
    const live = new Set(rooms.filter((room) => room.end_time === null).map((room) => room.room_sid));
    assert.ok(participants.some((one) => one.leave_time === null && !live.has(one.room_sid)));
  });

  it('include identities in several scripts, from right to left, with emoji, long, and with markup', () => {
    const identities = [...valuesOf(participants, 'participant_identity')].map(String);
    for (const pattern of [
      /\p{Script=Arabic}/u,
      /\p{Script=Han}/u,
      /\p{Emoji_Presentation}/u,
      /.{90}/u,
      /<b>/,
    ]) {
      assert.ok(
        identities.some((identity) => pattern.test(identity)),
        String(pattern),
      );
    }
  });
});
