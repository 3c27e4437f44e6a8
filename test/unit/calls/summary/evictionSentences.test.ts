import assert from 'node:assert/strict';
import { evictionSentences } from '../../../../src/calls/summary/evictionSentences.ts';
import { at, call, failed, format, over, stay } from '../calls.ts';

type Json = Record<string, unknown>;
const told = (few: boolean, ...people: Json[]) =>
  evictionSentences(call(over, people).evictions, few, format).map(({ text }) => text);

/** Evictions of one identity in a row, this many seconds apart, and the stay that remains. */
const row = (name: string, count: number, seconds: number) => [
  ...Array.from({ length: count }, (_, n) =>
    stay(name, at(1, n * seconds), at(1, (n + 1) * seconds), failed(53205)),
  ),
  stay(name, at(1, count * seconds), at(50)),
];
const renewed = (name: string) => [stay(name, at(-200), at(35), failed(53205)), stay(name, at(35), at(50))];
const unseen = (name: string, minute: number) => stay(name, at(1), at(minute), failed(53205));

describe('What happened to an identity with two connections', () => {
  it('is a fight, with how often and how fast', () => {
    assert.deepEqual(told(true, ...row('Alice', 4, 5)), [
      'Clients with the identity Alice disconnected each other 4 times in turn, within 15 sec from 10:01 on (53205, duplicate identity).',
    ]);
    const reloads = [10, 20].map((minute) => stay('Alice', at(minute - 60), at(minute - 50), failed(53205)));
    assert.deepEqual(
      told(true, ...reloads, ...row('Alice', 4, 5)),
      told(true, ...row('Alice', 4, 5)),
      'an hour before it was no part of the fight',
    );
  });

  it('is a replacement, with its time or how often', () => {
    assert.deepEqual(told(true, ...row('Alice', 1, 60)), [
      'Alice was disconnected at 10:02 by a second connection of the same identity (53205, duplicate identity).',
    ]);
    assert.deepEqual(told(true, ...row('Alice', 2, 60)), [
      'Alice was disconnected twice (10:02 and 10:03) by a new connection of the same identity (53205, duplicate identity).',
    ]);
    assert.deepEqual(told(true, ...row('Alice', 4, 60)), [
      'Alice was disconnected 4 times between 10:02 and 10:05 by a new connection of the same identity (53205, duplicate identity).',
    ]);
    const noTime = stay('Alice', at(1), null, failed(53205));
    assert.deepEqual(told(true, noTime, stay('Alice', at(20), at(40))), [
      'Alice was disconnected by a second connection of the same identity (53205, duplicate identity).',
    ]);
  });

  it('is a renewal before the session limit, with both lengths', () => {
    const people = [stay('Alice', at(-435), at(-200), failed(53205)), ...renewed('Alice')];
    assert.deepEqual(told(true, ...people), [
      'Alice connected again twice, each time after 3 hr 55 min: shortly before a session limit of 4 hr (53205).',
    ]);
  });

  it('is an eviction of which the list holds no other connection', () => {
    assert.deepEqual(told(true, unseen('Alice', 10)), [
      'Alice was disconnected at 10:10 because of a duplicate identity (53205); the other connection is not in the list.',
    ]);
  });

  it('is counted by its kind where many have one', () => {
    assert.deepEqual(told(false, ...row('A', 1, 60), ...row('B', 1, 60)), [
      '2 people were disconnected by a new connection of their identity (53205, duplicate identity).',
    ]);
    assert.deepEqual(told(false, ...renewed('A'), ...renewed('B')), [
      '2 people connected again shortly before the session limit (53205).',
    ]);
    assert.deepEqual(told(false, unseen('A', 10), unseen('B', 20)), [
      '2 people were disconnected because of a duplicate identity (53205) of which no connection is in the list.',
    ]);
    assert.deepEqual(told(false, ...row('A', 3, 5), ...row('B', 3, 5)), [
      '2 people: clients with the same identity disconnected each other in turn (53205, duplicate identity).',
    ]);
  });

  it('names the only one of its kind among many', () => {
    assert.deepEqual(told(false, ...row('A', 1, 60), ...row('B', 1, 60), unseen('Carol', 10)), [
      '2 people were disconnected by a new connection of their identity (53205, duplicate identity).',
      'Carol was disconnected at 10:10 because of a duplicate identity (53205); the other connection is not in the list.',
    ]);
  });

  it('is nothing without an eviction', () => {
    assert.deepEqual(told(true, stay('Alice', at(1), at(10))), []);
    assert.deepEqual(told(false), []);
  });
});
