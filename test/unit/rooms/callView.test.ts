import assert from 'node:assert/strict';
import { Participant } from '../../../src/insights/participant.ts';
import { Room } from '../../../src/insights/room.ts';
import { callView } from '../../../src/rooms/callView.ts';
import { Format } from '../../../src/rooms/format.ts';
import { participantDetails } from '../../../src/rooms/participantDetails.ts';
import type { Participation } from '../../../src/rooms/storeState.ts';

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
const known = (
  participants: readonly Participant[],
  state: Participation['state'] = 'complete',
): Participation => ({
  ...{ state, participants, stale: false, unreadable: 0 },
});

describe('The view of a call', () => {
  it('waits for the participants', () => {
    assert.equal(callView(room, undefined, format), undefined);
    assert.equal(callView(room, known([], 'loading'), format), undefined);
    assert.ok(callView(room, known([]), format));
  });

  it('tells the story, the findings and how fresh they are', () => {
    const view = callView(room, known(people), format);
    assert.match(view?.story ?? '', /Alice dropped at 10:10 with 53405/);
    assert.match(view?.freshness ?? '', /^Complete · Expires in 6 days/);
    const [worst] = view?.findings ?? [];
    assert.equal(worst?.participants[0], sid(1));
    assert.equal(worst?.href, 'https://www.twilio.com/docs/api/errors/53405');
    assert.match(worst?.evidence ?? '', /Alice at 10:10/);
  });

  it('has a lane for each identity and a bar for each stay, with open ends as such', () => {
    const timeline = callView(room, known(people), format)?.timeline;
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
    assert.equal(timeline?.allowed, 50);
    assert.equal(timeline?.timeZone, 'UTC');
    assert.deepEqual(dropped?.lines, [
      'Alice',
      '10:01:00–10:10:00 · 9 min',
      'Error 53405',
      'Media connection failed',
    ]);
  });

  it('has no timeline where nobody joined', () => {
    assert.equal(callView(room, known([]), format)?.timeline, undefined);
  });
});

describe('The details of a participant', () => {
  it('hold its other stays, and what happened around its end', () => {
    const details = participantDetails(room, people, sid(1), format);
    assert.equal(details?.title, 'Alice');
    const sections = new Map(details?.sections.map(({ title, lines }) => [title, lines]));
    assert.deepEqual(sections.get('Other stays of the same identity'), ['10:11:00–10:40:00 · 29 min']);
    assert.deepEqual(sections.get('Within 10 seconds of the end'), ['10:10:08 Bob left']);
    assert.ok(details?.properties.some(({ key, raw }) => key === 'error_code' && raw === '53405'));
  });

  it('are none of somebody who is not there', () => {
    assert.equal(participantDetails(room, people, 'PA', format), undefined);
  });
});
