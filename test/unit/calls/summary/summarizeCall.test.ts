import assert from 'node:assert/strict';
import { at, failed, iso, live, now, over, stay, summaryOf } from '../calls.ts';

type Json = Record<string, unknown>;
const crowd = (count: number, more: (n: number) => Json = () => ({})) =>
  Array.from({ length: count }, (_, n) => stay(`p${n}`, at(1), at(43), more(n)));

describe('What happened', () => {
  it('tells of a quiet call', () => {
    assert.equal(
      summaryOf(over, stay('Alice', at(1), at(43)), stay('Bob', at(2), at(43)), stay('Carol', at(3), at(40))),
      '3 people, call 42 min. No problems found.',
    );
  });

  it('tells of rejoins and drops, in the order in which they happened', () => {
    assert.equal(
      summaryOf(
        over,
        stay('Alice', at(1), at(5)),
        stay('Alice', at(6), at(10)),
        stay('Alice', at(20), at(43)),
        stay('Bob', at(1), at(14), failed(53405)),
        stay('Carol', at(1), at(30)),
      ),
      '3 people, call 42 min. Alice rejoined twice. Bob dropped at 10:14 with 53405, media connection failed, and did not come back.',
    );
  });

  it('tells who came back, and after how long', () => {
    const bob = stay('Bob', at(1), at(14), failed(53405));
    assert.equal(
      summaryOf(over, stay('Alice', at(1), at(43)), bob, stay('Bob', at(14, 12), at(43))),
      '2 people, call 42 min. Bob dropped at 10:14 with 53405, media connection failed, and came back after 12 sec.',
    );
    assert.equal(
      summaryOf(over, stay('Alice', at(1), at(43)), bob, stay('Bob', at(15), at(20), failed(53001))),
      '2 people, call 42 min. Bob dropped twice (10:14 and 10:20), first with 53405, media connection failed, and did not come back.',
    );
  });

  it('tells who could not join', () => {
    assert.equal(
      summaryOf(over, ...crowd(2), stay('Carol', at(20), at(20), failed(53106))),
      '2 people, call 42 min. Carol could not join at 10:20: 53106, room not found.',
    );
    assert.equal(
      summaryOf(over, stay('Carol', at(20), at(20), failed(20101))),
      'One person tried to join and did not get in. Carol could not join at 10:20: 20101, access token invalid.',
    );
  });

  it('tells of an eviction, and not of its echoes', () => {
    assert.equal(
      summaryOf(
        over,
        stay('Alice', at(1), at(10), failed(53205)),
        stay('Alice', at(10), at(43)),
        stay('Alice', at(10, 2), at(10, 2), failed(53204)),
        stay('Bob', at(1), at(43)),
      ),
      '2 people, call 42 min. Alice was disconnected at 10:10 by a second connection of the same identity (53205, duplicate identity).',
    );
  });

  it('tells of the session limit', () => {
    const [from, to] = [at(-200), at(40)];
    assert.equal(
      summaryOf(over, stay('Alice', from, to, failed(53216)), stay('Bob', at(1), to)),
      '2 people, call 4 hr. Alice was disconnected at 10:40 after 4 hr, the session length limit (53216).',
    );
    assert.equal(
      summaryOf(over, stay('Alice', from, to, failed(53216)), stay('Bob', from, to, failed(53216))),
      '2 people, call 4 hr. Everybody was disconnected at the session length limit (53216).',
    );
  });

  it('counts where many are concerned', () => {
    assert.equal(
      summaryOf(over, ...crowd(50, (n) => (n < 9 ? failed(53405) : n < 12 ? failed(53001) : {}))),
      '50 people, call 42 min. 12 of 50 people dropped at 10:43, most with 53405, media connection failed. None of them came back.',
    );
    assert.equal(
      summaryOf(over, ...crowd(50, (n) => (n < 12 ? failed(53405) : {}))),
      '50 people, call 42 min. 12 people dropped at 10:43, within 1 sec of each other, all with 53405, media connection failed. None of them came back.',
    );
    assert.equal(
      summaryOf({ ...over, max_participants: 2000 }, ...crowd(1000)),
      '1,000 people, call 42 min. No problems found.',
    );
  });

  it('tells of a room that was hardly used', () => {
    assert.equal(summaryOf(over), 'Nobody joined; the room timed out after 1 hr.');
    assert.equal(summaryOf({ ...over, end_reason: null }), 'Nobody joined.');
    assert.equal(summaryOf({ room_status: 'completed' }), 'Nobody joined.');
    assert.equal(
      summaryOf(over, stay('Alice', at(1), at(4)), stay('Alice', at(5), at(6))),
      'Alice was alone in the room, 5 min. Alice rejoined once.',
    );
    assert.equal(
      summaryOf(over, stay('Alice', at(1), at(4)), stay('Bob', at(5), at(6))),
      '2 people, but never at the same time.',
    );
  });

  it('does not say that nobody joined where Twilio counted somebody', () => {
    assert.equal(
      summaryOf({ ...over, unique_participants: 3, processing_state: 'in_progress' }),
      'Twilio lists no participants, although it counted 3 participants. Figures may still change.',
    );
  });

  it('tells of a live room', () => {
    const since = (minutes: number) => now - minutes * 60_000;
    assert.equal(summaryOf(live), 'Nobody has joined yet. No problems so far.');
    assert.equal(
      summaryOf(live, stay('Alice', since(2), null)),
      'Alice is alone in the room, 2 min so far. No problems so far.',
    );
    assert.equal(
      summaryOf(live, stay('Alice', since(30), null), stay('Bob', since(20), null)),
      '2 people, call 30 min so far; nobody has left. No problems so far.',
    );
    assert.equal(
      summaryOf(live, stay('Alice', since(30), null), stay('Bob', since(20), since(9))),
      '2 people, call 30 min so far; 1 is there now. No problems so far.',
    );
    assert.equal(
      summaryOf(live, stay('Alice', since(30), since(8)), stay('Bob', since(20), since(9))),
      '2 people, call 30 min so far; nobody is there now. No problems so far.',
    );
  });

  it('tells how the room ended around people, and what may be missing', () => {
    assert.equal(
      summaryOf(
        { ...over, end_reason: 'room_ended_via_api', processing_state: 'in_progress' },
        stay('Alice', at(1), at(60)),
        stay('Bob', at(1), at(60)),
      ),
      '2 people, call 59 min. The room was ended through the API at 11:00 with Alice and Bob in it. Figures may still change.',
    );
    assert.equal(
      summaryOf(over, stay('Alice', at(1), at(43)), stay('Bob', at(1), null)),
      '2 people, call 42 min. When Bob left is not known.',
    );
  });

  it('gives stays past midnight their date', () => {
    const night = { ...over, create_time: iso(at(13 * 60)), end_time: iso(at(15 * 60)) };
    const [bob, zoe] = [
      stay('Bob', at(13 * 60), at(14 * 60 + 20), failed(53405)),
      stay('Zoe', at(13 * 60), at(15 * 60)),
    ];
    assert.match(summaryOf(night, bob, zoe), /Bob dropped at Nov 23, 00:20 with 53405/);
    const early = stay('Bob', at(13 * 60), at(13 * 60 + 20), failed(53405));
    assert.match(summaryOf(night, early, zoe), /Bob dropped at 23:20 with 53405/);
  });
});
