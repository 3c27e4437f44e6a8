import assert from 'node:assert/strict';
import type { Memento } from 'vscode';
import { SecretDurability } from '../../../src/accounts/secretDurability.ts';

/** The editor's state, which lasts. */
function memento(initial: Record<string, unknown> = {}): Memento {
  const values = new Map(Object.entries(initial));
  return {
    keys: () => [...values.keys()],
    get: (key: string, fallback?: unknown) => values.get(key) ?? fallback,
    update: async (key: string, value: unknown) => void values.set(key, structuredClone(value)),
  } as Memento;
}

describe('Whether secrets last', () => {
  it('is believed until one that was stored is gone', async () => {
    const state = memento();
    const first = new SecretDurability(state);
    assert.equal(first.lasts, true);
    await first.stored('SK1');
    await first.missing('SK2'); // Never stored here.
    assert.equal(first.lasts, true);
    const second = new SecretDurability(state);
    await second.missing('SK1');
    assert.equal(second.lasts, false);
    assert.equal(new SecretDurability(state).lasts, false);
  });

  it('is not doubted for a secret that the user deleted', async () => {
    const state = memento();
    const first = new SecretDurability(state);
    await first.stored('SK1');
    await first.deleted('SK1');
    const second = new SecretDurability(state);
    await second.missing('SK1');
    assert.equal(second.lasts, true);
  });

  it('is believed again once a secret of an earlier run is found, not one of the same', async () => {
    const state = memento();
    await new SecretDurability(state).stored('SK1');
    const second = new SecretDurability(state);
    await second.missing('SK1');
    await second.stored('SK1');
    await second.found('SK1');
    assert.equal(second.lasts, false);
    const third = new SecretDurability(state);
    await third.found('SK1');
    assert.equal(third.lasts, true);
  });

  it('is believed where the state is damaged', () => {
    for (const storedSecrets of [7, null, [], { storedIn: null, lost: true }, { lost: true }])
      assert.equal(new SecretDurability(memento({ storedSecrets })).lasts, true);
  });
});
