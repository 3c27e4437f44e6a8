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

  it('name no seats of a room that the list does not show full', () => {
    for (const room of [small, { ...over, max_participants: null, max_concurrent_participants: null }]) {
      const found = finding('room-full', room, stay('Alice', at(1), at(40), failed(53001)), carol);
      assert.doesNotMatch(found?.meaning ?? 'seats', /seats|was counted/);
    }
  });

  it('name the seats of a room that had more in it than it may have', () => {
    const three = [...together(), stay('Dan', at(1), at(40))];
    assert.match(finding('room-full', small, ...three, carol)?.meaning ?? '', /held by: 3 people\./);
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
