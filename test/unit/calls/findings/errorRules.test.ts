import assert from 'node:assert/strict';
import { at, failed, finding, findings, over, stay } from '../calls.ts';
import { type Json, together } from './ruleCases.ts';

const direct = { ...over, room_type: 'peer_to_peer' };

describe('Findings of error codes', () => {
  const of = (room: Json, ...people: Json[]) => {
    const found = finding('error-code', room, ...people);
    return [found?.severity, found?.title];
  };

  it('say that a participant got over one', () => {
    assert.deepEqual(of(over, ...together(failed(53002, { end_reason: 'disconnected_via_api' }))), [
      'warning',
      'Alice had 53002, signaling connection timed out, during the call',
    ]);
    const found = finding('error-code', over, ...together(failed(53404)));
    assert.match(found?.meaning ?? '', /it did not end the stay\.$/);
  });

  it('are a warning if the participant was refused although in the room', () => {
    const refused = (name: string) => stay(name, at(5), at(5), failed(53106));
    assert.deepEqual(of(over, ...together(), refused('Alice')), [
      'warning',
      'Alice could not join: 53106, room not found',
    ]);
    assert.equal(of(over, ...together(), refused('Carol'))[0], 'error');
    assert.equal(of(over, ...together(), refused('Alice'), refused('Carol'))[0], 'error');
  });

  it('are a warning for those who were told that the room was completed', () => {
    const told = (minute: number) => stay('Alice', at(1), at(minute), failed(53118));
    const bob = stay('Bob', at(1), at(60));
    assert.deepEqual(of(over, told(60), bob), [
      'info',
      'Alice left when the room ended (53118, room completed)',
    ]);
    assert.equal(of(over, told(30), bob)[0], 'warning', 'half an hour before');
    const meaning = finding('error-code', over, told(60), bob)?.meaning;
    assert.match(meaning ?? '', /although the room’s own record names another end/);
    const api = { ...over, end_reason: 'room_ended_via_api' };
    assert.equal(finding('error-code', api, told(60), bob), undefined);
    assert.doesNotMatch(finding('error-code', api, told(30), bob)?.meaning ?? '', /another end/);
  });

  it('do not say what a code did while the times of the stay may still come', () => {
    const people = [...together(), stay('Carol', at(1), null, failed(53405, { join_time: null }))];
    const pending = { ...over, processing_state: 'in_progress' };
    assert.deepEqual(of(pending, ...people), ['warning', 'Carol had 53405, media connection failed']);
    const meaning = finding('error-code', pending, ...people)?.meaning;
    assert.match(meaning ?? '', /Whether it ended the stay is not in the data\.$/);
    assert.deepEqual(of(over, ...people), ['error', 'Carol could not join: 53405, media connection failed']);
  });

  it('of a codec are information in a room with direct connections', () => {
    assert.equal(of(over, ...together(failed(53404)))[0], 'warning');
    assert.equal(of(direct, ...together(failed(53404)))[0], 'info');
    assert.equal(of(direct, ...together(failed(53404), failed(53404)))[0], 'info');
  });

  it('keep those who got over one apart from those who did not', () => {
    const titles = findings(
      over,
      ...together(failed(53001), failed(53001, { end_reason: 'disconnected_via_api' })),
    ).flatMap(({ rule, title }) => (rule === 'error-code' ? title : []));
    assert.deepEqual(titles, [
      'Alice dropped with 53001, signaling connection disconnected',
      'Bob had 53001, signaling connection disconnected, during the call',
    ]);
  });

  it('ask for what the two ends did in a room without media servers', () => {
    assert.match(finding('error-code', over, ...together(failed(53405)))?.check ?? '', /media servers/);
    assert.doesNotMatch(
      JSON.stringify(finding('error-code', direct, ...together(failed(53405)))),
      /media server/,
    );
  });

  it('ask for what many have in common, not for the network of each', () => {
    const many = (count: number, others = 0) =>
      finding(
        'error-code',
        over,
        ...Array.from({ length: count }, (_, n) => stay(`p${n}`, at(1), at(10 + n), failed(53405))),
        ...Array.from({ length: others }, (_, n) => stay(`q${n}`, at(1), at(50))),
      )?.check ?? '';
    assert.match(many(5), /^What all of them have in common/);
    assert.match(many(5, 5), /^What all of them have in common/);
    assert.doesNotMatch(many(5, 6), /in common/);
    assert.doesNotMatch(many(4), /in common/);
  });
});
