import assert from 'node:assert/strict';
import { at, failed, finding, over, stay } from '../calls.ts';
import { together } from './ruleCases.ts';

describe('Findings of a room that turned somebody away', () => {
  const small = { ...over, max_participants: 2, max_concurrent_participants: 2 };
  const carol = stay('Carol', at(5), at(5), failed(53105));

  it('say who held the seats, and count the refused one nowhere', () => {
    const found = finding('room-full', small, ...together(), carol);
    assert.equal(found?.severity, 'warning');
    assert.equal(found.title, 'The room was full at 10:05: 2 of 2');
    assert.match(found.meaning, /Its seats were held by: Alice and Bob\./);
    assert.deepEqual(
      found.evidence.map(({ name, time }) => [name, time]),
      [['Carol', at(5)]],
    );
  });

  it('say so if the list shows a free seat', () => {
    assert.equal(
      finding('room-full', small, stay('Alice', at(1), at(40)), carol)?.title,
      'The room was full at 10:05 for Twilio (53105), although the list has 1 of 2 then',
    );
  });

  it('suspect a lost connection that held a seat', () => {
    const lost = finding('room-full', small, ...together(failed(53001)), carol);
    assert.match(
      lost?.meaning ?? '',
      /Alice was counted until 10:40, .*\(53001, .*\): it may have been gone before\./,
    );
    assert.doesNotMatch(
      finding('room-full', small, ...together(), carol)?.meaning ?? '',
      /was counted until/,
    );
  });
});
