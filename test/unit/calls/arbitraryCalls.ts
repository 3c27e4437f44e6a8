import fc from 'fast-check';
import { at, iso, live, over } from './calls.ts';

/** Times within the hour and around it, seconds apart, so that many of them meet. */
const time = fc.oneof(
  fc.integer({ min: -5, max: 65 }).map((minute) => iso(at(minute))),
  fc.integer({ min: 0, max: 120 }).map((second) => iso(at(30, second))),
  fc.constantFrom(-240, -235, 0, 10, 20).map((minute) => iso(at(minute))),
);
const code = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(null, 0) },
  fc.constantFrom(
    ...[53000, 53001, 53002, 53105, 53118, 53204, 53205, 53205, 53216, 53400, 53404, 53405],
    ...[20104, 20157, 59999],
  ),
);
const reason = fc.constantFrom(
  ...[null, null, 'disconnected', 'left', 'connection_lost', 'disconnected_via_api', 'duplicate_identity'],
  ...['room_completed', 'participant_not_found', 'signaling_connection_disconnected', 'no_supported_codec'],
  ...['room_contains_too_many_participants', 'participant_session_length_exceeded'],
);
const client = fc.constantFrom(
  null,
  {},
  { name: 'twilio-video.js', sdk_version: '2.28.1', browser_name: 'Chrome', browser_version: '137.0' },
  { name: 'twilio-video.js', sdk_version: '2.32.0', browser_name: 'Safari', browser_version: '17.5' },
  { name: 'twilio-video-ios', sdk_version: '5.8.1', platform_name: 'iOS', platform_version: '18.1' },
);

/** A participant of a call of four people, in every state that the API's values allow. */
export const arbitraryParticipant = fc.record({
  participant_sid: fc.nat({ max: 1e9 }).map((n) => `PA${String(n).padStart(32, '0')}`),
  participant_identity: fc.constantFrom('Alice', 'Bob', 'Carol', 'Dora', '', null),
  join_time: fc.oneof({ weight: 8, arbitrary: time }, fc.constant(null)),
  leave_time: fc.oneof({ weight: 5, arbitrary: time }, fc.constant(null)),
  duration_sec: fc.constantFrom(null, 0, 5, 600, '1200'),
  status: fc.constantFrom('connected', 'completed', 'in-progress', 'disconnected', null),
  error_code: code,
  end_reason: reason,
  codecs: fc.constantFrom(null, ['VP8', 'opus'], ['H264'], []),
  edge_location: fc.constantFrom(null, 'frankfurt', 'ashburn', 'roaming'),
  publisher_info: client,
});

/** A room of an hour, over or live, of each type, and at odds with itself now and then. */
export const arbitraryRoom = fc
  .tuple(
    fc.constantFrom(over, over, live, { ...over, room_status: 'in_progress' }),
    fc.record({
      room_type: fc.constantFrom('group', 'group_small', 'peer-to-peer', 'go', null),
      end_reason: fc.constantFrom('timeout', 'room_ended_via_api', null),
      processing_state: fc.constantFrom('complete', 'in_progress', 'timeout', null),
      max_participants: fc.constantFrom(2, 5, 50, null),
      media_region: fc.constantFrom('us1', 'de1', 'gll', 'outside', null),
    }),
  )
  .map(([kind, more]) => ({ ...kind, ...more }));

/** The participants of a call. */
export const arbitraryRows = fc.array(arbitraryParticipant, { maxLength: 14 });
