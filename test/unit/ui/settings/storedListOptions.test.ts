import assert from 'node:assert/strict';
import type { Memento } from 'vscode';
import { StoredListOptions } from '../../../../src/ui/settings/storedListOptions.ts';

describe('The stored options of the list', () => {
  const values = new Map<string, unknown>();
  const state = {
    keys: () => [...values.keys()],
    get: (key: string) => values.get(key),
    async update(key: string, value: unknown) {
      if (value === undefined) values.delete(key);
      else values.set(key, structuredClone(value));
    },
  } as Memento;
  const stored = new StoredListOptions(state);
  const filter = { text: 'ada@example.com' };
  const options = { filter, recent: [filter], order: 'worst', window: undefined } as const;
  const none = { filter: {}, recent: [], order: 'newest', window: undefined };

  beforeEach(() => values.clear());

  it('are those of one account', async () => {
    await stored.write('SK1', options);
    assert.deepEqual(stored.read('SK1', '24h'), options);
    for (const other of ['SK2', undefined]) assert.deepEqual(stored.read(other, '24h'), none);
  });

  it('of a signed-out account are deleted with what the user typed, those of others are kept', async () => {
    await stored.write('SK1', options);
    await stored.write('SK2', options);
    await stored.delete('SK1');
    await stored.delete('SK3');
    assert.deepEqual(state.keys(), ['listOptions/SK2']);
    assert.deepEqual(stored.read('SK1', '24h'), none);
    assert.deepEqual(stored.read('SK2', '24h'), options);
  });

  it('that are damaged are the defaults', () => {
    for (const damaged of [null, 'text', { filter: 1, recent: {}, order: 'no', window: [] }]) {
      values.set('listOptions/SK1', damaged);
      assert.deepEqual(stored.read('SK1', '24h'), none);
    }
  });
});
