import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Account, sampleAccount } from '../../src/accounts/account.ts';
import type { VideoRooms } from '../../src/extension.ts';
import { commands, items, settings, views } from '../../src/ids.ts';
import { missingAfterMs } from '../../src/rooms/live/missingRooms.ts';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { FormatSettings } from '../../src/ui/settings/formatSettings.ts';
import { refreshInterval } from '../../src/ui/settings/refreshInterval.ts';
import type { RoomTreeNode } from '../../src/ui/tree/treeNodes.ts';
import { WatchedRooms } from '../../src/ui/watch/watchedRooms.ts';
import { loadWatchState } from '../../src/ui/watch/watchState.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import { below, labelOf, nodeNamed, set, signIn, signOut, treeShows } from './fixtures.ts';

const { live } = sampleRooms;

describe('Rooms in progress', () => {
  let server: SampleServer;
  let running: VideoRooms;
  let now = Date.now();
  let refused = true;
  /** A room that neither API knows. */
  let gone: string | undefined;
  /** Called at each request for the rooms in progress. */
  let onRound: () => unknown = () => undefined;
  const start = now;

  before(async () => {
    server = await startSampleServer({
      now,
      clock: () => now,
      intercept: (request, response) => {
        if (request.url?.startsWith('/v1/Rooms?')) onRound();
        if (gone !== undefined && request.url?.startsWith('/v1/Rooms?')) {
          response.writeHead(200).end('{"meta": {"key": "rooms"}, "rooms": []}');
          return true;
        }
        if (gone !== undefined && request.url?.includes(gone)) {
          response.writeHead(404).end('{"code": 20404, "message": "no such room"}');
          return true;
        }
        if (!refused || !request.url?.startsWith('/v1/Rooms')) return false;
        response.writeHead(403).end('{"code": 70051, "message": "The key lacks the permission"}');
        return true;
      },
    });
    await set(settings.refreshInterval, 5);
    running = await signIn(server.url);
    await vscode.commands.executeCommand(`${views.rooms}.focus`);
  });

  after(async () => {
    await set(settings.refreshInterval, undefined);
    await signOut();
    await server.close();
  });

  /** Resolves when that many more requests for the rooms in progress arrived; all but the last are answered then. */
  function rounds(more: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    let left = more;
    onRound = () => --left === 0 && resolve();
    return promise;
  }

  const people = (node: RoomTreeNode) => below(running, node);
  const asked = (part: string) => server.requests.filter(({ url }) => url.includes(part)).length;

  it('are those of Insights where the Video API refuses: nothing of it in the tree, and it is asked once', async () => {
    const node = await nodeNamed(running, live.name);
    const before = await people(node);
    now += 45_000;
    await treeShows(running.tree, async () => (await people(node)).length === before.length + 1);
    assert.equal(asked('/v1/Rooms'), 1);
    assert.deepEqual(
      (await below(running)).map(({ kind }) => kind),
      ['group', 'group'],
    );
  });

  it('come from the Video API where Insights leaves them out', async () => {
    refused = false;
    await signOut();
    running = await signIn(server.url);
    const { room_name, room_sid } = server.world.room(server.world.size, now);
    const name = room_name ?? room_sid;
    // It comes behind the list.
    await treeShows(running.tree, async () => {
      const [group] = await below(running);
      return (await below(running, group)).some((one) => labelOf(running, one) === name);
    });
    const node = await nodeNamed(running, name);
    const identities = server.world
      .participants(server.world.size, now)
      .map((one) => one.participant_identity);
    assert.deepEqual(
      (await people(node)).map((one) => labelOf(running, one)),
      identities,
    );
    assert.match(String(running.tree.getTreeItem(node).description), / · \d+ participants?$/);
    await vscode.commands.executeCommand(commands.copyRoomJson, room_sid);
    const copied = JSON.parse(await vscode.env.clipboard.readText());
    assert.deepEqual([copied.sid, copied.status, copied.room_sid], [room_sid, 'in-progress', undefined]);
  });

  it('are drawn again alone, as the same nodes with the same ids', async () => {
    const node = await nodeNamed(running, live.name);
    const id = running.tree.getTreeItem(node).id;
    await people(node);
    const line = running.tree.getTreeItem(node).description;
    const fired: (RoomTreeNode | undefined)[] = [];
    const watching = running.tree.onDidChangeTreeData((changed) => fired.push(...(changed ?? [undefined])));
    // Nobody comes or goes, but time passes.
    await rounds(2);
    watching.dispose();
    assert.ok(
      fired.every((one) => one?.kind === 'room' && one.group.status === 'in_progress'),
      JSON.stringify(fired),
    );
    assert.equal(await nodeNamed(running, live.name), node);
    assert.equal(running.tree.getTreeItem(node).id, id);
    assert.ok(line);
  });

  it('have a menu of their own', async () => {
    const node = await nodeNamed(running, live.name);
    assert.equal(running.tree.getTreeItem(node).contextValue, items.liveRoom);
    assert.equal(await vscode.commands.executeCommand(commands.watchRoom, node), true);
    assert.equal(running.tree.getTreeItem(node).contextValue, items.watchedRoom);
    assert.match(String(running.tree.getTreeItem(node).description), / so far.* · watched$/);
    assert.equal(await vscode.commands.executeCommand(commands.stopWatching), true);
    assert.equal(running.tree.getTreeItem(node).contextValue, items.liveRoom);
    assert.equal(await vscode.commands.executeCommand(commands.stopWatching), false);
  });

  it('are not watched any more when the account is switched', async () => {
    await vscode.commands.executeCommand(commands.watchRoom, live.sid);
    await signOut();
    running = await signIn(server.url);
    const node = await nodeNamed(running, live.name);
    assert.equal(running.tree.getTreeItem(node).contextValue, items.liveRoom);
  });

  it('are watched again after a reload of the window, by the account that watched them', async () => {
    const { store, visibleRooms, workspaceState, session } = running;
    assert.equal(await vscode.commands.executeCommand(commands.watchRoom, live.sid), true);
    const formatSettings = new FormatSettings(running.globalState);
    /** As after a reload. */
    const reloaded = (whose: () => Account | undefined) =>
      new WatchedRooms({
        store,
        loadCalls: () => visibleRooms.loadCalls(),
        formatSettings,
        state: workspaceState,
        activeAccount: whose,
      });
    const another = reloaded(() => ({ ...sampleAccount, id: 'another' }));
    const same = reloaded(() => session.account);
    /** Whether the next start goes on without being asked. */
    const goesOn = () => loadWatchState(workspaceState, Date.now()) !== undefined;
    assert.deepEqual([goesOn(), same.keys], [true, []]);
    running = await signIn(server.url);
    assert.deepEqual([goesOn(), same.keys, another.keys], [true, [live.sid], []]);
    same.stop(live.sid);
    assert.equal(goesOn(), false);
    for (const one of [same, another, formatSettings]) one.dispose();
  });

  it('are over when neither API has known them for some minutes, watched ones too', async () => {
    const { workspaceState } = running;
    const realNow = Date.now;
    assert.equal(await vscode.commands.executeCommand(commands.watchRoom, live.sid), true);
    const line = async () =>
      String(running.tree.getTreeItem(await nodeNamed(running, live.name)).description);
    try {
      gone = live.sid;
      await rounds(2);
      assert.match(await line(), /so far/);
      Date.now = () => realNow() + missingAfterMs;
      await treeShows(running.tree, async () => / end unknown/.test(await line()));
      const item = running.tree.getTreeItem(await nodeNamed(running, live.name));
      assert.equal(item.contextValue, items.room);
      assert.match(String(item.accessibilityInformation?.label), /Ended, time unknown/);
      assert.equal(loadWatchState(workspaceState, realNow()), undefined);
      assert.equal(await vscode.commands.executeCommand(commands.stopWatching), false);
    } finally {
      Date.now = realNow;
      gone = undefined;
    }
    await vscode.commands.executeCommand(commands.refresh);
    await treeShows(running.tree, async () => /so far/.test(await line()));
  });

  it('move to Completed when they end, as rows with the same id', async () => {
    const node = await nodeNamed(running, live.name);
    const id = running.tree.getTreeItem(node).id;
    now = start + 19 * 60_000;
    const ended = async () => {
      const [, completed] = await below(running);
      return (await below(running, completed)).some((one) => labelOf(running, one) === live.name);
    };
    await treeShows(running.tree, ended);
    const moved = await nodeNamed(running, live.name);
    assert.equal(running.tree.getTreeItem(moved).id, id);
    assert.equal(running.tree.getTreeItem(moved).contextValue, items.room);
  });

  it('are refreshed at the interval of the setting, within its limits', async () => {
    const read = async (written: unknown) => {
      await set(settings.refreshInterval, written);
      return refreshInterval();
    };
    assert.deepEqual(
      [await read(undefined), await read(0), await read(-1), await read(1), await read(60), await read(1e9)],
      [30_000, undefined, undefined, 5000, 60_000, 3_600_000],
    );
    assert.equal(await read('often'), 30_000);
  });
});
