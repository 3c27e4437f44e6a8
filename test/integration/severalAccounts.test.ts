import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { VideoRooms } from '../../src/extension.ts';
import { commands } from '../../src/ids.ts';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { SampleWorld } from '../../src/sample/world/world.ts';
import { basic, type SampleAccount, sampleAccounts } from '../sampleServer/accounts.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import { accountIs, below, extension, panelTitles, settled, signIn, signOut, tabsAre } from './fixtures.ts';

const { apiKey, otherAccount } = sampleAccounts;
const { dropped } = sampleRooms;
const { executeCommand } = vscode.commands;

/** The accounts that own the listed rooms. */
function owners({ store }: VideoRooms): unknown[] {
  return [...new Set([...store.listedRooms()].map(({ json }) => json.account_sid))];
}

describe('Several accounts', () => {
  let server: SampleServer;
  let running: VideoRooms;
  let otherSid = '';
  /** While set, replies to this account wait for the promise. */
  let held: { readonly account: SampleAccount; readonly until: Promise<void> } | undefined;
  /** The number of held requests that the client aborted. */
  let givenUp = 0;

  const askedWith = (account: SampleAccount, from: number) =>
    server.requests.slice(from).filter(({ headers }) => headers.authorization === basic(account));
  const switchTo = (wanted: string) => executeCommand<boolean>(commands.switchAccount, wanted);

  before(async () => {
    server = await startSampleServer({
      intercept: async ({ headers }, response) => {
        if (!held || headers.authorization !== basic(held.account)) return false;
        response.once('close', () => {
          if (!response.writableFinished) givenUp++;
        });
        await held.until;
        return false;
      },
    });
    otherSid = new SampleWorld({ seed: otherAccount.seed, now: server.world.now }).accountSid;
    running = await signIn(server.url, apiKey);
    await signIn(server.url, otherAccount);
  });

  after(async () => {
    await signOut();
    await server.close();
  });

  afterEach(() => executeCommand('workbench.action.closeAllEditors'));

  it('are added by signing in again, and the one that came last is active', async () => {
    assert.equal((await running.secrets.keys()).length, 2);
    assert.equal(running.session.account?.id, otherAccount.username);
    assert.deepEqual(owners(running), [otherSid]);
    assert.equal(running.session.several, true);
  });

  it('have names of their own', async () => {
    const names = await Promise.all(
      (await running.secrets.keys()).map(
        async (key) => JSON.parse((await running.secrets.get(key)) ?? '').label,
      ),
    );
    assert.equal(new Set(names).size, 2);
    assert.ok(names.every(Boolean));
  });

  it('are gone over to by SID or name, each asked for with its own credentials alone', async () => {
    const before = server.requests.length;
    const loaded = accountIs(running, (account) => account?.id === apiKey.username);
    assert.equal(await switchTo(apiKey.username), true);
    await loaded;
    await settled(running);
    assert.deepEqual(owners(running), [server.world.accountSid]);
    assert.ok(askedWith(apiKey, before).length > 0);
    assert.equal(askedWith(otherAccount, before).length, 0);
    assert.equal(await switchTo('nobody by this name'), false);
    assert.equal(running.session.account?.id, apiKey.username);
  });

  it('tell their SID in their rooms, which is kept beside the key', async () => {
    await switchTo(apiKey.username);
    await accountIs(running, (account) => account?.accountSid === server.world.accountSid);
    const [kept] = (await running.secrets.keys()).filter((key) => key.includes(apiKey.username));
    assert.equal(
      JSON.parse((await running.secrets.get(kept ?? '')) ?? '').accountSid,
      server.world.accountSid,
    );
  });

  it('drop what comes late for the account before, and end its requests', async () => {
    await switchTo(otherAccount.username);
    await executeCommand(commands.refresh); // Ends when the rooms in progress have been asked for too.
    const { promise, resolve } = Promise.withResolvers<void>();
    held = { account: otherAccount, until: promise };
    givenUp = 0;
    const from = server.requests.length;
    const refreshing = executeCommand(commands.refresh);
    const opening = executeCommand(commands.openRoomBySid, dropped.sid);
    await arrived(() => askedWith(otherAccount, from).length >= 2);
    await switchTo(apiKey.username);
    await settled(running);
    await arrived(() => givenUp >= 2);
    resolve();
    held = undefined;
    await Promise.all([refreshing, opening]);
    assert.deepEqual(owners(running), [server.world.accountSid]);
    assert.equal(running.store.room(dropped.sid)?.json.account_sid, server.world.accountSid);
    assert.equal(askedWith(otherAccount, from).length, 2);
  });

  it('close the panels of the account before, whether or not they were filled', async () => {
    await switchTo(apiKey.username);
    await settled(running);
    const older = server.world.plan(server.world.size - 1);
    await executeCommand(commands.openRoomBySid, older.sid);
    await tabsAre(() => panelTitles().includes(older.name ?? older.sid));
    const { promise, resolve } = Promise.withResolvers<void>();
    held = { account: apiKey, until: promise };
    const before = server.requests.length;
    await switchTo(otherAccount.username);
    await tabsAre(() => panelTitles().length === 0);
    resolve();
    held = undefined;
    await settled(running);
    assert.deepEqual(
      server.requests.slice(before).filter(({ url }) => url.includes(older.sid)),
      [],
      'nobody asked for the room of another account',
    );
  });

  it('are the same when they get another name: what is saved meanwhile is saved', async () => {
    await switchTo(apiKey.username);
    await settled(running);
    const target = vscode.Uri.file(join(tmpdir(), `${randomUUID()}.video-room.json`));
    const { promise, resolve } = Promise.withResolvers<void>();
    held = { account: apiKey, until: promise };
    const from = server.requests.length;
    const saving = executeCommand<vscode.Uri | undefined>(commands.saveRoom, dropped.sid, { target });
    await arrived(() => askedWith(apiKey, from).some(({ url }) => url.includes('/Participants')));
    const key = `account/${apiKey.username}`;
    const stored = JSON.parse((await running.secrets.get(key)) ?? '');
    await running.secrets.store(key, JSON.stringify({ ...stored, label: 'Renamed elsewhere' }));
    await accountIs(running, (account) => account?.label === 'Renamed elsewhere');
    resolve();
    held = undefined;
    assert.equal((await saving)?.toString(), target.toString());
    await rm(target.fsPath);
  });

  it('take a search for their people with them, and ask for no room of theirs any more', async () => {
    await switchTo(apiKey.username);
    await settled(running);
    const searching = executeCommand<boolean>(commands.findParticipant, 'a');
    await switchTo(otherAccount.username);
    assert.equal(await searching, false);
  });

  it('take the documents of their rooms with them', async () => {
    await switchTo(apiKey.username);
    await settled(running);
    await executeCommand(commands.openRoomJson, dropped.sid);
    const documents = () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label.includes('RM'));
    await tabsAre(() => documents().length === 1);
    await switchTo(otherAccount.username);
    await tabsAre(() => documents().length === 0);
    await settled(running);
  });

  it('do not have Twilio asked for a document of the one before, at which VS Code looks by itself', async () => {
    await switchTo(apiKey.username);
    await settled(running);
    await executeCommand(commands.openRoomJsonWithParticipants, dropped.sid);
    const uri = vscode.window.activeTextEditor?.document.uri;
    assert.ok(uri);
    const before = server.requests.length;
    await switchTo(otherAccount.username);
    await settled(running);
    assert.ok(running.store.room(dropped.sid), 'the other account has a room of that SID too');
    await assert.rejects(async () => vscode.workspace.fs.stat(uri), /EntryNotFound/);
    const asked = askedWith(otherAccount, before).filter(({ url }) => url.includes(dropped.sid));
    assert.deepEqual(asked, []);
  });

  it('stay when another one is signed out of, and none is active until one is chosen', async () => {
    await switchTo(otherAccount.username);
    await executeCommand(commands.signOut, { confirm: false });
    assert.equal(running.session.account, undefined);
    assert.deepEqual(await below(running), []);
    assert.equal(running.session.hasOthers, true);
    assert.equal((await running.secrets.keys()).length, 1);
    await switchTo(apiKey.username);
    await settled(running);
    assert.deepEqual(owners(running), [server.world.accountSid]);
    await signIn(server.url, otherAccount);
  });

  it('are kept while the sample rooms are explored', async () => {
    await executeCommand(commands.exploreSample);
    assert.equal((await running.secrets.keys()).length, 2);
    await executeCommand(commands.signOut, { confirm: false });
    assert.equal((await running.secrets.keys()).length, 2);
    await switchTo(apiKey.username);
    await settled(running);
  });
});

describe('What another window does', () => {
  let server: SampleServer;
  let running: VideoRooms;
  const key = `account/${apiKey.username}`;
  const stored = (change: object = {}) =>
    JSON.stringify({ username: apiKey.username, password: apiKey.password, origin: server.url, ...change });

  before(async () => {
    server = await startSampleServer();
    running = await extension();
  });

  beforeEach(signOut);
  after(async () => {
    await signOut();
    await server.close();
  });

  it('signs in here too, where nobody is signed in', async () => {
    const loaded = settled(running);
    await running.secrets.store(key, stored({ label: 'Made elsewhere' }));
    await accountIs(running, (account) => account?.label === 'Made elsewhere');
    await loaded;
    assert.deepEqual(owners(running), [server.world.accountSid]);
  });

  it('takes nobody away from the account that is active here', async () => {
    await signIn(server.url, apiKey);
    await vscode.commands.executeCommand(commands.refresh); // Ends when the rooms in progress have been asked for too.
    const before = server.requests.length;
    await running.secrets.store(
      `account/${otherAccount.username}`,
      stored({ username: otherAccount.username, password: otherAccount.password }),
    );
    await accountIs(running, () => running.session.several);
    assert.equal(running.session.account?.id, apiKey.username);
    assert.equal(server.requests.length, before);
  });

  it('signs out here too, without a word of trouble', async () => {
    await signIn(server.url, apiKey);
    await running.secrets.delete(key);
    await accountIs(running, (account) => account === undefined);
    assert.deepEqual(await below(running), []);
    assert.equal(running.workspaceState.get('account'), undefined);
    assert.equal(running.globalState.get('account'), undefined);
  });

  it('to a name shows here, and an event without a change does nothing: neither asks Twilio', async () => {
    await signIn(server.url, apiKey);
    await accountIs(running, (account) => account?.accountSid !== undefined);
    await vscode.commands.executeCommand(commands.refresh);
    const before = server.requests.length;
    const now = (await running.secrets.get(key)) ?? '';
    await running.secrets.store(key, now);
    await running.secrets.store(key, JSON.stringify({ ...JSON.parse(now), label: 'Another name' }));
    await accountIs(running, (account) => account?.label === 'Another name');
    assert.equal(server.requests.length, before);
  });

  it('to a secret has the account connected anew', async () => {
    await signIn(server.url, apiKey);
    const now = JSON.parse((await running.secrets.get(key)) ?? '');
    await running.secrets.store(key, JSON.stringify({ ...now, password: 'revoked' }));
    await arrived(() => running.store.listing.state === 'failed');
    assert.deepEqual(owners(running), []);
  });
});

/** Lets the event loop turn until a condition holds. */
async function arrived(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
