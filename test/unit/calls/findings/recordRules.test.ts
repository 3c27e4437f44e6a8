import assert from 'node:assert/strict';
import { at, finding, findings, live, over, stay } from '../calls.ts';
import { type Json, together } from './ruleCases.ts';

describe('Findings of records', () => {
  it('quote each reason that nobody knows, with those who have it', () => {
    const people = [
      ...['Alice', 'Bob'].map((name, n) => stay(name, at(1), at(20 + n), { end_reason: 'quorum_reached' })),
      stay('Carol', at(1), at(40), { end_reason: 'policy' }),
      stay('Dan', at(1), at(40), { end_reason: 'completed' }),
    ];
    const found = findings(over, ...people).filter(({ rule }) => rule === 'unknown-reason');
    assert.deepEqual(
      found.map(({ title, severity }) => [title, severity]),
      [
        ['Alice and Bob left with the reason “quorum reached”', 'info'],
        ['Carol left with the reason “policy”', 'info'],
      ],
    );
  });

  it('keep a reason short, however long it is', () => {
    const title = finding('unknown-reason', over, ...together({ end_reason: 'x '.repeat(500) }))?.title;
    assert.ok(title && title.length < 100, title);
  });

  it('name those who are reconnecting now, and no others', () => {
    const found = finding(
      'reconnecting',
      live,
      stay('Alice', at(1), null, { status: 'reconnecting' }),
      stay('Bob', at(1), null, { status: 'connected' }),
    );
    assert.deepEqual([found?.severity, found?.title], ['warning', 'Reconnecting now: Alice']);
    assert.deepEqual(
      found?.evidence.map(({ name, time }) => [name, time]),
      [['Alice', at(1)]],
    );
  });

  it('say how many participants Twilio counted and how many it lists', () => {
    const title = (counted: number, ...people: Json[]) =>
      finding('list-incomplete', { ...over, unique_participants: counted }, ...people)?.title;
    assert.equal(title(1001, ...together()), 'Twilio counted 1,001 participants, and lists 2 participants');
    assert.equal(
      title(2, stay('Alice', at(1), at(9))),
      'Twilio counted 2 participants, and lists 1 participant',
    );
  });
});
