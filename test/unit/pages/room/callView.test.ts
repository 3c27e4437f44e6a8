import assert from 'node:assert/strict';
import { Call } from '../../../../src/calls/summary/call.ts';
import type { Participant } from '../../../../src/insights/resources/participant.ts';
import { callView } from '../../../../src/pages/room/callView.ts';
import { at, format, jsonIdentity, people, room, sid, stay, time } from './callOfThree.ts';

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
    const evidence = (...participants: Participant[]) =>
      view([stay(9, 'Zoe', at(1), at(40)), ...participants])?.findings[0]?.evidence;
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

  it('names each identity by its label, in the lane and in every sentence, and keeps the whole one', () => {
    const [ana, sixteen, room] = [jsonIdentity('Ana'), '16', 'room'];
    const dropped = (n: number, name: string, minute: number) =>
      stay(n, name, at(1), at(minute), { error_code: 53001 });
    const call = view([dropped(1, ana, 10), dropped(2, sixteen, 12), stay(3, room, at(1), at(40))]);
    assert.deepEqual(
      call.timeline?.lanes.map(({ name, fullName }) => [name, fullName]),
      [
        ['Ana', ana],
        ['16', undefined],
        ['room', undefined],
      ],
    );
    assert.equal(call.timeline?.lanes[0]?.stays[0]?.lines[0], 'Ana');
    assert.match(call.summary, /Ana dropped at 10:10 .*“16” dropped at 10:12 /);
    assert.match(call.findings[0]?.title ?? '', /^Ana and “16” dropped with 53001/);
    assert.equal(call.findings[0]?.evidence, 'Ana at 10:10 and “16” at 10:12');
    assert.deepEqual(call.fullNames, [`Ana · ${ana}`]);
    assert.deepEqual(call.findings[0]?.fullNames, [`Ana · ${ana}`]);
    assert.equal(view(people).fullNames, undefined, 'names that are whole');
  });

  it('says the end reason beside the error only where it says more', () => {
    const lines = (end_reason: string) => {
      const participants = [stay(1, 'Alice', at(1), at(10), { error_code: 53205, end_reason })];
      return view(participants)?.timeline?.lanes[0]?.stays[0]?.lines.slice(2);
    };
    assert.deepEqual(lines('duplicate_identity'), ['Error 53205, duplicate identity']);
    assert.deepEqual(lines('kicked'), [
      'Error 53205, duplicate identity, which did not end the stay',
      'Kicked',
    ]);
  });

  it('says at the end of a bar what ended the stay, but for an ordinary leave', () => {
    const ends = (more: object) => {
      const participants = [stay(1, 'Alice', at(1), at(10), more)];
      const { error, reason } = view(participants)?.timeline?.lanes[0]?.stays[0] ?? {};
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
      reason: 'Disconnected through the API',
    });
    assert.deepEqual(ends({ error_code: 53001, end_reason: 'disconnected_via_api' }), {
      error: none,
      reason: 'Disconnected through the API',
    });
    assert.deepEqual(ends({ end_reason: 'disconnected' }), { error: none, reason: none });
    assert.deepEqual(ends({}), { error: none, reason: none });
  });

  it('has no timeline where nobody joined', () => {
    assert.equal(view([])?.timeline, undefined);
  });
});
