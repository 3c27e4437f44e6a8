import assert from 'node:assert/strict';
import { aboutRoom, type RuleId } from '../../../../src/calls/findings/finding.ts';
import { rules } from '../../../../src/calls/findings/findings.ts';
import { at, failed, finding, findings, live, now, over, stay } from '../calls.ts';

type Json = Record<string, unknown>;
/** Whether the rule speaks in a room with these participants. */
interface Case {
  readonly when: string;
  readonly room?: Json;
  readonly people: () => Json[];
}

const together = (more: Json = {}, others: Json = {}) => [
  stay('Alice', at(1), at(40), more),
  stay('Bob', at(2), at(41), others),
];
const api = { ...over, end_reason: 'room_ended_via_api' };
const codecs = (...names: string[]): Json => ({ codecs: names });
const sdk = (version: unknown, name = 'twilio-video.js'): Json => ({
  publisher_info: { name, sdk_version: version },
});
const chrome = (version: unknown, browser: unknown): Json => ({
  publisher_info: {
    name: 'twilio-video.js',
    sdk_version: version,
    browser_name: 'Chrome',
    browser_version: browser,
    platform_name: 'Windows',
  },
});
const region = (name: string | null): Json => ({ media_region: name });
const edge = (name: string | null, more: Json = {}): Json => ({ edge_location: name, ...more });
const rejoins = (count: number, minutes: number) => [
  ...Array.from({ length: count + 1 }, (_, n) => stay('Alice', at(1 + n * minutes), at(1 + n * minutes, 50))),
  stay('Bob', at(1), at(50)),
];
const crowd = (count: number) => Array.from({ length: count }, (_, n) => stay(`p${n}`, at(5), at(50)));

/** For each rule: when it speaks, and when it keeps silent. */
const cases: Readonly<Record<RuleId, { speaks: readonly Case[]; silent: readonly Case[] }>> = {
  'error-code': {
    speaks: [
      { when: 'a stay ended with an error', people: () => together(failed(53405)) },
      { when: 'a code is unknown', people: () => together(failed(59999)) },
      { when: 'a code is a text', people: () => together({ error_code: '53405' }) },
      {
        when: 'somebody in a live room got over one',
        room: live,
        people: () => [stay('A', at(1), null, failed(53001))],
      },
    ],
    silent: [
      { when: 'the code is 0', people: () => together(failed(0)) },
      { when: 'the code is no number', people: () => together({ error_code: 'none' }) },
      { when: 'another rule explains it', people: () => together(failed(53216), failed(53205)) },
    ],
  },
  'abnormal-end': {
    speaks: [
      {
        when: 'the reason tells of a lost connection',
        people: () => together({ end_reason: 'connection_lost' }),
      },
    ],
    silent: [
      { when: 'the reason can be a normal leave', people: () => together({ end_reason: 'disconnected' }) },
      {
        when: 'the API disconnected somebody',
        people: () => together({ end_reason: 'disconnected_via_api' }),
      },
      {
        when: 'a code says it better',
        people: () => together(failed(53001, { end_reason: 'connection_lost' })),
      },
    ],
  },
  'duplicate-identity': {
    speaks: [
      { when: '53205', people: () => together(failed(53205)) },
      { when: 'stays overlap', people: () => [...together(), stay('Alice', at(30), at(50))] },
    ],
    silent: [
      { when: 'a rejoin follows', people: () => [...together(), stay('Alice', at(40), at(50))] },
      {
        when: 'stays touch within a second',
        people: () => [...together(), stay('Alice', at(39, 59), at(50))],
      },
      {
        when: 'a leave is not known before the next join',
        people: () => [stay('A', at(1), null), stay('A', at(5), at(9)), stay('B', at(1), at(9))],
      },
      {
        when: 'several have no identity',
        people: () => [stay(null, at(1), at(9)), stay(null, at(1), at(9))],
      },
    ],
  },
  'session-limit': {
    speaks: [{ when: '53216', people: () => together(failed(53216)) }],
    silent: [
      {
        when: 'somebody stayed long',
        people: () => [stay('A', at(-300), at(50)), stay('B', at(-300), at(50))],
      },
    ],
  },
  'rejoin-storm': {
    speaks: [{ when: 'three rejoins come within ten minutes', people: () => rejoins(3, 2) }],
    silent: [
      { when: 'there are only two', people: () => rejoins(2, 1) },
      { when: 'they are spread over an hour', people: () => rejoins(5, 9) },
    ],
  },
  'room-full': {
    speaks: [
      {
        when: 'the peak is the limit',
        room: { ...over, max_participants: 8, max_concurrent_participants: 8 },
        people: () => crowd(8),
      },
      { when: 'the peak is near a large limit', people: () => crowd(46) },
      {
        when: 'somebody was turned away from a small room',
        room: { ...over, max_participants: 2, max_concurrent_participants: 2 },
        people: () => [...together(), stay('C', at(5), at(5), failed(53105))],
      },
    ],
    silent: [
      { when: 'there was place', people: () => crowd(30) },
      {
        when: 'a room for two holds two',
        room: { ...over, max_participants: 2, max_concurrent_participants: 2 },
        people: () => together(),
      },
      {
        when: 'one of the limits looks like the peak',
        room: { ...over, max_concurrent_participants: 8 },
        people: () => crowd(8),
      },
      {
        when: 'the limit is not known',
        room: { ...over, max_participants: null, max_concurrent_participants: 0 },
        people: () => crowd(60),
      },
    ],
  },
  'codec-mismatch': {
    speaks: [
      {
        when: 'two who met share no video codec',
        people: () => together(codecs('VP8', 'opus'), codecs('h264', 'opus')),
      },
    ],
    silent: [
      { when: 'one codec is shared', people: () => together(codecs('VP8'), codecs('H264', 'VP8')) },
      { when: 'somebody sent only sound', people: () => together(codecs('VP8', 'opus'), codecs('opus')) },
      { when: 'codecs are not known', people: () => together(codecs('VP8'), { codecs: null }) },
      {
        when: 'they did not meet',
        people: () => [stay('A', at(1), at(9), codecs('VP8')), stay('B', at(9), at(20), codecs('H264'))],
      },
    ],
  },
  // Each fault of the table is in knownFaults.test.ts.
  'known-fault': {
    speaks: [
      {
        when: 'SDK and browser have a known fault',
        people: () => together(chrome('2.31.0', '138.0'), sdk('2.31.0')),
      },
    ],
    silent: [
      { when: 'it is fixed', people: () => together(chrome('2.32.1', '138.0'), chrome('2.31.0', '136.0')) },
      {
        when: 'a version is not known',
        people: () => together(chrome('2.31.0', null), chrome('2', '138.0')),
      },
      { when: 'the browser is not known', people: () => together(sdk('2.31.0'), sdk('2.20.0')) },
      {
        when: 'its users were never in the room',
        people: () => [
          ...together(),
          stay('Carol', at(5), at(5), { ...chrome('2.31.0', '138.0'), ...failed(53105) }),
        ],
      },
    ],
  },
  'sdk-outdated': {
    speaks: [{ when: 'twilio-video.js is 1.x', people: () => together(sdk('1.20.1'), sdk('2.1.0')) }],
    silent: [
      { when: 'it is 2.x, however old', people: () => together(sdk('2.0.0'), sdk('2.32.1')) },
      { when: 'the SDK is another one', people: () => together(sdk('1.0.0', 'twilio-video-ios')) },
      { when: 'the version cannot be read', people: () => together(sdk('one'), sdk(1)) },
    ],
  },
  'sdk-mixed': {
    speaks: [
      { when: 'major versions of one SDK differ', people: () => together(sdk('2.1.0'), sdk('3.0.0-beta.1')) },
    ],
    silent: [
      { when: 'only minor versions differ', people: () => together(sdk('2.1.0'), sdk('2.32.1')) },
      { when: 'SDKs differ', people: () => together(sdk('2.1.0'), sdk('5.10.0', 'twilio-video-ios')) },
      { when: 'versions are missing', people: () => together({ publisher_info: null }, sdk('2.1.0')) },
    ],
  },
  alone: {
    speaks: [
      {
        when: 'one person was there',
        people: () => [stay('Alice', at(1), at(20)), stay('Alice', at(21), at(25))],
      },
      { when: 'nobody joined', people: () => [] },
      { when: 'two missed each other', people: () => [stay('A', at(1), at(9)), stay('B', at(9), at(20))] },
      { when: 'somebody has waited long in a live room', room: live, people: () => [stay('A', at(1), null)] },
    ],
    silent: [
      { when: 'two met', people: () => together() },
      {
        when: 'somebody has just come to a live room',
        room: live,
        people: () => [stay('A', now - 60_000, null)],
      },
      { when: 'a live room is empty', room: live, people: () => [] },
      {
        when: 'participants are known to be missing',
        room: { ...over, unique_participants: 2 },
        people: () => [],
      },
      {
        when: 'somebody else was refused',
        people: () => [stay('A', at(1), at(9)), stay('B', at(2), at(2), failed(53105))],
      },
      {
        when: 'times are missing',
        people: () => [stay('A', at(1), at(9)), stay('B', at(2), null, { join_time: null })],
      },
    ],
  },
  'ended-with-people': {
    speaks: [
      {
        when: 'the API ended the room around people',
        room: api,
        people: () => [stay('A', at(1), at(60)), stay('B', at(1), at(60))],
      },
      {
        when: 'they were told with 53118',
        room: api,
        people: () => [stay('A', at(1), at(59, 55), failed(53118))],
      },
      {
        when: 'the value is spelled with hyphens',
        room: { ...api, end_reason: 'room-ended-via-api' },
        people: () => [stay('A', at(1), at(60)), stay('B', at(1), at(60))],
      },
    ],
    silent: [
      { when: 'everybody had left', room: api, people: () => together() },
      {
        when: 'somebody had just left, so the call was over',
        room: api,
        people: () => [stay('A', at(1), at(60)), stay('B', at(1), at(59, 30))],
      },
      { when: 'the room timed out', people: () => [stay('A', at(1), at(60)), stay('B', at(1), at(60))] },
      {
        when: 'ends are not known',
        room: api,
        people: () => [stay('A', at(1), null), stay('B', at(1), null)],
      },
    ],
  },
  'short-stay': {
    speaks: [
      { when: 'somebody stayed four seconds', people: () => [...together(), stay('C', at(5), at(5, 4))] },
    ],
    silent: [
      {
        when: 'the same person stayed longer before',
        people: () => [...together(), stay('Bob', at(45), at(45, 4))],
      },
      {
        when: 'an error explains it',
        people: () => [...together(), stay('C', at(5), at(5, 4), failed(53405))],
      },
      {
        when: 'somebody has just come',
        room: live,
        people: () => [stay('A', at(1), null), stay('C', now - 2000, null)],
      },
      {
        when: 'the whole call was that short',
        people: () => [stay('A', at(1), at(1, 6)), stay('B', at(1), at(1, 8))],
      },
      { when: 'the end is not known', people: () => [...together(), stay('C', at(59, 58), null)] },
    ],
  },
  'other-region': {
    speaks: [
      {
        when: 'regions differ',
        room: { ...over, media_region: 'us1' },
        people: () => together(region('us1'), region('ie1')),
      },
    ],
    silent: [
      {
        when: 'they are the same, however spelled',
        room: { ...over, media_region: 'us1' },
        people: () => together(region('US1'), region(' us1 ')),
      },
      {
        when: 'the room’s is not a place',
        room: { ...over, media_region: 'gll' },
        people: () => together(region('us1'), region('ie1')),
      },
      { when: 'the room’s is not known', people: () => together(region('us1'), region('ie1')) },
      {
        when: 'the participants’ are not places',
        room: { ...over, media_region: 'us1' },
        people: () => together(region('gll'), region(null)),
      },
    ],
  },
  'other-edge': {
    speaks: [
      {
        when: 'those who dropped were elsewhere, and the others were not',
        room: { ...over, edge_location: 'dublin' },
        people: () => [
          stay('A', at(1), at(9), edge('tokyo', failed(53405))),
          stay('B', at(1), at(9), edge('sydney', failed(53001))),
          stay('C', at(1), at(20), edge('dublin')),
        ],
      },
    ],
    silent: [
      {
        when: 'nobody dropped',
        room: { ...over, edge_location: 'dublin' },
        people: () => together(edge('tokyo'), edge('sydney')),
      },
      {
        when: 'the others were elsewhere too',
        room: { ...over, edge_location: 'dublin' },
        people: () => [
          stay('A', at(1), at(9), edge('tokyo', failed(53405))),
          stay('B', at(1), at(9), edge('sydney', failed(53001))),
          stay('C', at(1), at(20), edge('tokyo')),
        ],
      },
      {
        when: 'there is nobody else to compare with',
        room: { ...over, edge_location: 'dublin' },
        people: () => [
          stay('A', at(1), at(9), edge('tokyo', failed(53405))),
          stay('B', at(1), at(9), edge('sydney', failed(53001))),
          stay('A', at(10), at(20), edge(null)),
        ],
      },
      {
        when: 'edges name no place',
        room: { ...over, edge_location: 'roaming' },
        people: () => together(edge('tokyo', failed(53405)), edge('sydney', failed(53405))),
      },
    ],
  },
  'end-missing': {
    speaks: [
      { when: 'a finished room lacks a leave', people: () => [...together(), stay('C', at(1), null)] },
    ],
    silent: [
      {
        when: 'the room is live',
        room: live,
        people: () => [stay('A', at(1), null), stay('B', at(1), null, { status: 'completed' })],
      },
      {
        when: 'it may still come',
        room: { ...over, processing_state: 'in_progress' },
        people: () => [...together(), stay('C', at(1), null)],
      },
    ],
  },
  processing: {
    speaks: ['in_progress', 'not-started', 'timeout'].map((state) => ({
      when: state,
      room: { ...over, processing_state: state },
      people: () => together(),
    })),
    silent: [
      { when: 'complete', people: () => together() },
      { when: 'live', room: live, people: () => [stay('A', at(1), null), stay('B', at(1), null)] },
      { when: 'not told', room: { ...over, processing_state: null }, people: () => together() },
      { when: 'a new state', room: { ...over, processing_state: 'archived' }, people: () => together() },
    ],
  },
};

describe('Findings', () => {
  for (const [rule, { speaks, silent }] of Object.entries(cases) as [RuleId, (typeof cases)[RuleId]][]) {
    for (const { when, room = over, people } of speaks) {
      it(`${rule} speaks: ${when}`, () => {
        const found = finding(rule, room, ...people());
        assert.ok(found);
        assert.match(found.title, /[^.]$/);
        assert.ok(found.meaning && found.check);
        const shown = new Set(found.evidence.map(({ name }) => name));
        const [one = '', two = one] = shown;
        if (shown.size > 2 || shown.size === 0) return;
        const said = found.title.includes(one) && found.title.includes(two);
        assert.equal(said, !aboutRoom.has(rule), `${found.title}: ${[...shown]}`);
      });
    }
    for (const { when, room = over, people } of silent) {
      it(`${rule} is silent: ${when}`, () => assert.equal(finding(rule, room, ...people()), undefined));
    }
  }

  it('has cases for every rule', () =>
    assert.deepEqual(Object.keys(cases).sort(), Object.keys(rules).sort()));

  it('are none in a quiet room', () => assert.deepEqual(findings(over, ...together()), []));

  it('come worst first, those of most participants before others', () => {
    const found = findings(
      { ...over, processing_state: 'in_progress' },
      stay('A', at(1), at(9), failed(53405)),
      stay('B', at(1), at(9), failed(53001)),
      stay('C', at(1), at(9), failed(53001)),
      stay('D', at(1), at(9), failed(53002)),
      stay('D', at(10), at(19)),
    );
    assert.deepEqual(
      found.map(({ severity, rule, code }) => [severity, rule, code]),
      [
        ['error', 'error-code', 53001],
        ['error', 'error-code', 53405],
        ['warning', 'error-code', 53002],
        ['info', 'processing', undefined],
      ],
    );
  });

  it('show whom they are about, when, and where to read on', () => {
    const bob = stay('Bob', at(2), at(14), failed(53405, { error_code_url: 'javascript:alert(1)' }));
    const found = finding('error-code', over, stay('Alice', at(1), at(40)), bob);
    assert.deepEqual(found?.evidence, [
      { participant: bob.participant_sid, lane: 'identity:Bob', name: 'Bob', time: at(14) },
    ]);
    assert.equal(found?.title, 'Bob dropped with 53405, media connection failed');
    assert.equal(found?.link, 'https://www.twilio.com/docs/api/errors/53405');
  });

  it('tell when a duplicate came, not when the one who stayed left in the end', () => {
    const found = finding(
      'duplicate-identity',
      over,
      stay('Alice', at(1), at(10), failed(53205)),
      stay('Alice', at(10), at(40)),
    );
    assert.deepEqual(
      found?.evidence.map(({ time }) => time),
      [at(10), at(10)],
    );
  });

  it('tell two clients that evict each other from a single eviction', () => {
    const chain = Array.from({ length: 4 }, (_, n) => stay('Alice', at(n), at(n + 1, 1), failed(53205)));
    const found = finding('duplicate-identity', over, ...chain, stay('Alice', at(4), at(20)));
    assert.deepEqual([found?.severity, found?.evidence.length], ['error', 5]);
    assert.equal(finding('duplicate-identity', over, ...together(failed(53205)))?.severity, 'warning');
  });
});
