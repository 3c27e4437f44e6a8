import fc from 'fast-check';
import type { JsonObject } from '../../../../src/insights/core/json.ts';
import { Participant } from '../../../../src/insights/resources/participant.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import type { RoomSource } from '../../../../src/rooms/model/storeState.ts';
import { day, now } from '../../pages/overview/fixtures.ts';

/** What the API may send in place of a value: nothing, or something else. */
const odd = fc.constantFrom(null, undefined, '', ' ', -1, 'NaN', {}, []);

/** One of some values, mostly; now and then something that is none. */
function mostly(...values: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: odd });
}

function numbers(max: number, ...edges: readonly number[]): fc.Arbitrary<unknown> {
  const some = fc.oneof(fc.nat(max), fc.constantFrom(...edges));
  return fc.oneof({ weight: 6, arbitrary: some }, { weight: 1, arbitrary: some.map(String) }, odd);
}

/** Within the window of a day, at its edges and beyond them. */
const moment = fc
  .oneof(
    { weight: 6, arbitrary: fc.integer({ min: now - day, max: now }) },
    fc.constantFrom(now - day, now - day - 1, now, now + 60_000, now - 8 * day, now - 3_600_000),
  )
  .map((time) => new Date(time).toISOString());

const time = fc.oneof({ weight: 6, arbitrary: moment }, { weight: 1, arbitrary: odd });
const region = mostly('us1', 'us2', 'ie1', 'stage_us1');
const edge = mostly('ashburn', 'sao_paulo', 'sao-paulo', 'Tokyo');

const digits = fc.bigInt({ min: 1n, max: 10n ** 9n }).map((one) => String(one).padStart(32, '0'));

/** A room of the API's, in which any field may be missing, null or of a wrong kind. */
export const anyRoom: fc.Arbitrary<JsonObject> = fc.record(
  {
    room_sid: digits.map((sid) => `RM${sid}`),
    room_status: mostly('in_progress', 'in-progress', 'completed', 'failed'),
    create_time: time,
    end_time: time,
    duration_sec: numbers(20_000, 0, 59, 60, 300, 3600, 14_400, 59.9),
    unique_participants: numbers(60, 0, 1, 2, 3, 6, 11, 21, 51, 1000),
    end_reason: mostly('timeout', 'room_ended_via_api', 'Room-Ended-Via-API', 'new reason', '=&<b>'),
    media_region: region,
  },
  { requiredKeys: ['room_sid'] },
);

/** A participant of the API's, likewise. */
export const anyParticipant: fc.Arbitrary<JsonObject> = fc.record(
  {
    participant_sid: digits.map((sid) => `PA${sid}`),
    participant_identity: mostly('alice', 'bob', 'carol'),
    status: mostly('connected', 'completed', 'disconnected'),
    join_time: time,
    leave_time: time,
    end_reason: mostly('disconnected_via_api', 'signaling connection lost', 'client left'),
    error_code: mostly(0, null, 53001, '53405', 53205, 53204, 53118, 20104, 59999),
    media_region: region,
    edge_location: edge,
    publisher_info: fc.oneof(
      fc.record(
        {
          name: mostly('twilio-video.js', 'twilio-video-ios', 'x'.repeat(300)),
          sdk_version: mostly('2.28.1', '5.8.0', 7),
          browser_name: mostly('Chrome', 'Firefox', '__proto__'),
          browser_major: mostly('126', 127),
          platform_name: mostly('Windows', 'iOS', '\u202Egnp'),
        },
        { requiredKeys: [] },
      ),
      odd,
    ),
  },
  { requiredKeys: ['participant_sid'] },
);

/** An API that has these rooms. */
export function sourceOf(
  rooms: readonly { readonly room: JsonObject; readonly participants?: readonly JsonObject[] }[],
): RoomSource {
  return {
    maxConcurrentRequests: 8,
    async *listRooms() {
      yield { items: rooms.map(({ room }) => new Room(room)), unreadable: 0, more: false };
    },
    async *listParticipants(sid) {
      const { participants = [] } = rooms.find(({ room }) => room.room_sid === sid) ?? {};
      yield { items: participants.map((one) => new Participant(one)), unreadable: 0, more: false };
    },
    fetchRoom: () => Promise.reject(new Error('not asked for')),
  };
}
