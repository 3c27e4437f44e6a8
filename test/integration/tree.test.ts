import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { VideoRooms } from '../../src/extension.ts';
import { commands, settings } from '../../src/ids.ts';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import type { RoomTreeNode } from '../../src/ui/tree/treeNodes.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import {
  below,
  extension,
  labelOf,
  nodeNamed,
  set,
  settled,
  signIn,
  signOut,
  treeShows,
} from './fixtures.ts';

/** Rooms of the served world that were created in the last 24 hours, by status. */
function expected(server: SampleServer): { live: number; completed: number; all: number } {
  const since = server.world.now - 86_400_000;
  const rooms = Array.from({ length: server.world.size }, (_, at) => server.world.room(at)).filter(
    ({ create_time }) => create_time !== null && Date.parse(create_time) >= since,
  );
  const live = rooms.filter(({ room_status }) => room_status?.replace('-', '_') === 'in_progress').length;
  const completed = rooms.filter(({ room_status }) => room_status === 'completed').length;
  return { live, completed, all: rooms.length };
}

describe('The tree of rooms', () => {
  let server: SampleServer;
  let running: VideoRooms;
  let down = false;

  before(async () => {
    const intercept = (
      _request: unknown,
      response: { writeHead(status: number): { end(body: string): void } },
    ) => {
      if (down) response.writeHead(500).end('{}');
      return down;
    };
    server = await startSampleServer({ intercept });
    running = await signIn(server.url);
  });

  after(async () => {
    await signOut();
    await server.close();
  });

  it('groups the rooms of the last 24 hours by status, with their exact count', async () => {
    const { live, completed } = expected(server);
    assert.ok(live > 0 && completed > 10);
    const labels = (await below(running)).map((node) => labelOf(running, node));
    assert.deepEqual(labels.slice(0, 2), [`In progress (${live})`, `Completed (${completed})`]);
  });

  it('made one request for it', () => {
    const lists = server.requests.filter(
      ({ url }) => url.startsWith('/v1/Video/Rooms?') && url.includes('PageSize=1000'),
    );
    assert.equal(lists.length, 1);
  });

  it('shows every room of a group, newest first', async () => {
    for (const group of (await below(running)).slice(0, 2)) {
      const keys = (await below(running, group)).map((node) => (node.kind === 'room' ? node.key : ''));
      const created = keys.map((key) => {
        const at = server.world.positionOf(key);
        assert.ok(at !== undefined, key);
        return Date.parse(server.world.room(at).create_time ?? '');
      });
      assert.deepEqual(
        created,
        created.toSorted((a, b) => b - a),
      );
      assert.ok(labelOf(running, group).endsWith(`(${keys.length})`));
    }
  });

  it('asks for the participants of a room only when it is expanded, and once', async () => {
    const asked = () =>
      server.requests.filter(({ url }) => url.includes(`${sampleRooms.dropped.sid}/Participants`)).length;
    const node = await nodeNamed(running, sampleRooms.dropped.name ?? sampleRooms.dropped.sid);
    assert.equal(asked(), 0);
    const people = await below(running, node);
    assert.equal(asked(), 1);
    const at = server.world.positionOf(sampleRooms.dropped.sid) ?? -1;
    assert.equal(people.length, server.world.participants(at).length);
    await below(running, node);
    assert.equal(asked(), 1);
    const errors = server.world
      .participants(at)
      .filter(({ error_code }) => error_code)
      .map(({ error_code }) => `error ${error_code}`);
    const described = people.map((one) => String(running.tree.getTreeItem(one).description));
    assert.ok(errors.length > 0);
    for (const error of errors)
      assert.ok(
        described.some((text) => text.startsWith(error)),
        error,
      );
  });

  it('has ids that are unique in the whole tree and stay through a refresh', async () => {
    const walk = async (node?: RoomTreeNode): Promise<string[]> => {
      const ids: string[] = [];
      for (const child of await below(running, node)) {
        ids.push(running.tree.getTreeItem(child).id ?? '');
        if (child.kind === 'group') ids.push(...(await walk(child)));
      }
      return ids;
    };
    const ids = await walk();
    assert.equal(new Set(ids).size, ids.length);
    const node = await nodeNamed(running, sampleRooms.webinar.name ?? '');
    await vscode.commands.executeCommand(commands.refresh);
    assert.equal(await nodeNamed(running, sampleRooms.webinar.name ?? ''), node);
    assert.deepEqual(await walk(), ids);
  });

  it('says for a screen reader what its icons say', async () => {
    const node = await nodeNamed(running, sampleRooms.live.name ?? '');
    const { accessibilityInformation, iconPath, tooltip } = running.tree.getTreeItem(node);
    assert.match(
      accessibilityInformation?.label ?? '',
      /In progress, live since .* so far, \d+ participants?$/,
    );
    assert.equal((iconPath as vscode.ThemeIcon).id, 'broadcast');
    assert.equal(tooltip, undefined, 'the tooltip is made only when it is asked for');
    const item = running.tree.resolveTreeItem(new vscode.TreeItem(''), node);
    const shown = (item.tooltip as vscode.MarkdownString).value;
    assert.match(shown, /^\*\*Maths with Chiara.*\n\nStatus: In progress/);
  });

  it('tells of a participant when the stay was and what its error means, once that is asked for', async () => {
    const room = await nodeNamed(running, sampleRooms.dropped.name ?? '');
    const tips = (await below(running, room)).map((node) => {
      assert.equal(running.tree.getTreeItem(node).tooltip, undefined);
      const { tooltip } = running.tree.resolveTreeItem(new vscode.TreeItem(''), node);
      return tooltip instanceof vscode.MarkdownString ? tooltip.value.replaceAll('\\', '') : '';
    });
    const described = tips.filter((tip) => /^\*\*.+\*\*\n\n\d+:\d\d:\d\d.*–.*\d · .*(min|sec)/.test(tip));
    assert.equal(described.length, tips.length, tips.join('\n\n'));
    assert.equal(tips.filter((tip) => /Error 5\d{4}, [a-z]/.test(tip)).length, 2);
    const { tooltip } = running.tree.resolveTreeItem(new vscode.TreeItem(''), room);
    assert.match((tooltip as vscode.MarkdownString).value, /2 people.* dropped at /);
  });

  it('keeps the rooms when a refresh fails, says what failed, and Retry works', async () => {
    down = true;
    await vscode.commands.executeCommand(commands.refresh);
    const [failure, ...groups] = await below(running);
    assert.equal(failure?.kind, 'failure');
    assert.equal(labelOf(running, failure), 'Twilio’s service failed');
    assert.equal(groups.length, 2 + Number(groups.length > 2));
    const steps = await below(running, failure);
    assert.deepEqual(
      steps.map((step) => labelOf(running, step)),
      ['Retry', 'Show Log'],
    );
    down = false;
    const retry = steps[0] && running.tree.getTreeItem(steps[0]).command;
    assert.ok(retry);
    await vscode.commands.executeCommand(retry.command, ...(retry.arguments ?? []));
    assert.equal((await below(running))[0]?.kind, 'group');
  });

  it('shows why participants did not come, and gets them on Retry', async () => {
    const node = await nodeNamed(running, sampleRooms.solo.name ?? '');
    down = true;
    const [failure] = await below(running, node);
    assert.equal(failure?.kind, 'failure');
    down = false;
    await vscode.commands.executeCommand(commands.refreshRoom, node);
    assert.deepEqual(
      (await below(running, node)).map(({ kind }) => kind),
      ['participant'],
    );
  });

  it('lists more when the window is widened', async () => {
    const before = expected(server).all;
    await set(settings.window, '7d');
    await treeShows(running.tree, async () => {
      const counts = (await below(running)).map((node) =>
        Number(/\((\d+)\)$/.exec(labelOf(running, node))?.[1] ?? 0),
      );
      return counts.reduce((sum, count) => sum + count, 0) > before;
    });
    await set(settings.window, undefined);
    await vscode.commands.executeCommand(commands.refresh);
  });

  it('shows times in UTC when told to', async () => {
    await set(settings.times, 'utc');
    const node = await nodeNamed(running, sampleRooms.live.name ?? '');
    const at = server.world.positionOf(sampleRooms.live.sid) ?? -1;
    const created = server.world.room(at).create_time ?? '';
    assert.ok(String(running.tree.getTreeItem(node).description).includes(created.slice(11, 16)));
    await set(settings.times, undefined);
  });
});

describe('The tree of a large account', () => {
  it('shows 200 rooms of a group, says of how many, and shows more when asked', async () => {
    const server = await startSampleServer({ size: 1500 });
    const running = await signIn(server.url);
    try {
      const group = (await below(running)).find(
        (node) => node.kind === 'group' && node.status === 'completed',
      );
      assert.ok(group);
      const total = Number(/\((\d+)\)/.exec(labelOf(running, group))?.[1]);
      assert.ok(total > 200);
      const first = await below(running, group);
      assert.equal(first.length, 201);
      const more = first[200];
      assert.ok(more?.kind === 'more');
      assert.equal(running.tree.getTreeItem(more).description, `200 of ${total} shown`);
      await vscode.commands.executeCommand(commands.loadMore, more);
      const second = await below(running, group);
      assert.equal(second.filter(({ kind }) => kind === 'room').length, Math.min(400, total));
      assert.deepEqual(second.slice(0, 200), first.slice(0, 200));
    } finally {
      await signOut();
      await server.close();
    }
  });
});

describe('The sample account', () => {
  it('fills the tree without a network', async () => {
    const server = await startSampleServer();
    const running = await extension();
    await set(settings.apiBaseUrl, server.url);
    await vscode.commands.executeCommand(commands.exploreSample);
    await settled(running);
    await below(running, await nodeNamed(running, sampleRooms.duplicateIdentity.name ?? ''));
    assert.equal(server.requests.length, 0);
    await signOut();
    assert.deepEqual(await below(running), []);
    await server.close();
  });
});
