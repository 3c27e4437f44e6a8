import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands, settings } from '../../src/ids.ts';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import { below, extension, set, signIn, signOut } from './fixtures.ts';

const { apiKey } = sampleAccounts;

describe('Credentials', () => {
  let server: SampleServer;

  before(async () => {
    server = await startSampleServer();
  });

  after(() => server.close());

  it('are kept in the SecretStorage and nowhere else', async () => {
    const { secrets, globalState } = await signIn(server.url);
    const keys = await secrets.keys();
    assert.equal(keys.length, 1);
    assert.ok((await secrets.get(keys[0] ?? ''))?.includes(apiKey.password));
    const rest = JSON.stringify(globalState.keys().map((key) => globalState.get(key)));
    assert.ok(rest.includes(apiKey.username), 'who is signed in is known');
    assert.ok(!rest.includes(apiKey.password));
    await signOut();
  });

  it('are deleted when the person signs out', async () => {
    const running = await signIn(server.url);
    await signOut();
    assert.deepEqual(await running.secrets.keys(), []);
    assert.deepEqual(
      running.globalState
        .keys()
        .map((key) => running.globalState.get(key))
        .filter(Boolean),
      [],
    );
    assert.deepEqual(await below(running), []);
  });

  it('are tried with one small request before they are kept', async () => {
    const before = server.requests.length;
    await signIn(server.url);
    const [first] = server.requests.slice(before);
    assert.match(first?.url ?? '', /PageSize=1(&|$)/);
    await signOut();
  });

  it('go only to the address that they were entered for, also when the setting changes', async () => {
    const other = await startSampleServer();
    await signIn(server.url);
    await set(settings.apiBaseUrl, other.url);
    await vscode.commands.executeCommand(commands.refresh);
    assert.equal(other.requests.length, 0);
    await signOut();
    await other.close();
  });

  it('sign nobody in when the sample rooms are explored', async () => {
    const { secrets } = await extension();
    await vscode.commands.executeCommand(commands.exploreSample);
    assert.deepEqual(await secrets.keys(), []);
    await signOut();
  });
});
