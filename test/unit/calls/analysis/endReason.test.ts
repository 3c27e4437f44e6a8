import assert from 'node:assert/strict';
import { isUnknownReason, reasonKind } from '../../../../src/calls/analysis/endReason.ts';

describe('An end reason', () => {
  const expected: Record<string, string[]> = {
    left: [
      ...['participant left', 'Left', 'leaving', 'hung_up', 'hangup', 'bye', 'normal', 'normally'],
      ...['Disconnected by user', 'disconnected_by_the_client', 'user disconnected'],
      ...['no_error', 'left without errors', 'closed without an error', '0 errors'],
    ],
    other: [
      ...['', 'participant_disconnected', 'disconnected', 'completed', 'timeout', 'connection closed'],
      ...['something new', '退室', 'normalized', 'abyss', '__proto__'],
    ],
    removed: [
      'disconnected_via_api',
      'Disconnected-via-API',
      'kicked',
      'removed by host',
      'ended through the API',
    ],
    roomEnded: ['room_ended_via_api', 'Room completed', 'room_completed', 'room_ended'],
    evicted: [
      ...['duplicate_identity', 'ParticipantDuplicateIdentity', 'Duplicate identity error'],
      'participant_disconnected_because_of_duplicate_identity',
    ],
    timeLimit: [
      'session_length_exceeded',
      'Participant session length exceeded',
      'max participant duration reached',
    ],
    abnormal: [
      ...['signaling_connection_disconnected', 'signaling_connection_timeout', 'SignalingConnectionTimeout'],
      ...[
        'Media connection failed or Media activity ceased',
        'connection lost',
        'signaling_error',
        'server_busy',
      ],
      ...['access_token_expired', 'participant_not_found', 'ping timed out', 'app crashed'],
      ...['no_supported_codec', 'unable_to_connect_to_room', 'room_contains_too_many_participants'],
    ],
  };
  for (const [kind, reasons] of Object.entries(expected)) {
    it(`is ${kind}`, () => {
      for (const reason of reasons) assert.equal(reasonKind(reason), kind, reason);
    });
  }

  it('is unknown if it is more than a plain word for a leave', () => {
    for (const reason of ['something new', 'timeout', 'participant moved', '退室', 'E-4711', 'x'.repeat(500)])
      assert.equal(isUnknownReason(reason), true, reason);
    for (const reason of [
      ...['', undefined, 'disconnected', 'Participant-Disconnected', 'completed', 'CLOSED', 'user ended'],
      ...['left', 'connection lost', 'disconnected_via_api', 'room_completed', 'duplicate_identity'],
    ])
      assert.equal(isUnknownReason(reason), false, reason);
  });

  it('is read in no time, however long it is', () => {
    assert.equal(reasonKind('connection '.repeat(100_000)), 'other');
    assert.equal(reasonKind(undefined), 'other');
  });
});
