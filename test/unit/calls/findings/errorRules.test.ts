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
