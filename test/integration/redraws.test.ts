import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { VideoRooms } from '../../src/extension.ts';
import { commands, views } from '../../src/ids.ts';
import type { RoomSid } from '../../src/insights/core/sid.ts';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import type { RoomResource } from '../../src/sample/world/resources.ts';
import { SampleWorld } from '../../src/sample/world/world.ts';
import type { RoomTreeNode } from '../../src/ui/tree/treeNodes.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import { below, nodeNamed, signIn, signOut, treeShows } from './fixtures.ts';

const { live, dropped, solo, webinar } = sampleRooms;

/** A world whose rooms can be changed one by one. */
class AlteredWorld extends SampleWorld {
  readonly #altered = new Map<string, Partial<RoomResource>>();
  readonly #gone = new Set<string>();

  alter(sid: string, fields: Partial<RoomResource>): void {
    this.#altered.set(sid, { ...this.#altered.get(sid), ...fields });
  }

  remove(sid: string): void {
    this.#gone.add(sid);
  }

  override room(position: number, at?: number): RoomResource {
    const room = super.room(position, at);
    return { ...room, ...this.#altered.get(room.room_sid) };
  }

  override isListed(position: number, at: number): boolean {
    return !this.#gone.has(this.plan(position).sid) && super.isListed(position, at);
  }
}

/** Renders the tree: gets the groups and their rows, as the view does. */
async function draw(running: VideoRooms): Promise<void> {
  for (const root of await below(running)) {
    running.tree.getTreeItem(root);
    for (const node of await below(running, root)) running.tree.getTreeItem(node);
  }
}

/** The nodes that an action invalidates in a rendered tree. */
async function invalidatedBy(running: VideoRooms, act: () => unknown): Promise<(RoomTreeNode | 'all')[]> {
  await draw(running);
  const invalidated: (RoomTreeNode | 'all')[] = [];
  const watching = running.tree.onDidChangeTreeData((nodes) =>
    invalidated.push(...(nodes ?? (['all'] as const))),
  );
  await act();
  watching.dispose();
  return invalidated;
}

const refresh = () => vscode.commands.executeCommand(commands.refresh);

describe('A refresh', () => {
  const world = new AlteredWorld({ now: Date.now() });
  let server: SampleServer;
  let running: VideoRooms;
  let down = false;
  const { now } = Date;

  before(async () => {
    server = await startSampleServer({
      world,
      intercept: (request, response) => {
        // The Video API is left out: what Insights says of a room is all there is.
        if (request.url?.startsWith('/v1/Rooms')) response.writeHead(403).end('{}');
        else if (down) response.writeHead(500).end('{}');
        else return false;
        return true;
      },
    });
    // Rooms in progress do not last longer meanwhile, which would be drawn too.
    Date.now = () => world.now;
    running = await signIn(server.url);
    await vscode.commands.executeCommand(`${views.rooms}.focus`);
    await refresh();
  });

  after(async () => {
    await signOut();
    await server.close();
    Date.now = now;
  });

  it('that brings the same draws nothing again', async () => {
    await below(running, await nodeNamed(running, dropped.name));
    await running.visibleRooms.loadCalls(); // What the participants tell of the room is drawn too.
    assert.deepEqual(await invalidatedBy(running, refresh), []);
    assert.deepEqual(await invalidatedBy(running, refresh), []);
  });

  it('draws one changed room in progress again, and nothing else', async () => {
    const node = await nodeNamed(running, live.name);
    world.alter(live.sid, { unique_participants: 41 });
    assert.deepEqual(await invalidatedBy(running, refresh), [node]);
    assert.match(String(running.tree.getTreeItem(node).description), / 41 participants$/);
  });

  it('loads anew who is in a room in progress that is expanded, and draws that only where it is otherwise', async () => {
    const node = await nodeNamed(running, live.name);
    await below(running, node);
    const asked = () => server.requests.filter(({ url }) => url.includes(`${live.sid}/Participants`)).length;
    const { store } = running;
    const before = asked();
    const people = store.participantsState(live.sid)?.participants;
    const { promise: loaded, resolve } = Promise.withResolvers<void>();
    const look = () => {
      const { state, stale } = store.participantsState(live.sid) ?? {};
      if (asked() > before && state === 'complete' && !stale) setImmediate(resolve);
    };
    store.events.on('change', look);
    const invalidated = await invalidatedBy(running, async () => {
      await refresh();
      await loaded;
    });
    store.events.off('change', look);
    assert.equal(asked(), before + 1);
    assert.deepEqual(invalidated, []);
    assert.equal(store.participantsState(live.sid)?.participants, people);
  });

  it('draws a finished room again whose tooltip says something else, if anybody has seen that', async () => {
    const node = await nodeNamed(running, solo.name);
    world.alter(solo.sid, { media_region: 'jp1' });
    assert.deepEqual(await invalidatedBy(running, refresh), []);
    const invalidated = await invalidatedBy(running, async () => {
      running.tree.resolveTreeItem(new vscode.TreeItem(''), node);
      world.alter(solo.sid, { media_region: 'br1' });
      await refresh();
    });
    assert.deepEqual(invalidated, [node]);
  });

  it('draws the tree again when a room goes over from one group to the other, so that it stays selected', async () => {
    const [, completed] = await below(running);
    const ended = new Date(world.now).toISOString();
    world.alter(live.sid, { room_status: 'completed', end_time: ended, duration_sec: 1380 });
    assert.deepEqual(await invalidatedBy(running, refresh), ['all']);
    const moved = await nodeNamed(running, live.name);
    assert.ok(moved.kind === 'room' && moved.group === completed);
  });

  it('draws the tree again when a room has left it', async () => {
    world.remove(webinar.sid);
    assert.deepEqual(await invalidatedBy(running, refresh), ['all']);
    await assert.rejects(nodeNamed(running, webinar.name));
  });

  it('draws the tree again with a failure, and without it', async () => {
    down = true;
    assert.deepEqual(await invalidatedBy(running, refresh), ['all']);
    assert.equal((await below(running))[0]?.kind, 'failure');
    down = false;
    assert.deepEqual(await invalidatedBy(running, refresh), ['all']);
    assert.equal((await below(running))[0]?.kind, 'group');
    assert.deepEqual(await invalidatedBy(running, refresh), []);
  });

  it('draws the tree again on the next day, when times are written with theirs', async () => {
    Date.now = () => world.now + 86_400_000;
    const look = () => running.store.refreshLive(new Set());
    assert.deepEqual(await invalidatedBy(running, look), ['all']);
    assert.deepEqual(await invalidatedBy(running, look), []);
    Date.now = () => world.now;
    assert.deepEqual(await invalidatedBy(running, look), ['all']);
  });

  it('draws nothing again of filtered rooms either, once they stand', async () => {
    const filter = { text: dropped.name };
    assert.deepEqual(await invalidatedBy(running, () => running.listOptions.setFilter(filter)), ['all']);
    const [, completed] = await below(running);
    assert.equal((await below(running, completed)).length, 1);
    assert.deepEqual(await invalidatedBy(running, refresh), []);
    assert.deepEqual(await invalidatedBy(running, () => running.listOptions.clearFilter()), ['all']);
  });
});

describe('What the Video API tells behind the list', () => {
  const world = new AlteredWorld({ now: Date.now() });
  const answer = Promise.withResolvers<void>();
  const { now } = Date;
  let server: SampleServer;

  before(async () => {
    const intercept = async ({ url }: { url?: string | undefined }) => {
      if (url?.startsWith('/v1/Rooms')) await answer.promise;
      return false;
    };
    server = await startSampleServer({ world, intercept });
    Date.now = () => world.now;
  });

  after(async () => {
    await signOut();
    await server.close();
    Date.now = now;
  });

  it('is known, and draws nothing again where it is not to be seen', async () => {
    world.alter(live.sid, { status_callback: null });
    const running = await signIn(server.url);
    await vscode.commands.executeCommand(`${views.rooms}.focus`);
    const { store } = running;
    const callback = () => store.room(live.sid)?.read('status_callback');
    assert.equal(callback(), undefined);
    world.alter(live.sid, { status_callback: 'https://example.com/status' });
    const invalidated = await invalidatedBy(running, async () => {
      const { promise: looked, resolve } = Promise.withResolvers<void>();
      store.events.on('change', ({ kind }) => kind === 'live' && resolve());
      answer.resolve();
      await looked;
    });
    assert.equal(callback(), 'https://example.com/status');
    assert.deepEqual(invalidated, []);
  });
});

describe('The problems of a group', () => {
  let server: SampleServer;

  before(async () => {
    server = await startSampleServer();
  });

  after(async () => {
    await signOut();
    await server.close();
  });

  it('are those of its rows, at once, however fast participants come', async () => {
    const running = await signIn(server.url);
    await vscode.commands.executeCommand(`${views.rooms}.focus`);
    await refresh();
    const { tree, store } = running;
    await draw(running);
    // As VS Code does: a group that changed is asked for at once, its rows only when they come into sight.
    const shown = new Map<RoomTreeNode, unknown>();
    const look = (node: RoomTreeNode) => shown.set(node, tree.getTreeItem(node).description);
    const groups = (await below(running)).filter((node) => node.kind === 'group');
    for (const group of groups) look(group);
    const watching = tree.onDidChangeTreeData((nodes) => {
      for (const node of nodes ?? groups) if (node.kind === 'group') look(node);
    });
    const rooms = [...store.listedRooms()].slice(0, 60);
    await Promise.all(rooms.map(({ sid }) => store.loadParticipants(sid as RoomSid)));
    await treeShows(tree, async () => true);
    for (const group of groups) {
      // Calls are analyzed after their participants came, and change rows and group.
      const problems = async () => {
        // Behind a name from right to left a description begins with a mark.
        const rows = await below(running, group);
        const descriptions = rows.map((node) => `${tree.getTreeItem(node).description}`);
        return descriptions.filter((text) => /^\u200e?(?:\d{5}|Error|Warning) · /.test(text)).length;
      };
      await treeShows(tree, async () => {
        const count = await problems();
        return shown.get(group) === (count > 0 ? `${count} with problems` : '');
      });
    }
    watching.dispose();
  });
});
