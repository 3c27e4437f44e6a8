import assert from 'node:assert/strict';
import { Call } from '../../../../src/calls/summary/call.ts';
import { participantDetails } from '../../../../src/pages/room/participantDetailsView.ts';
import { at, format, people, room, sid, stay } from './callOfThree.ts';

function linesOf(details: ReturnType<typeof participantDetails>, title: string) {
  return details?.sections.find((section) => section.title === title)?.lines;
}

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
    assert.deepEqual(linesOf(details, 'Within 10 seconds of the end'), [
      '10:10:04 Dora left with 53001, signaling connection disconnected',
      '10:10:08 Bob left',
    ]);
  });

  it('say that nothing else happened when somebody dropped, and not of who left', () => {
    const alone = (more: object) =>
      participantDetails(new Call(room, [stay(1, 'Alice', at(1), at(10), more)], format), sid(1), format);
    const around = 'Within 10 seconds of the end';
    assert.deepEqual(linesOf(alone({ error_code: 53405 }), around), ['Nothing else happened.']);
    assert.equal(linesOf(alone({}), around), undefined);
  });

  it('tell of the end of the room, and of a crowd only what came nearest', () => {
    const crowd = Array.from({ length: 60 }, (_, n) =>
      stay(n + 2, `P${n}`, at(2), at(41, 50 + Math.floor(n / 6))),
    );
    const bob = stay(1, 'Bob', at(1), at(42));
    const lines =
      linesOf(
        participantDetails(new Call(room, [bob, ...crowd], format), sid(1), format),
        'Within 10 seconds of the end',
      ) ?? [];
    assert.equal(lines.length, 21);
    assert.equal(lines.at(-2), '10:42:00 The room ended');
    assert.equal(lines.at(-1), '41 more');
    assert.match(lines[0] ?? '', /^10:41:5[67]/);
  });

  it('begin with when the participant joined, left and why', () => {
    const dropped = stay(1, 'Alice', at(1), at(10), { error_code: 53405 });
    const details = participantDetails(new Call(room, [dropped], format), sid(1), format);
    assert.deepEqual(details?.sections[0], {
      title: 'This stay',
      lines: ['10:01:00–10:10:00 · 9 min', 'Error 53405, media connection failed'],
    });
  });

  it('are none of somebody who is not there', () => {
    assert.equal(participantDetails(new Call(room, people, format), 'PA', format), undefined);
  });
});
