import assert from 'node:assert/strict';
import { reasonKind } from '../../../src/calls/analysis/endReason.ts';
import {
  errorPage,
  explainErrorCode,
  explainedCodes,
} from '../../../src/calls/errorCodes/explainErrorCode.ts';
import { errorInText, nameInText } from '../../../src/calls/findings/nameText.ts';
import { freshnessOf } from '../../../src/calls/summary/freshness.ts';
import { Room } from '../../../src/insights/resources/room.ts';
import { Format } from '../../../src/text/format.ts';
import { at, format, live, over } from './calls.ts';

/** Those that INSIGHTS-API.md lists. */
const documented = [
  ...[20101, 20102, 20103, 20104, 20105, 20106, 53000, 53001, 53002, 53003, 53004, 53006],
  ...[53100, 53101, 53102, 53103, 53104, 53105, 53106, 53118, 53119, 53126],
  ...[53200, 53201, 53202, 53203, 53204, 53205, 53206, 53216],
  ...[53300, 53301, 53302, 53303, 53304, 53305],
  ...[53400, 53401, 53402, 53403, 53404, 53405, 53407, 53408, 53500, 53501],
];

describe('Twilio’s error codes', () => {
  it('are explained without a network, each in its own words', () => {
    for (const code of documented) assert.ok(explainedCodes.includes(code), `${code} is not explained`);
    const names = new Set<string>();
    for (const code of explainedCodes) {
      const words = explainErrorCode(code);
      assert.ok(words);
      assert.match(words.name, /^[^.]{5,50}$/, String(code));
      assert.match(words.meaning, /^\p{Lu}.*\.$/su, String(code));
      assert.match(words.check, /^\p{Lu}.*\.?$/su, String(code));
      names.add(words.name);
    }
    assert.equal(names.size, explainedCodes.length);
    assert.equal(explainErrorCode(53405)?.name, 'media connection failed');
  });

  it('have no words where none are known', () => {
    for (const code of [0, 1, 59999, -53405, 53405.5, Number.NaN])
      assert.equal(explainErrorCode(code), undefined);
  });

  it('lead to Twilio and nowhere else', () => {
    const built = 'https://www.twilio.com/docs/api/errors/53405';
    const other = 'https://www.twilio.com/docs/errors/53405';
    assert.equal(errorPage(53405), built);
    assert.equal(errorPage(53405, other), other);
    for (const given of [
      'http://www.twilio.com/docs/api/errors/53405',
      'https://twilio.com.example.org/53405',
      'https://user@twilio.com/53405',
      'javascript:alert(53405)',
      'https://www.twilio.com/docs/api/errors/0',
      'null',
      '',
    ]) {
      assert.equal(errorPage(53405, given), built, given);
    }
    for (const code of [0, -1, 1.5, 1e300, Number.NaN]) assert.equal(errorPage(code, other), undefined);
  });
});

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

describe('A name in a sentence', () => {
  it('is one line, not too long, and leaves the words around it in order', () => {
    assert.equal(nameInText('Alice'), 'Alice');
    assert.equal(nameInText('a\nb\tc\u202Ed'), 'a b c d');
    assert.equal([...nameInText('x'.repeat(100_000))].length, 40);
    assert.equal([...nameInText('🦊'.repeat(100))].length, 40);
    assert.equal(nameInText('محمد'), '\u2068محمد\u2069');
    assert.equal(nameInText('👩‍🚀 Zoë'), '👩‍🚀 Zoë');
    assert.equal(nameInText('\u202E\u0000'), 'somebody');
  });

  it('of an error is its code and its words, or those of the end reason', () => {
    assert.equal(errorInText(53405, 'x'), '53405, media connection failed');
    assert.equal(errorInText(59999, 'something_new'), '59999, something new');
    assert.equal(errorInText(59999, undefined), '59999');
    assert.equal(errorInText(undefined, 'connection_lost'), 'the reason “connection lost”');
  });
});

describe('The age of a summary', () => {
  const hour = 3_600_000;
  const fresh = (room: Record<string, unknown>, since = hour) =>
    freshnessOf(new Room(room), new Format({ locale: 'en', times: 'utc', now: () => at(60) + since }));

  it('is pending for some minutes, then complete, until it expires', () => {
    const pending = fresh({ ...over, processing_state: 'in-progress' });
    assert.deepEqual([pending.state, pending.text], ['pending', 'Summary pending, usually under 30 minutes']);
    const complete = fresh(over, (5 * 24 + 20) * hour);
    assert.deepEqual(complete, {
      state: 'complete',
      text: 'Complete',
      expiresAt: at(60) + 7 * 24 * hour,
      expiry: 'Expires in 1 day 4 hr',
    });
    assert.equal(fresh(over, 7 * 24 * hour).state, 'expired');
  });

  it('follows from creation and duration where the end is missing', () => {
    assert.equal(fresh({ ...over, end_time: null }).expiresAt, at(60) + 7 * 24 * hour);
  });

  it('is not made up where nothing is known', () => {
    assert.equal(fresh({ ...over, processing_state: null }).state, 'unknown');
    assert.equal(fresh({ ...over, processing_state: 'new_state' }).state, 'unknown');
    assert.equal(fresh({ ...over, processing_state: 'timeout' }).state, 'incomplete');
    assert.deepEqual(fresh({ room_status: 'completed' }), {
      state: 'unknown',
      text: 'Not known whether the summary is complete',
    });
  });

  it('does not begin in a live room', () => {
    const { state, expiresAt } = freshnessOf(new Room(live), format);
    assert.deepEqual([state, expiresAt], ['live', undefined]);
  });
});
