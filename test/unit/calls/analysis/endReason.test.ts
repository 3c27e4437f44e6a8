import assert from 'node:assert/strict';
import { reasonKind } from '../../../../src/calls/analysis/endReason.ts';

describe('An end reason', () => {
  const expected: Record<string, string[]> = {
    normal: [
      ...['', 'participant_disconnected', 'Disconnected by user', 'disconnected', 'completed', 'timeout'],
      ...[
        'participant left',
        'no_error',
        'left without errors',
        'connection closed',
        'something new',
        '退室',
      ],
    ],
    removed: ['disconnected_via_api', 'Disconnected-via-API', 'kicked'],
    roomEnded: ['room_ended_via_api', 'Room completed', 'room_ended'],
    evicted: ['duplicate_identity', 'ParticipantDuplicateIdentity', 'Duplicate identity error'],
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
    ],
  };
  for (const [kind, reasons] of Object.entries(expected)) {
    it(`is ${kind}`, () => {
      for (const reason of reasons) assert.equal(reasonKind(reason), kind, reason);
    });
  }

  it('is read in no time, however long it is', () => {
    assert.equal(reasonKind('connection '.repeat(100_000)), 'normal');
  });
});
