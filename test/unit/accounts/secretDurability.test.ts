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

/** A run of the extension; it must log no error. */
function start(state: Memento): SecretDurability {
  return new SecretDurability(state, assert.ifError);
}

describe('Whether secrets last', () => {
  it('is believed until one that was stored is gone', async () => {
    const state = memento();
    const first = start(state);
    assert.equal(first.lasts, true);
    await first.stored('SK1');
    await first.missing('SK2'); // Never stored here.
    assert.equal(first.lasts, true);
    const second = start(state);
    await second.missing('SK1');
    assert.equal(second.lasts, false);
    assert.equal(start(state).lasts, false);
  });

  it('is not doubted for a secret that the user deleted', async () => {
    const state = memento();
    const first = start(state);
    await first.stored('SK1');
    await first.deleted('SK1');
    const second = start(state);
    await second.missing('SK1');
    assert.equal(second.lasts, true);
  });

  it('is believed again once a secret of an earlier run is found, not one of the same', async () => {
    const state = memento();
    await start(state).stored('SK1');
    const second = start(state);
    await second.missing('SK1');
    await second.stored('SK1');
    await second.found('SK1');
    assert.equal(second.lasts, false);
    const third = start(state);
    await third.found('SK1');
    assert.equal(third.lasts, true);
  });

  it('is believed where the state is damaged', () => {
    for (const storedSecrets of [7, null, [], { storedIn: null, lost: true }, { lost: true }])
      assert.equal(start(memento({ storedSecrets })).lasts, true);
  });

  it('is no reason to fail when a secret was found and the editor’s state cannot be written', async () => {
    const state = memento();
    await start(state).stored('SK1');
    await start(state).stored('SK2');
    await start(state).missing('SK2');
    const failure = new Error('The state cannot be written.');
    const logged: unknown[] = [];
    const full: Memento = { ...state, update: () => Promise.reject(failure) };
    await new SecretDurability(full, (error) => logged.push(error)).found('SK1');
    assert.deepEqual(logged, [failure]);
    await start(state).found('SK1');
    assert.equal(start(state).lasts, true);
  });
});
