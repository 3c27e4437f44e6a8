import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { VideoRooms } from '../../src/extension.ts';
import { commands, settings } from '../../src/ids.ts';
import { clockMarginMs } from '../../src/rooms/listing/openEnd.ts';
import { ListOptions } from '../../src/ui/settings/listOptions.ts';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import { answerQuickPick, set, signIn, signOut } from './fixtures.ts';

const { apiKey, otherAccount } = sampleAccounts;
const hour = 3_600_000;

/** The state of a workspace, as VS Code gives it to a window that opens: without what comes later. */
class WindowState implements vscode.Memento {
  readonly #values: Map<string, unknown>;

  constructor(before?: WindowState) {
    this.#values = new Map(before ? structuredClone([...before.#values]) : []);
  }

  keys(): readonly string[] {
    return [...this.#values.keys()];
  }

  get<T>(key: string, fallback?: T): T {
    return (this.#values.get(key) ?? fallback) as T;
  }

  async update(key: string, value: unknown): Promise<void> {
    if (value === undefined) this.#values.delete(key);
    else this.#values.set(key, JSON.parse(JSON.stringify(value)));
  }
}

describe('Time window, filter and order', () => {
  let server: SampleServer;
  let running: VideoRooms;
  const opened: vscode.Disposable[] = [];
  const filter = { facets: { region: ['us1'] } };

  /** The options of a window that opens with this state. */
  function open(state: vscode.Memento, account: string | undefined = apiKey.username): ListOptions {
    const options = new ListOptions(state, account);
    opened.push(options);
    return options;
  }

  before(async () => {
    server = await startSampleServer();
    running = await signIn(server.url);
  });

  afterEach(async () => {
    for (const one of opened.splice(0)) one.dispose();
    await set(settings.window, undefined);
  });

  after(async () => {
    const { listOptions } = running;
    listOptions.clearFilter();
    listOptions.setWindow('24h');
    listOptions.setOrder('newest');
    await signOut();
    await server.close();
  });

  it('of one window never change those of another one', () => {
    const state = new WindowState();
    const [one, other] = [open(state), open(state)];
    let changes = 0;
    opened.push(other.onDidChange(() => changes++));
    one.setWindow('7d');
    one.setFilter(filter);
    one.setOrder('worst');
    assert.deepEqual(
      [other.window, other.filter, other.order, other.recentFilters, changes],
      ['24h', {}, 'newest', [], 0],
    );
    // What the other window persists is its own, not what it never had.
    other.setOrder('longest');
    assert.deepEqual(
      [one.window, one.filter, one.order, one.recentFilters],
      ['7d', filter, 'worst', [filter]],
    );
  });

  it('are kept for the workspace, a range of times too', () => {
    const state = new WindowState();
    const range = { after: Date.now() - 5 * hour, before: Date.now() - 3 * hour };
    const one = open(state);
    one.setFilter(filter);
    one.setFilter({ text: 'standup' });
    one.setOrder('largest');
    one.setWindow(range);
    const reloaded = open(new WindowState(state));
    assert.deepEqual(
      [reloaded.window, reloaded.filter, reloaded.order],
      [range, { text: 'standup' }, 'largest'],
    );
    assert.deepEqual(reloaded.recentFilters, [{ text: 'standup' }, filter]);
    const elsewhere = open(new WindowState());
    assert.deepEqual([elsewhere.window, elsewhere.filter, elsewhere.recentFilters], ['24h', {}, []]);
  });

  it('are kept for each account, and none while nobody is signed in', () => {
    const state = new WindowState();
    const options = open(state);
    options.setFilter(filter);
    options.setWindow('1h');
    options.useAccount(otherAccount.username);
    assert.deepEqual([options.window, options.filter, options.recentFilters], ['24h', {}, []]);
    options.setOrder('worst');
    options.useAccount(undefined);
    assert.equal(options.order, 'newest');
    options.setOrder('longest');
    options.useAccount(apiKey.username);
    assert.deepEqual([options.window, options.filter, options.order], ['1h', filter, 'newest']);
    assert.equal(open(new WindowState(state), otherAccount.username).order, 'worst');
    assert.equal(state.keys().length, 2);
  });

  it('are forgotten for an account that is signed out, and not persisted until it is active again', async () => {
    const state = new WindowState();
    const options = open(state);
    options.setFilter({ text: 'ada@example.com' });
    options.useAccount(otherAccount.username);
    options.setOrder('worst');
    await options.forget(apiKey.username);
    assert.deepEqual([state.keys(), options.order], [[`listOptions/${otherAccount.username}`], 'worst']);
    options.useAccount(apiKey.username);
    assert.deepEqual([options.filter, options.recentFilters], [{}, []]);
    options.setFilter(filter);
    await options.forget(apiKey.username);
    // The session is about to leave the account.
    options.setOrder('longest');
    assert.deepEqual(state.keys(), [`listOptions/${otherAccount.username}`]);
    options.useAccount(apiKey.username);
    assert.deepEqual([options.filter, options.order], [{}, 'newest']);
    options.setOrder('largest');
    assert.equal(open(new WindowState(state)).order, 'largest');
  });

  it('follow the setting where no time window was chosen', async () => {
    const state = new WindowState();
    const [follows, chosen] = [open(state), open(new WindowState())];
    chosen.setWindow('3d');
    let changes = 0;
    opened.push(chosen.onDidChange(() => changes++));
    const followed = new Promise<void>((resolve) => opened.push(follows.onDidChange(() => resolve())));
    await set(settings.window, '7d');
    await followed;
    assert.deepEqual([follows.window, chosen.window, changes], ['7d', '3d', 0]);
    chosen.setWindow('7d');
    const again = new Promise<void>((resolve) => opened.push(chosen.onDidChange(() => resolve())));
    await set(settings.window, '1h');
    await again;
    assert.equal(chosen.window, '1h', 'the setting’s own window is no choice against it');
  });

  it('follow the setting in a new window when it was changed after the choice', async () => {
    const state = new WindowState();
    open(state).setWindow('3d');
    assert.equal(open(new WindowState(state)).window, '3d');
    await set(settings.window, '7d');
    const later = new WindowState(state);
    const next = open(later);
    assert.equal(next.window, '7d');
    next.setWindow('1h');
    assert.equal(open(new WindowState(later)).window, '1h');
  });

  it('are chosen by the command without a change of the setting, and others of another account', async () => {
    const { listOptions, workspaceState } = running;
    const stop = answerQuickPick();
    assert.equal(await vscode.commands.executeCommand(commands.setWindow, 'last 2 h'), true);
    stop();
    const { window } = listOptions;
    assert.ok(typeof window !== 'string' && window.before - window.after === 2 * hour);
    const stop2 = answerQuickPick();
    assert.equal(await vscode.commands.executeCommand(commands.setWindow), true);
    stop2();
    assert.equal(listOptions.window, '1h');
    assert.equal(vscode.workspace.getConfiguration().inspect(settings.window)?.globalValue, undefined);
    assert.equal(open(new WindowState(), undefined).window, '24h');
    assert.equal(open(workspaceState).window, '1h');

    running = await signIn(server.url, otherAccount);
    assert.equal(running.listOptions.window, '24h');
    assert.ok((running.store.window?.before ?? 0) - (running.store.window?.after ?? 0) === 24 * hour);
    const before = server.requests.filter(({ url }) => url.startsWith('/v1/Video/Rooms?')).length;
    await vscode.commands.executeCommand(commands.switchAccount, apiKey.username);
    await vscode.commands.executeCommand(commands.refresh);
    assert.equal(running.listOptions.window, '1h');
    const lists = server.requests.filter(({ url }) => url.startsWith('/v1/Video/Rooms?')).slice(before);
    for (const { url } of lists) {
      const query = new URL(url, server.url).searchParams;
      const [after, until] = ['CreatedAfter', 'CreatedBefore'].map((name) =>
        Date.parse(query.get(name) ?? ''),
      );
      assert.equal((until ?? 0) - (after ?? 0), hour + clockMarginMs);
    }
  });

  it('are deleted when the account is signed out, not when it is switched', async () => {
    running = await signIn(server.url);
    const { listOptions, workspaceState } = running;
    listOptions.setFilter({ text: 'ada@example.com' });
    running = await signIn(server.url, otherAccount);
    listOptions.setFilter({ text: 'grace@example.com' });
    await vscode.commands.executeCommand(commands.switchAccount, apiKey.username);
    await running.session.ready;
    assert.deepEqual(listOptions.filter, { text: 'ada@example.com' });
    const keys = [apiKey, otherAccount].map(({ username }) => `listOptions/${username}`);
    const kept = () => keys.filter((key) => workspaceState.keys().includes(key));
    assert.deepEqual(kept(), keys);
    await vscode.commands.executeCommand(commands.signOut, { confirm: false });
    await running.session.ready;
    assert.deepEqual(listOptions.filter, {});
    await signOut();
    assert.deepEqual(kept(), []);
    running = await signIn(server.url);
    assert.deepEqual([listOptions.filter, listOptions.recentFilters], [{}, []]);
  });
});
