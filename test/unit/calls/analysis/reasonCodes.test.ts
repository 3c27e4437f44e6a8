import assert from 'node:assert/strict';
import { codeOfReason, wordsOfReason } from '../../../../src/calls/analysis/reasonCodes.ts';
import { explainedCodes } from '../../../../src/calls/errorCodes/explainErrorCode.ts';

describe('An end reason that is the text of an error code', () => {
  it('means that code in every spelling', () => {
    for (const [reason, code] of [
      ['participant_not_found', 53204],
      ['Participant not found', 53204],
      ['ParticipantNotFoundError', 53204],
      ['participant-not-found', 53204],
      ['participant_disconnected_because_of_duplicate_identity', 53205],
      ['signaling_connection_timed_out', 53002],
      ['SignalingConnectionTimeoutError', 53002],
      ['Signaling connection disconnected', 53001],
      ['TwilioError 53001: Signaling connection disconnected', 53001],
      ['53001: signaling connection disconnected.', 53001],
      ['room_contains_too_many_participants', 53105],
      ['no_supported_codec', 53404],
      ['client_is_unable_to_create_or_apply_a_local_media_description', 53400],
      ['unable_to_connect_to_room', 53104],
      ['media_connection_failed_or_media_activity_ceased', 53405],
      ['Media connection failed or Media activity ceased', 53405],
      ['room_completed', 53118],
      ['participant_session_length_exceeded', 53216],
      ['AccessTokenExpiredError', 20104],
    ] as const)
      assert.equal(codeOfReason(reason), code, reason);
  });

  it('has to be the whole text: another one is not taken for a code', () => {
    for (const reason of [
      undefined,
      '',
      'disconnected_via_api',
      'disconnected',
      'room_ended_via_api',
      'participant_left',
      'participant_not_found_in_cache',
      'no_participant_not_found',
      '53001',
      'error',
      'constructor',
      '__proto__',
      '退室',
    ])
      assert.equal(codeOfReason(reason), undefined, String(reason));
  });

  it('leads to a code that is explained', () => {
    for (const reason of ['participant_not_found', 'signaling_connection_timed_out', 'room_not_found']) {
      const code = codeOfReason(reason);
      assert.ok(code !== undefined && explainedCodes.includes(code), reason);
    }
  });

  it('is read in no time, however long it is', () => {
    assert.equal(codeOfReason('participant_not_found '.repeat(100_000)), undefined);
    assert.ok(wordsOfReason('x'.repeat(1_000_000)).length <= 200);
  });

  it('is read as lower-case words', () => {
    assert.equal(wordsOfReason('  SignalingConnection--TimedOut!! '), 'signaling connection timed out');
    assert.equal(wordsOfReason('Äußerst_langsam'), 'äußerst langsam');
  });
});
