import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Accounts } from '../../src/accounts/accounts.ts';
import type { VideoRooms } from '../../src/extension.ts';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { extension, signOut } from './fixtures.ts';

const { apiKey, otherAccount } = sampleAccounts;
const origin = 'https://127.0.0.1:1';
const credentials = { username: apiKey.username, password: apiKey.password, origin };

/** A Memento in memory. */
function memento(values: Record<string, unknown> = {}): vscode.Memento {
  const state = new Map(Object.entries(values));
  return {
    keys: () => [...state.keys()],
    get: <Value>(key: string, otherwise?: Value) => (state.get(key) as Value | undefined) ?? otherwise,
    update: async (key: string, value: unknown) => {
      if (value === undefined) state.delete(key);
      else state.set(key, value);
    },
  };
}

describe('The accounts that are kept', () => {
  let running: VideoRooms;
  let accounts: Accounts | undefined;
  let logError: (error: unknown) => void;

  /** Creates the accounts as a start of VS Code with this state would. */
  function start(state: Record<string, unknown> = {}, secrets = running.secrets) {
    accounts?.dispose();
    const [workspace, everywhere] = [memento(), memento(state)];
    accounts = new Accounts(secrets, { workspace, everywhere }, logError);
    return { accounts, workspace, everywhere };
  }

  before(async () => {
    running = await extension();
    await signOut();
    // The running extension is on the sample rooms, so that it goes along with nothing that happens here.
    await vscode.commands.executeCommand('videoRooms.exploreSample');
  });

  beforeEach(() => {
    logError = (error) => assert.fail(`Reported: ${error}`);
  });

  afterEach(async () => {
    accounts?.dispose();
    for (const key of await running.secrets.keys()) await running.secrets.delete(key);
  });

  after(signOut);

  it('are taken over from a version that kept one, without a name', async () => {
    await running.secrets.store(`account/${apiKey.username}`, JSON.stringify(credentials));
    const { accounts } = start({ account: { id: apiKey.username, kind: 'apiKey' } });
    const { current } = accounts;
    assert.equal(current?.id, apiKey.username);
    assert.equal(current?.label, 'API key …aaaa');
    assert.equal((await accounts.credentials(current))?.password, apiKey.password);
    assert.deepEqual(
      (await accounts.list()).map(({ id, kind, label, origin }) => ({ id, kind, label, origin })),
      [{ id: apiKey.username, kind: 'apiKey', label: 'API key …aaaa', origin }],
    );
    await accounts.rename(current, 'Production');
    const { accounts: restarted } = start({ account: { id: apiKey.username, kind: 'apiKey' } });
    assert.equal((await restarted.list())[0]?.label, 'Production');
  });

  it('do not lose a secret by what is damaged beside it', async () => {
    const damaged = { ...credentials, label: 7, accountSid: 'AC-not-one' };
    await running.secrets.store(`account/${apiKey.username}`, JSON.stringify(damaged));
    await running.secrets.store(`account/${otherAccount.username}`, '{"username": 1}');
    const { accounts } = start();
    const [only, ...others] = await accounts.list();
    assert.equal(only?.id, apiKey.username);
    assert.deepEqual(others, []);
  });

  it('are each found again after a start, the active one in its workspace', async () => {
    const first = start();
    await first.accounts.signIn({ ...credentials, label: 'One' });
    await first.accounts.signIn({ ...credentials, username: otherAccount.username, label: 'Two' });
    accounts?.dispose();
    accounts = new Accounts(running.secrets, first, logError);
    assert.equal(accounts.current?.label, 'Two');
    assert.deepEqual(
      (await accounts.list()).map(({ label }) => label),
      ['One', 'Two'],
    );
    const elsewhere = memento({ account: { id: apiKey.username, kind: 'apiKey', label: 'One' } });
    accounts.dispose();
    accounts = new Accounts(
      running.secrets,
      { workspace: elsewhere, everywhere: first.everywhere },
      logError,
    );
    assert.equal(accounts.current?.label, 'One');
  });

  it('are not tried again once their secret has vanished', async () => {
    const { accounts, workspace, everywhere } = start({ account: { id: apiKey.username, kind: 'apiKey' } });
    assert.ok(accounts.current);
    assert.equal(await accounts.credentials(accounts.current), undefined);
    await accounts.forget(accounts.current);
    assert.deepEqual([accounts.current], [undefined]);
    assert.deepEqual([...workspace.keys(), ...everywhere.keys()], []);
  });

  it('are signed in to where the secret storage lists no keys, and found again after a start', async () => {
    const { get, store, delete: remove, onDidChange } = running.secrets;
    const keyless = {
      get: get.bind(running.secrets),
      store: store.bind(running.secrets),
      delete: remove.bind(running.secrets),
      onDidChange,
    } as unknown as vscode.SecretStorage;
    const first = start({}, keyless);
    await first.accounts.signIn({ ...credentials, label: 'One' });
    accounts?.dispose();
    accounts = new Accounts(keyless, first, logError);
    assert.deepEqual(
      (await accounts.list()).map(({ label }) => label),
      ['One'],
    );
    assert.equal(accounts.secretsLast, true);
  });

  it('are known to be in memory only once a start has lost a secret', async () => {
    const first = start();
    await first.accounts.signIn(credentials);
    await running.secrets.delete(`account/${apiKey.username}`);
    accounts?.dispose();
    accounts = new Accounts(running.secrets, first, logError);
    assert.ok(accounts.current);
    assert.equal(await accounts.credentials(accounts.current), undefined);
    await accounts.forget(accounts.current);
    assert.equal(accounts.secretsLast, false);
    await accounts.signIn(credentials);
    assert.deepEqual([accounts.current?.id, accounts.secretsLast], [apiKey.username, false]);
  });

  it('live in the memory of the window where the machine keeps no secrets', async () => {
    const { secrets } = running;
    const refusing: vscode.SecretStorage = {
      keys: () => secrets.keys(),
      get: (key) => secrets.get(key),
      delete: (key) => secrets.delete(key),
      store: () => Promise.reject(new Error('There is no keyring.')),
      onDidChange: secrets.onDidChange,
    };
    const { accounts, workspace, everywhere } = start({}, refusing);
    await assert.rejects(accounts.signIn(credentials));
    assert.deepEqual([await accounts.list(), accounts.current], [[], undefined]);
    await accounts.signInForThisSession({ ...credentials, label: 'Passing' });
    assert.equal(accounts.current?.thisSessionOnly, true);
    assert.equal((await accounts.credentials(accounts.current))?.password, apiKey.password);
    await accounts.rename(accounts.current, 'Passing by');
    assert.deepEqual(
      (await accounts.list()).map(({ label, thisSessionOnly }) => ({ label, thisSessionOnly })),
      [{ label: 'Passing by', thisSessionOnly: true }],
    );
    assert.deepEqual(await secrets.keys(), []);
    assert.deepEqual([...workspace.keys(), ...everywhere.keys()], []);
    await accounts.signOut(accounts.current);
    assert.deepEqual(await accounts.list(), []);
  });

  it('report it where a change in another window cannot be followed', async () => {
    const { secrets } = running;
    const locked = new Error('The keyring is locked.');
    const unreadable: vscode.SecretStorage = {
      keys: () => secrets.keys(),
      get: () => Promise.reject(locked),
      delete: (key) => secrets.delete(key),
      store: (key, value) => secrets.store(key, value),
      onDidChange: secrets.onDidChange,
    };
    const { promise, resolve } = Promise.withResolvers<unknown>();
    logError = resolve;
    start({}, unreadable);
    await secrets.store(`account/${apiKey.username}`, JSON.stringify(credentials));
    assert.equal(await promise, locked);
  });
});
