import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { VideoRooms } from '../../../src/extension.ts';
import { commands, settings, views } from '../../../src/ids.ts';
import { markConsole } from '../../host/markedConsole.ts';
import { sampleAccounts } from '../../sampleServer/accounts.ts';
import { type Activation, type HostFigures, type HostTask, hostVariable } from './task.ts';

const day = 86_400_000;

/**
 * A delay in milliseconds. An opening window keeps both cores of a small machine busy, which would distort the
 * measurements.
 */
const windowOpeningMs = 3000;

/** Measures inside the extension host and writes the figures to a file. VS Code calls it in place of tests. */
export async function run(): Promise<void> {
  markConsole();
  const task = JSON.parse(process.env[hostVariable] ?? '') as HostTask;
  try {
    await setTimeout(windowOpeningMs);
    const { activation, load } = await activate(task.extension);
    const started = performance.now();
    const running = await load?.();
    const rest = performance.now() - started;
    const figures = task.lists && running ? await measure(running, task.lists) : {};
    const all: Partial<HostFigures> = { activation, rest, ...figures };
    writeFileSync(task.figures, JSON.stringify(all));
  } catch (error) {
    console.error(error); // VS Code reports only the failure, not the error.
    throw error;
  }
}

/**
 * Activates an extension. The times of loading its code and running `activate` are from VS Code's own marks, in
 * milliseconds. `load` loads the services; the empty extension has none.
 */
async function activate(
  extensionId: string,
): Promise<{ activation: Activation; load: (() => Promise<VideoRooms>) | undefined }> {
  const found = vscode.extensions.getExtension<(() => Promise<VideoRooms>) | undefined>(extensionId);
  if (!found) throw new Error('The extension is not there.');
  const load = await found.activate();
  const times = new Map(marks(extensionId).map(({ name, startTime }) => [name.split('/').at(2), startTime]));
  const time = (mark: string) => times.get(mark) ?? Number.NaN;
  // Between the two, the host waits for other extensions.
  const loading = time('didLoadExtensionCode') - time('willLoadExtensionCode');
  const activating = time('didActivateExtension') - time('willActivateExtension');
  return { activation: { loading, activating }, load };
}

/** The performance marks of the extension host for an extension. */
function marks(extensionId: string): { readonly name: string; readonly startTime: number }[] {
  const { MonacoPerformanceMarks: marked } = globalThis as {
    MonacoPerformanceMarks?: { getMarks(): { name: string; startTime: number }[] };
  };
  return marked?.getMarks().filter(({ name }) => name.endsWith(`/${extensionId}`)) ?? [];
}

async function measure(
  running: VideoRooms,
  { near, far, rounds }: NonNullable<HostTask['lists']>,
): Promise<Omit<HostFigures, 'activation' | 'rest'>> {
  await vscode.commands.executeCommand(`${views.rooms}.focus`);
  // A fixed range wider than the server's week: the oldest rooms would leave a window relative to now.
  // It stays through all sign-ins, each of which would bring what was chosen for its account.
  running.listOptions.useAccount = () => {};
  running.listOptions.setWindow({ after: Date.now() - 8 * day, before: Date.now() + day });
  const first: number[] = [];
  for (let round = 0; round < rounds; round++) first.push(await firstRooms(running, far));
  const loads: Awaited<ReturnType<typeof loadAll>>[] = [];
  for (let round = 0; round < rounds; round++) loads.push(await loadAll(running, near));
  const changes = await changeChoices(running, rounds);
  const rooms = Math.min(...loads.map((load) => load.rooms));
  return { first, blocks: loads.map(({ block }) => block), rooms, ...changes };
}

/** The time from the start of the list until VS Code has got the first room row, in milliseconds. */
async function firstRooms(running: VideoRooms, origin: string): Promise<number> {
  await signOut();
  // Users do not sign in at once: the tree is rendered without rooms first.
  await setTimeout(1000);
  const { store, tree } = running;
  const { promise, resolve } = Promise.withResolvers<number>();
  let started = Number.NaN;
  const begin = () => {
    if (store.signedIn && Number.isNaN(started)) started = performance.now();
  };
  store.events.on('change', begin);
  const { getTreeItem } = tree;
  tree.getTreeItem = (node) => {
    if (node.kind === 'room') resolve(performance.now() - started);
    return getTreeItem.call(tree, node);
  };
  await signIn(origin);
  const taken = await promise;
  tree.getTreeItem = getTreeItem.bind(tree);
  store.events.off('change', begin);
  return taken;
}

/** Loads the whole window while the tree is visible. */
async function loadAll({ store }: VideoRooms, origin: string): Promise<{ block: number; rooms: number }> {
  await signOut();
  const blocks = monitorEventLoopDelay({ resolution: 1 });
  blocks.enable();
  const first = settled(store);
  await signIn(origin);
  await first;
  while (store.stopped) await vscode.commands.executeCommand(commands.loadMore);
  blocks.disable();
  return { block: blocks.max / 1e6, rooms: store.listedCount };
}

/** The times of filter and sort changes until the tree has every row that VS Code requests, in milliseconds. */
async function changeChoices(running: VideoRooms, rounds: number) {
  const { listOptions } = running;
  const filter: number[] = [];
  const sort: number[] = [];
  let shown = 0;
  for (let round = 0; round < rounds; round++) {
    filter.push(
      await timed(() =>
        listOptions.setFilter({ facets: { region: ['us1'] }, ranges: { duration: { from: 600 } } }),
      ),
    );
    shown = Math.max(shown, running.visibleRooms.count);
    filter.push(await timed(() => listOptions.setFilter({ text: 'algebra' })));
    filter.push(await timed(() => listOptions.clearFilter()));
    sort.push(await timed(() => listOptions.setOrder('longest')));
    sort.push(await timed(() => listOptions.setOrder('largest')));
    listOptions.setOrder('newest');
  }
  return { filter, sort, shown };

  async function timed(change: () => void): Promise<number> {
    const started = performance.now();
    change();
    await drawn(running);
    return performance.now() - started;
  }
}

async function drawn({ tree }: VideoRooms): Promise<void> {
  for (const root of await tree.getChildren()) {
    tree.getTreeItem(root);
    for (const node of await tree.getChildren(root)) tree.getTreeItem(node);
  }
}

function settled(store: VideoRooms['store']): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const { state } = store.listing;
      if (store.listedCount === 0 || state === 'loading') return;
      store.events.off('change', look);
      resolve();
    };
    store.events.on('change', look);
  });
}

async function signIn(origin: string): Promise<void> {
  const { username, password } = sampleAccounts.apiKey;
  await set(settings.apiBaseUrl, origin);
  process.env.TWILIO_API_KEY = username;
  process.env.TWILIO_API_SECRET = password;
  const done = await vscode.commands.executeCommand(commands.signIn, { method: 'environment' });
  if (done !== true) throw new Error('The sign-in failed.');
}

async function signOut(): Promise<void> {
  await vscode.commands.executeCommand(commands.signOut, { confirm: false });
}

async function set(setting: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(setting, value, vscode.ConfigurationTarget.Global);
}
