import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { SecretStorage } from 'vscode';
import { AccountSecrets } from '../../../src/accounts/accountSecrets.ts';

const sid = (letter: string) => `SK${letter.repeat(32)}`;
const stored = (letter: string) => ({
  ...{ username: sid(letter), password: 'p', origin: 'https://insights.twilio.com', label: letter },
});

/** A secret storage in memory, and what it refuses at the moment, as with a keyring that is locked or missing. */
function refusable() {
  const values = new Map<string, string>();
  const events = new EventEmitter();
  const refused = new Set<keyof SecretStorage>();
  const allow = (call: keyof SecretStorage) => {
    if (refused.has(call)) throw new Error(`The keyring refuses ${call}.`);
  };
  const secrets: SecretStorage = {
    keys: async () => {
      allow('keys');
      return [...values.keys()];
    },
    get: async (key) => {
      allow('get');
      return values.get(key);
    },
    store: async (key, value) => {
      allow('store');
      values.set(key, value);
    },
    delete: async (key) => {
      allow('delete');
      values.delete(key);
    },
    onDidChange: (listener) => {
      events.on('change', listener);
      return { dispose: () => events.off('change', listener) };
    },
  };
  const changed = (letter: string) => events.emit('change', { key: `account/${sid(letter)}` });
  return { secrets, values, refused, changed };
}

describe('Accounts in a secret storage that refuses', () => {
  const reported: unknown[] = [];
  const elsewhere: unknown[] = [];
  let kept: AccountSecrets | undefined;

  function start(secrets: SecretStorage): AccountSecrets {
    kept = new AccountSecrets(
      secrets,
      async (change) => void elsewhere.push(change),
      (error) => reported.push(error),
    );
    return kept;
  }
  const listed = (accounts: AccountSecrets) =>
    accounts.enqueue(() => accounts.list()).then((all) => all.map(({ label }) => label));

  beforeEach(() => {
    reported.length = 0;
    elsewhere.length = 0;
  });
  afterEach(() => kept?.dispose());

  for (const call of ['keys', 'get'] as const) {
    it(`${call}: cannot be listed, but those of this session can, and all of them later`, async () => {
      const { secrets, refused } = refusable();
      const accounts = start(secrets);
      await accounts.write(stored('b'));
      accounts.remember(stored('a'));
      refused.add(call);
      await assert.rejects(listed(accounts), { message: `The keyring refuses ${call}.` });
      assert.deepEqual(
        accounts.ofThisSession().map(({ label, thisSessionOnly }) => [label, thisSessionOnly]),
        [['a', true]],
      );
      assert.equal((await accounts.read(sid('a')))?.password, 'p');
      refused.clear();
      assert.deepEqual(await listed(accounts), ['a', 'b']);
    });
  }

  it('store: keeps the account as it was', async () => {
    const { secrets, refused, values } = refusable();
    const accounts = start(secrets);
    await accounts.write(stored('b'));
    const before = [...values];
    refused.add('store');
    await assert.rejects(accounts.amend(sid('b'), { label: 'other' }), /refuses store/);
    await assert.rejects(accounts.write(stored('c')), /refuses store/);
    assert.deepEqual([...values], before);
    assert.deepEqual(await listed(accounts), ['b']);
  });

  it('delete: is let go of, and is there again for who lists what is kept', async () => {
    const { secrets, refused } = refusable();
    const accounts = start(secrets);
    await accounts.write(stored('b'));
    refused.add('delete');
    await assert.rejects(accounts.delete(sid('b')), /refuses delete/);
    assert.equal(accounts.count, 0);
    assert.deepEqual(await listed(accounts), ['b']);
  });

  it('get, after a change in another window: is reported, and nobody is signed out by it', async () => {
    const { secrets, refused, changed } = refusable();
    const accounts = start(secrets);
    await accounts.write(stored('b'));
    refused.add('get');
    changed('b');
    await accounts.enqueue(async () => undefined);
    assert.equal(reported.length, 1);
    assert.deepEqual(elsewhere, []);
    assert.equal(accounts.count, 1);
  });
});

describe('Accounts in a secret storage that lists no keys', () => {
  const start = (secrets: SecretStorage) =>
    new AccountSecrets(
      secrets,
      async () => {},
      (error) => assert.fail(String(error)),
    );
  const labels = async (accounts: AccountSecrets) => (await accounts.list()).map(({ label }) => label);

  it('are there again in another window, and gone once deleted', async () => {
    const { secrets, values } = refusable();
    const { keys: _, ...keyless } = secrets;
    const storage = keyless as SecretStorage;
    await start(storage).write(stored('b'));
    await start(storage).write(stored('a'));
    assert.deepEqual(await labels(start(storage)), ['a', 'b']);
    const last = start(storage);
    await last.delete(sid('b'));
    assert.deepEqual(await labels(last), ['a']);
    assert.deepEqual([...values.keys()].toSorted(), [`account/${sid('a')}`, 'accounts']);
  });

  it('are listed without a damaged index', async () => {
    const { secrets, values } = refusable();
    const { keys: _, ...keyless } = secrets;
    for (const damaged of ['{', '7', '[1, null]']) {
      values.set('accounts', damaged);
      assert.deepEqual(await labels(start(keyless as SecretStorage)), []);
    }
  });

  it('leave no index where keys are listed', async () => {
    const { secrets, values } = refusable();
    await start(secrets).write(stored('a'));
    assert.deepEqual([...values.keys()], [`account/${sid('a')}`]);
  });
});

describe('A secret storage that takes secrets and keeps none', () => {
  it('counts as one that cannot store them', async () => {
    const { secrets } = refusable();
    const forgetful = new AccountSecrets(
      { ...secrets, get: async () => undefined },
      async () => {},
      () => {},
    );
    await assert.rejects(forgetful.write(stored('a')), /did not keep/);
    assert.equal(forgetful.remember(stored('a')).thisSessionOnly, true);
  });
});
