import type { RuleId } from '../../../../src/calls/findings/common/finding.ts';
import { at, failed, live, now, over, stay } from '../calls.ts';
import type { dropCases } from './dropCases.ts';
import type { recordCases } from './recordCases.ts';
import { codecs, edge, evictions, type Json, phone, type RuleCases, together } from './ruleCases.ts';

const api = { ...over, end_reason: 'room_ended_via_api' };
const direct = { ...over, room_type: 'peer_to_peer' };
const sdk = (version: unknown, name = 'twilio-video.js'): Json => ({
  publisher_info: { name, sdk_version: version },
});
const rejoins = (count: number, minutes: number) => [
  ...Array.from({ length: count + 1 }, (_, n) => stay('Alice', at(1 + n * minutes), at(1 + n * minutes, 50))),
  stay('Bob', at(1), at(50)),
];
const crowd = (count: number) => Array.from({ length: count }, (_, n) => stay(`p${n}`, at(5), at(50)));

/** How stays ended, who was in the room, and with which SDK and codecs. */
export const stayCases: RuleCases<
  Exclude<RuleId, keyof typeof dropCases | keyof typeof recordCases | 'known-fault'>
> = {
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
      { when: 'a track could not be sent', people: () => together(failed(53404)) },
      {
        when: 'a removed participant had got over one',
        people: () => together(failed(53002, { end_reason: 'disconnected_via_api' })),
      },
      {
        when: 'one is got over when the room ends',
        people: () => together(failed(53400, { end_reason: 'room_completed' })),
      },
      {
        when: 'the reason is the text of one',
        people: () => together({ end_reason: 'signaling_connection_timed_out' }),
      },
      {
        when: 'a token was refused without times',
        people: () => [...together(), stay('C', at(1), null, failed(20104, { join_time: null }))],
      },
    ],
    silent: [
      { when: 'the code is 0', people: () => together(failed(0)) },
      { when: 'the code is no number', people: () => together({ error_code: 'none' }) },
      { when: 'another rule explains it', people: () => together(failed(53216), failed(53205)) },
      {
        when: 'the API ended the room, and told so with 53118',
        room: api,
        people: () => [stay('A', at(1), at(60), failed(53118)), stay('B', at(1), at(60), failed(53118))],
      },
      {
        when: 'the limit ended a stay with another code',
        people: () => [stay('A', at(-200), at(40), failed(53002)), stay('B', at(1), at(50))],
      },
      {
        when: 'an evicted client asked for something',
        people: () => [
          ...together(failed(53205)),
          stay('Alice', at(39, 59), at(50)),
          stay('Alice', at(40, 1), at(40, 1), failed(53204)),
        ],
      },
      {
        when: 'several dropped together',
        people: () => [stay('A', at(1), at(20), failed(53001)), stay('B', at(1), at(20, 1), failed(53001))],
      },
      {
        when: 'a direct connection ended because the other end had left',
        room: direct,
        people: () => [stay('A', at(1), at(20)), stay('B', at(1), at(20, 5), failed(53405))],
      },
    ],
  },
  'abnormal-end': {
    speaks: [
      {
        when: 'the reason tells of a lost connection',
        people: () => together({ end_reason: 'connection_lost' }),
      },
      {
        when: 'the reason refuses a join',
        people: () => [...together(), stay('C', at(5), at(5), { end_reason: 'request_rejected' })],
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
      {
        when: 'the reason is the text of a code',
        people: () => together({ end_reason: 'media_connection_failed' }),
      },
      { when: 'the reason says that there was no error', people: () => together({ end_reason: 'no_error' }) },
      {
        when: 'several were cut off together',
        people: () => ['A', 'B'].map((name) => stay(name, at(1), at(20), { end_reason: 'connection_lost' })),
      },
    ],
  },
  'duplicate-identity': {
    speaks: [
      { when: '53205', people: () => together(failed(53205)) },
      { when: 'stays overlap', people: () => [...together(), stay('Alice', at(30), at(50))] },
      {
        when: 'a client is evicted by its own new connection',
        people: () => [...together(failed(53205)), stay('Alice', at(40), at(50))],
      },
      { when: 'two clients evict each other', people: () => [...evictions(4, 5), stay('Bob', at(1), at(9))] },
      {
        when: 'a client connects again before the session limit',
        people: () => [
          stay('Alice', at(-470), at(-235), failed(53205)),
          stay('Alice', at(-235), at(0), failed(53205)),
          stay('Alice', at(0), at(50)),
        ],
      },
      {
        when: 'only the reason tells of it',
        people: () => together({ end_reason: 'participant_disconnected_because_of_duplicate_identity' }),
      },
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
      {
        when: 'two identities differ in a capital letter',
        people: () => [stay('Alice', at(1), at(40)), stay('alice', at(2), at(40))],
      },
      {
        when: 'the second connection was turned away',
        people: () => [...together(), stay('Alice', at(5), at(5), failed(53105))],
      },
      { when: '53204 stands without an eviction', people: () => together(failed(53204)) },
    ],
  },
  'session-limit': {
    speaks: [
      { when: '53216', people: () => together(failed(53216)) },
      {
        when: 'a stay lasted four hours to the second, whatever its code',
        people: () => [stay('A', at(-200), at(40), failed(53002)), stay('B', at(1), at(50))],
      },
      {
        when: 'it has no code',
        people: () => [stay('A', at(-200), at(40, 1)), stay('B', at(1), at(50))],
      },
      {
        when: 'two who joined apart both lasted ten minutes to the second',
        people: () => [stay('A', at(1), at(11)), stay('B', at(3, 7), at(13, 8))],
      },
    ],
    silent: [
      {
        when: 'somebody stayed long',
        people: () => [stay('A', at(-300), at(50)), stay('B', at(-300), at(50))],
      },
      {
        when: 'four hours are missed by some seconds',
        people: () => [stay('A', at(-200), at(40, 5)), stay('B', at(-200), at(39, 50))],
      },
      {
        when: 'only one stay is that long',
        people: () => [stay('A', at(1), at(31)), stay('B', at(1), at(50, 17))],
      },
      {
        when: 'they had also joined together',
        people: () => [stay('A', at(1), at(31)), stay('B', at(1, 2), at(31, 2))],
      },
      {
        when: 'both stays are of one person',
        people: () => [stay('A', at(1), at(11)), stay('A', at(13), at(23)), stay('B', at(1), at(50, 17))],
      },
      {
        when: 'the application removed them',
        people: () =>
          [-200, -190].map((from) =>
            stay(`p${from}`, at(from), at(from + 240), { end_reason: 'disconnected_via_api' }),
          ),
      },
      {
        when: 'the room was ended after four hours',
        room: api,
        people: () => [stay('A', at(-180), at(60), failed(53118)), stay('B', at(1), at(60), failed(53118))],
      },
      {
        when: 'leaves are not known',
        people: () => [stay('A', at(-200), null, { duration_sec: 14_400 }), stay('B', at(1), at(50))],
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
      {
        when: 'somebody was turned away, and the limit is not known',
        room: { ...over, max_participants: null, max_concurrent_participants: null },
        people: () => [...together(), stay('C', at(5), at(5), failed(53105))],
      },
      {
        when: 'the reason is the text of 53105',
        people: () => [
          ...together(),
          stay('C', at(5), at(5), { end_reason: 'room_contains_too_many_participants' }),
        ],
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
      {
        when: 'the peak is the limit only with those who were refused',
        room: { ...over, max_participants: 8, max_concurrent_participants: 8 },
        people: () => [...crowd(7), stay('C', at(6), at(6), failed(53106))],
      },
      {
        when: 'the account has too many participants, not the room',
        people: () => [...together(), stay('C', at(5), at(5), failed(53206))],
      },
    ],
  },
  'codec-mismatch': {
    speaks: [
      {
        when: 'one of several codecs is no common one either',
        people: () => together(codecs('VP8', 'VP9'), codecs('H264')),
      },
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
      {
        when: 'the other one is a phone',
        people: () => [...together(codecs('VP8'), codecs('VP8')), phone(at(2), at(30))],
      },
      {
        when: 'the other one was refused',
        people: () => [...together(codecs('VP8')), stay('C', at(5), at(5), failed(53106, codecs('H264')))],
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
      { when: 'a phone waited', people: () => [phone(at(1), at(9))] },
      {
        when: 'a leave is not known, so two may have met',
        people: () => [stay('A', at(1), null), stay('B', at(30), at(40))],
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
