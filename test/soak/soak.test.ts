import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { VideoRooms } from '../../src/extension.ts';
import { commands, extensionId, settings, views } from '../../src/ids.ts';
import { below, panelTitles, set, signIn, signOut, tabsAre } from '../integration/fixtures.ts';
import { growth, heapOver } from './heap.ts';

const long = process.env.SOAK === 'long';
/**
 * Largest growth of the heap, as a share. In a short run compiled code still accumulates; a leak of 2,000 rooms per round
 * would be 100 %.
 */
const maxGrowth = long ? 0.1 : 0.25;

describe('A long day', () => {
  const size = long ? 10_000 : 2_000;
  let api: ChildProcess;
  let running: VideoRooms;

  before(async () => {
    const root = vscode.extensions.getExtension(extensionId)?.extensionPath ?? '';
    api = spawn(process.execPath, [join(root, 'test', 'soak', 'cachedServer.ts'), '--size', String(size)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [printed] = await once(api.stdout ?? api, 'data');
    await set(settings.window, '7d');
    running = await signIn(String(printed).trim());
    await vscode.commands.executeCommand(`${views.rooms}.focus`);
  });

  after(async () => {
    await signOut();
    await set(settings.window, undefined);
    api.kill();
    await once(api, 'exit');
  });

  /** Checks that the heap does not grow, and prints its sizes. */
  async function staysFlat(what: string, rounds: number, round: (number: number) => Promise<void>) {
    const heaps = await heapOver(rounds, round);
    const grown = growth(heaps);
    const shown = heaps.map((heap) => heap.toFixed(1)).join(' ');
    console.log(`     ${rounds} ${what}: heap ${shown} MiB, grown by ${(grown * 100).toFixed(1)} %`);
    assert.ok(grown < maxGrowth, `the heap grows with ${what}: ${shown} MiB`);
  }

  it(`leaves nothing behind with each refresh of ${size} rooms`, async () => {
    await staysFlat('refreshes', long ? 1000 : 40, async () => {
      await vscode.commands.executeCommand(commands.refresh);
    });
    const groups = await below(running);
    const counts = groups.map((group) =>
      /\(([\d,]+)\)$/.exec(String(running.tree.getTreeItem(group).label))?.[1]?.replaceAll(',', ''),
    );
    const listed = counts.reduce((sum, count) => sum + Number(count ?? 0), 0);
    assert.equal(listed, running.store.listedCount, 'the rooms of the last refresh');
    // The oldest leave the window while the test runs.
    assert.ok(listed <= size && listed > 0.99 * size, `${listed} of ${size} rooms`);
  });

  it('leaves nothing behind with each panel that is opened and closed', async () => {
    const group = (await below(running)).find((node) =>
      running.tree.getTreeItem(node).id?.includes('completed'),
    );
    const rooms = (await below(running, group)).slice(0, 20);
    assert.equal(rooms.length, 20);
    await staysFlat('panels', long ? 500 : 40, async (number) => {
      const room = rooms[number % rooms.length];
      await vscode.commands.executeCommand(commands.openRoom, room);
      await vscode.commands.executeCommand(commands.copyRoomReport, room);
      await tabsAre(() => panelTitles().length === 1);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await tabsAre(() => panelTitles().length === 0);
    });
  });
});
