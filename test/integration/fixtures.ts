import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { VideoRooms } from '../../src/extension.ts';
import { commands, extensionId, settings } from '../../src/ids.ts';
import type { RoomTreeNode } from '../../src/ui/tree/treeNodes.ts';
import { type SampleAccount, sampleAccounts } from '../sampleServer/accounts.ts';

/** Activates the extension and returns its services. */
export async function extension(): Promise<VideoRooms> {
  const found = vscode.extensions.getExtension<(() => Promise<VideoRooms>) | undefined>(extensionId);
  assert.ok(found, `${extensionId} is not there`);
  const load = await found.activate();
  assert.ok(load, 'the extension does not run as under test');
  return load();
}

/** Signs in to a server over HTTP with credentials from the environment; resolves when the tree shows rooms. */
export async function signIn(
  origin: string,
  account: SampleAccount = sampleAccounts.apiKey,
): Promise<VideoRooms> {
  const running = await extension();
  await set(settings.apiBaseUrl, origin);
  process.env.TWILIO_API_KEY = account.username;
  process.env.TWILIO_API_SECRET = account.password;
  const loaded = settled(running);
  assert.equal(await vscode.commands.executeCommand(commands.signIn, { method: 'environment' }), true);
  await loaded;
  return running;
}

/** Signs out of every account. */
export async function signOut(): Promise<void> {
  const { secrets } = await extension();
  await vscode.commands.executeCommand(commands.signOut, { confirm: false });
  for (const key of await secrets.keys()) {
    await vscode.commands.executeCommand(commands.switchAccount, key.replace('account/', ''));
    await vscode.commands.executeCommand(commands.signOut, { confirm: false });
  }
}

/** Resolves when the active account of the session passes the check. */
export async function accountIs(
  { session }: VideoRooms,
  check: (account: VideoRooms['session']['account']) => boolean,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = () => check(session.account) && resolve();
  const watching = session.onDidChangeAccount(look);
  look();
  await promise.finally(() => watching.dispose());
}

/** Resolves when the tree shows loaded rooms or a failure. */
export async function settled({ tree }: VideoRooms): Promise<void> {
  await treeShows(tree, async () => {
    const roots = await tree.getChildren();
    return roots.some(({ kind }) => kind === 'group' || kind === 'failure');
  });
}

/** Resolves when `shows` does; it is evaluated after each change of the tree. */
export async function treeShows(tree: VideoRooms['tree'], shows: () => Promise<boolean>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const look = () => void shows().then((yes) => yes && resolve(), reject);
  const watching = tree.onDidChangeTreeData(look);
  look();
  await promise.finally(() => watching.dispose());
}

/** Changes a user setting. */
export async function set(setting: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(setting, value, vscode.ConfigurationTarget.Global);
}

/** The label that the view shows for a node. */
export function labelOf({ tree }: VideoRooms, node: RoomTreeNode): string {
  const { label } = tree.getTreeItem(node);
  return typeof label === 'string' ? label : (label?.label ?? '');
}

/** The children of a node, or the roots. */
export async function below({ tree }: VideoRooms, node?: RoomTreeNode): Promise<RoomTreeNode[]> {
  return [...(await tree.getChildren(node))];
}

/** The room node with this label. @throws AssertionError if the tree has none */
export async function nodeNamed(running: VideoRooms, label: string): Promise<RoomTreeNode> {
  for (const group of await below(running)) {
    for (const node of await below(running, group)) if (labelOf(running, node) === label) return node;
  }
  return assert.fail(`The tree shows no “${label}”.`);
}

/** The titles of the open room panels. */
export function panelTitles(): string[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('videoRooms.room'),
    )
    .map(({ label }) => label);
}

/** Resolves when the open tabs pass the check. */
export async function tabsAre(check: () => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const watching = vscode.window.tabGroups.onDidChangeTabs(() => check() && resolve());
  if (check()) resolve();
  await promise.finally(() => watching.dispose());
}

/**
 * Accepts the first item of every Quick Pick that opens.
 * @returns a function that stops it
 */
export function answerQuickPick(): () => void {
  const accepting = setInterval(
    () => void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
    100,
  );
  return () => clearInterval(accepting);
}
