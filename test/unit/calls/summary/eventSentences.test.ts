import assert from 'node:assert/strict';
import { eventSentences, spread } from '../../../../src/calls/summary/eventSentences.ts';
import { at, call, failed, format, live, over, stay, summaryOf } from '../calls.ts';

type Json = Record<string, unknown>;
const direct = { ...over, room_type: 'peer_to_peer' };
const dropped = (name: string, end: number, code = 53001) => stay(name, at(1), end, failed(code));
const back = (name: string) => stay(name, at(21), at(40));
const zoe = () => stay('Zoe', at(1), at(50));
const sentences = (room: Json, ...people: Json[]) =>
  eventSentences(call(room, people), format).map(({ text }) => text);

describe('What happened to several people at once', () => {
  it('names two, with their errors and who came back', () => {
    const same = [dropped('Alice', at(20)), dropped('Bob', at(20, 2))];
    const [one, media] = ['53001, signaling connection disconnected', '53405, media connection failed'];
    assert.deepEqual(sentences(over, ...same), [
      `Alice and Bob dropped at 10:20, within 2 sec of each other, both with ${one}. Neither came back.`,
    ]);
    assert.deepEqual(sentences(over, ...same, back('Bob'), back('Alice')), [
      `Alice and Bob dropped at 10:20, within 2 sec of each other, both with ${one}. Both came back.`,
    ]);
    const differing = [dropped('Alice', at(20)), dropped('Bob', at(20, 2), 53405)];
    assert.deepEqual(sentences(over, ...differing, back('Bob')), [
      `Alice and Bob were cut off at 10:20, within 2 sec of each other: Alice with ${one}; Bob with ${media}. Bob came back, Alice did not.`,
    ]);
  });

  it('counts more than two', () => {
    const crash = (code: (n: number) => number) =>
      ['A', 'B', 'C', 'D'].map((name, n) => dropped(name, at(20, n), code(n)));
    assert.deepEqual(sentences(over, ...crash(() => 53001), zoe()), [
      '4 people dropped at 10:20, within 3 sec of each other, all with 53001, signaling connection disconnected. None of them came back.',
    ]);
    assert.deepEqual(sentences(over, ...crash((n) => (n ? 53001 : 53405)), zoe(), back('A')), [
      '4 people dropped at 10:20, within 3 sec of each other, most with 53001, signaling connection disconnected. 1 of them came back, 3 did not.',
    ]);
    assert.deepEqual(
      sentences(over, ...crash((n) => (n % 2 ? 53001 : 53405)), ...['A', 'B', 'C', 'D'].map(back)),
      [
        '4 people dropped at 10:20, within 3 sec of each other, with different errors. All of them came back.',
      ],
    );
  });

  it('does not say in a live room that somebody did not come back', () => {
    assert.deepEqual(sentences(live, dropped('Alice', at(20)), dropped('Bob', at(20, 2))), [
      'Alice and Bob dropped at 10:20, within 2 sec of each other, both with 53001, signaling connection disconnected.',
    ]);
  });

  it('is told once: not again of each of them, and not as an eviction', () => {
    const evicted = stay('Bob', at(1), at(20, 1), failed(53205));
    assert.equal(
      summaryOf(over, dropped('Alice', at(20)), evicted),
      '2 people, call 19 min. Alice and Bob were cut off at 10:20, within 1 sec of each other: Alice with 53001, signaling connection disconnected; Bob with 53205, duplicate identity. Neither came back.',
    );
  });

  it('is told beside a later drop of one of them', () => {
    assert.equal(
      summaryOf(
        over,
        ...[dropped('A', at(20)), dropped('B', at(20, 1))],
        ...[stay('A', at(22), at(30), failed(53405)), stay('B', at(22), at(45))],
      ),
      '2 people, call 44 min. “A” and “B” dropped at 10:20, within 1 sec of each other, both with 53001, signaling connection disconnected. Both came back. “A” dropped at 10:30 with 53405, media connection failed, and did not come back.',
    );
  });

  it('is never nothing apart', () => {
    const [event] = call(over, [dropped('A', at(20)), dropped('B', at(20))]).drops.events;
    assert.ok(event);
    assert.equal(spread(event, format), '1 sec');
  });

  it('says that a drop followed a leave in a room with direct connections', () => {
    const [lee, kim] = [stay('Lee', at(1), at(20)), dropped('Kim', at(20, 14), 53405)];
    const sentence = 'Kim dropped at 10:20 with 53405, media connection failed, 14 sec after Lee had left.';
    assert.deepEqual(sentences(direct, lee, kim), [sentence]);
    assert.deepEqual(sentences(direct, lee, kim, stay('Kim', at(22), at(30))), [
      `${sentence} It worked at 10:22.`,
    ]);
    assert.equal(summaryOf(direct, lee, kim), `2 people, call 19 min. ${sentence}`);
  });

  it('is nothing where people dropped one after the other', () => {
    assert.deepEqual(sentences(over, dropped('A', at(20)), dropped('B', at(21))), []);
  });
});
