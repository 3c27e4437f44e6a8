import assert from 'node:assert/strict';
import { at, failed, finding, findings, over, stay } from '../calls.ts';
import { evictions, type Json, together } from './ruleCases.ts';

describe('Findings of an identity with two connections', () => {
  it('tell when a duplicate came, not when the one who stayed left in the end', () => {
    const found = finding(
      'duplicate-identity',
      over,
      stay('Alice', at(1), at(10), failed(53205)),
      stay('Alice', at(10), at(40)),
    );
    assert.deepEqual(
      found?.evidence.map(({ time }) => time),
      [at(10), at(10)],
    );
  });

  const kindOf = (...people: Json[]) => {
    const found = finding('duplicate-identity', over, ...people);
    return [found?.severity, found?.code, found?.title];
  };

  it('tell two clients that evict each other within seconds from reloads minutes apart', () => {
    const bob = stay('Bob', at(1), at(40));
    const [title, last] = ['Clients with the same identity disconnected each other in turn: Alice', at(20)];
    assert.deepEqual(kindOf(...evictions(4, 5), stay('Alice', at(1, 20), last), bob), [
      'error',
      53205,
      title,
    ]);
    assert.deepEqual(kindOf(...evictions(4, 60), stay('Alice', at(5), last), bob), [
      'warning',
      53205,
      'Alice: disconnected 4 times by a new connection of the same identity (53205, duplicate identity)',
    ]);
  });

  it('have the evicted connections and the last one as evidence', () => {
    const found = finding('duplicate-identity', over, ...evictions(4, 5), stay('Alice', at(1, 20), at(20)));
    assert.equal(found?.evidence.length, 5);
  });

  it('tell a second connection from one that is not listed', () => {
    assert.deepEqual(kindOf(...together(failed(53205)), stay('Alice', at(40), at(50))), [
      'warning',
      53205,
      'Alice: disconnected by a second connection of the same identity (53205, duplicate identity)',
    ]);
    assert.deepEqual(kindOf(...together(failed(53205))), [
      'warning',
      53205,
      'Alice: disconnected because of a duplicate identity (53205)',
    ]);
  });

  it('know the renewal before the session limit, which is no problem', () => {
    const renewed = [at(-470), at(-235), at(0)].map((from, n) =>
      stay('Alice', from, n < 2 ? from + 235 * 60_000 : at(50), n < 2 ? failed(53205) : {}),
    );
    assert.deepEqual(kindOf(...renewed, stay('Bob', at(-470), at(40))), [
      'info',
      53205,
      'Alice: replaced by a new connection of its own, shortly before the session limit',
    ]);
  });

  it('are one for each kind', () => {
    const found = findings(
      over,
      ...evictions(4, 5),
      stay('Alice', at(1, 20), at(20)),
      stay('Bob', at(1), at(30), failed(53205)),
      stay('Carol', at(1), at(35), failed(53205)),
      stay('Carol', at(35), at(40)),
      stay('Dan', at(1), at(40)),
      stay('Dan', at(5), at(40)),
    );
    const titles = found.filter(({ rule }) => rule === 'duplicate-identity').map(({ title }) => title);
    assert.deepEqual(titles.length, 4, titles.join('\n'));
    for (const name of ['Alice', 'Bob', 'Carol', 'Dan'])
      assert.equal(titles.filter((title) => title.includes(name)).length, 1, name);
  });

  it('name the clients if they differ', () => {
    const client = (name: string) => ({ publisher_info: { browser_name: name, browser_version: '120.0' } });
    const meaning = (one: Json, other: Json) =>
      finding(
        'duplicate-identity',
        over,
        stay('Alice', at(1), at(10), failed(53205, one)),
        stay('Alice', at(10), at(40), other),
      )?.meaning;
    assert.match(
      meaning(client('Chrome'), client('Safari')) ?? '',
      /The clients differ: Chrome 120 and Safari 120\.$/,
    );
    assert.doesNotMatch(meaning(client('Chrome'), client('Chrome')) ?? '', /differ/);
    assert.doesNotMatch(meaning(client('Chrome'), {}) ?? '', /differ/);
  });
});
