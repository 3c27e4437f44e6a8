import assert from 'node:assert/strict';
import { Call } from '../../../../src/calls/summary/call.ts';
import { Participant } from '../../../../src/insights/resources/participant.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { callView } from '../../../../src/pages/room/callView.ts';
import { participantDetails } from '../../../../src/pages/room/participantDetailsView.ts';
import { Format } from '../../../../src/text/format.ts';

const now = Date.UTC(2026, 10, 22, 12);
const format = new Format({ locale: 'en', times: 'utc', now: () => now });
const time = (minute: number, second = 0) => Date.UTC(2026, 10, 22, 10, minute, second);
const at = (minute: number, second = 0) => new Date(time(minute, second)).toISOString();
const sid = (n: number) => `PA${String(n).padStart(32, '0')}`;

const room = new Room({
  ...{ room_status: 'completed', create_time: at(0), end_time: at(42), processing_state: 'complete' },
  ...{ max_participants: 50, max_concurrent_participants: 50, room_sid: `RM${'0'.repeat(32)}` },
});
const stay = (n: number, identity: string, from: string, to: string | null, more = {}) =>
  new Participant({
    ...{
      participant_sid: sid(n),
      participant_identity: identity,
      join_time: from,
      leave_time: to,
      status: 'completed',
    },
    ...more,
  });
const people = [
  stay(1, 'Alice', at(1), at(10), { error_code: 53405, end_reason: 'media_connection_failed' }),
  stay(2, 'Alice', at(11), at(40)),
  stay(3, 'Bob', at(2), at(10, 8)),
  stay(4, 'Carol', at(3), null),
];
const view = (participants: readonly Participant[]) => callView(new Call(room, participants, format), format);

describe('The view of a call', () => {
  it('tells the story, the findings and how fresh they are', () => {
    const call = view(people);
    assert.match(call.summary ?? '', /Alice dropped at 10:10 with 53405/);
    assert.match(call.freshness ?? '', /^Complete · Expires in 6 days/);
    const [worst] = call.findings;
    assert.equal(worst?.participants[0], sid(1));
    assert.equal(worst?.href, 'https://www.twilio.com/docs/api/errors/53405');
    assert.equal(worst?.title, 'Alice dropped with 53405, media connection failed');
    assert.equal(worst?.evidence, '10:10', 'the title has said who');
  });

  it('says whose each time is where a finding is about several, or its title about the room', () => {
    const dropped = (n: number, name: string, minute: number) =>
      stay(n, name, at(1), at(minute), { error_code: 53001 });
    const evidence = (...told: Participant[]) =>
      view([stay(9, 'Zoe', at(1), at(40)), ...told])?.findings[0]?.evidence;
    assert.equal(evidence(dropped(1, 'Alice', 10), dropped(2, 'Bob', 12)), 'Alice at 10:10 and Bob at 10:12');
    assert.equal(evidence(dropped(1, 'Alice', 10), dropped(2, 'Alice', 12)), '10:10 and 10:12');
    const alone = view([stay(1, 'Alice', at(1), at(40))])?.findings;
    assert.deepEqual(
      alone?.map(({ title, evidence }) => [title, evidence]),
      [['Only one person was ever in the room', 'Alice at 10:01']],
    );
  });

  it('has a lane for each identity and a bar for each stay, with open ends as such', () => {
    const timeline = view(people)?.timeline;
    assert.deepEqual(
      timeline?.lanes.map(({ name, stays }) => [name, stays.length]),
      [
        ['Alice', 2],
        ['Bob', 1],
        ['Carol', 1],
      ],
    );
    const [dropped] = timeline?.lanes[0]?.stays ?? [];
    assert.deepEqual(
      [dropped?.start, dropped?.end, dropped?.ending, dropped?.error],
      [time(1), time(10), 'left', '53405'],
    );
    const [open] = timeline?.lanes[2]?.stays ?? [];
    assert.equal(open?.ending, 'unknown');
    assert.ok((open?.end ?? 0) <= time(42));
    assert.deepEqual(timeline?.allowed, { count: 50, text: '50 allowed' });
    assert.equal(timeline?.timeZone, 'UTC');
    assert.deepEqual(dropped?.lines, [
      'Alice',
      '10:01:00–10:10:00 · 9 min',
      'Error 53405, media connection failed',
    ]);
  });

  it('says the end reason beside the error only where it says more', () => {
    const lines = (end_reason: string) => {
      const told = [stay(1, 'Alice', at(1), at(10), { error_code: 53205, end_reason })];
      return view(told)?.timeline?.lanes[0]?.stays[0]?.lines.slice(2);
    };
    assert.deepEqual(lines('duplicate_identity'), ['Error 53205, duplicate identity']);
    assert.deepEqual(lines('kicked'), ['Error 53205, duplicate identity', 'Kicked']);
  });

  it('says at the end of a bar what ended the stay, but for an ordinary leave', () => {
    const ends = (more: object) => {
      const told = [stay(1, 'Alice', at(1), at(10), more)];
      const { error, reason } = view(told)?.timeline?.lanes[0]?.stays[0] ?? {};
      return { error, reason };
    };
    const none = undefined;
    assert.deepEqual(ends({ error_code: 53405, end_reason: 'connection_lost' }), {
      error: '53405',
      reason: none,
    });
    assert.deepEqual(ends({ end_reason: 'connection_lost' }), { error: 'Connection lost', reason: none });
    assert.deepEqual(ends({ end_reason: 'disconnected_via_api' }), {
      error: none,
      reason: 'Disconnected by the API',
    });
    assert.deepEqual(ends({ end_reason: 'disconnected' }), { error: none, reason: none });
    assert.deepEqual(ends({}), { error: none, reason: none });
  });

  it('has no timeline where nobody joined', () => {
    assert.equal(view([])?.timeline, undefined);
  });
});

describe('The details of a participant', () => {
  it('hold its other stays, and what happened around its end', () => {
    const details = participantDetails(new Call(room, people, format), sid(1), format);
    assert.equal(details?.title, 'Alice');
    const sections = new Map(details?.sections.map(({ title, lines }) => [title, lines]));
    assert.deepEqual(sections.get('Other stays of the same identity'), ['10:11:00–10:40:00 · 29 min']);
    assert.deepEqual(sections.get('Within 10 seconds of the end'), ['10:10:08 Bob left']);
    assert.ok(details?.properties.some(({ key, raw }) => key === 'error_code' && raw === '53405'));
  });

  it('say what the error means, and what others left with', () => {
    const dropped = stay(5, 'Dora', at(3), at(10, 4), { error_code: 53001 });
    const details = participantDetails(new Call(room, [...people, dropped], format), sid(1), format);
    const error = details?.properties.find(({ key }) => key === 'error_code');
    assert.deepEqual([error?.text, error?.raw], ['53405, media connection failed', '53405']);
    assert.deepEqual(details?.sections[1]?.lines, [
      '10:10:04 Dora left with 53001, signaling connection disconnected',
      '10:10:08 Bob left',
    ]);
  });

  it('say that nothing else happened when somebody dropped, and not of who left', () => {
    const alone = (more: object) =>
      participantDetails(new Call(room, [stay(1, 'Alice', at(1), at(10), more)], format), sid(1), format)
        ?.sections;
    const [around] = alone({ error_code: 53405 }) ?? [];
    assert.deepEqual(around?.lines, ['Nothing else happened.']);
    assert.deepEqual(alone({}), []);
  });

  it('tell of the end of the room, and of a crowd only what came nearest', () => {
    const crowd = Array.from({ length: 60 }, (_, n) =>
      stay(n + 2, `P${n}`, at(2), at(41, 50 + Math.floor(n / 6))),
    );
    const bob = stay(1, 'Bob', at(1), at(42));
    const lines =
      participantDetails(new Call(room, [bob, ...crowd], format), sid(1), format)?.sections[0]?.lines ?? [];
    assert.equal(lines.length, 21);
    assert.equal(lines.at(-2), '10:42:00 The room ended');
    assert.equal(lines.at(-1), '41 more');
    assert.match(lines[0] ?? '', /^10:41:5[67]/);
  });

  it('are none of somebody who is not there', () => {
    assert.equal(participantDetails(new Call(room, people, format), 'PA', format), undefined);
  });
});
