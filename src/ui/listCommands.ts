import { t } from '@vscode/l10n';
import { ConfigurationTarget, type Disposable, commands as vscodeCommands, window, workspace } from 'vscode';
import { commands, settings } from '../ids.ts';
import type { RoomStore } from '../rooms/store.ts';
import { windowIds, windowWords } from '../rooms/timeWindow.ts';
import type { RoomTree } from './roomTree.ts';
import type { MoreNode } from './roomTreeNodes.ts';
import type { Session } from './session.ts';

/** Commands on the list as a whole. */
export function registerListCommands(store: RoomStore, tree: RoomTree, session: Session): Disposable[] {
  return [
    vscodeCommands.registerCommand(commands.loadMore, async (node?: MoreNode) => {
      if (node?.group) tree.showMore(node);
      else await store.loadMore();
    }),
    // Without arguments: a button in the view's title hands over the focused row.
    vscodeCommands.registerCommand(commands.refresh, () => session.refresh()),
    vscodeCommands.registerCommand(commands.cancel, () => store.cancelListing()),
    vscodeCommands.registerCommand(commands.setWindow, async () => {
      const choices = windowIds.map((id) => ({
        id,
        label: windowWords(id),
        ...(id === session.window && { description: t('shown now') }),
      }));
      const choice = await window.showQuickPick(choices, {
        title: t('Set Time Window'),
        placeHolder: t('List rooms created in the… (Twilio keeps rooms for 7 days)'),
      });
      if (choice)
        await workspace.getConfiguration().update(settings.window, choice.id, whereSet(settings.window));
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settings.window)) void session.refresh();
    }),
  ];
}

/** Where a setting has to be written to take effect: a workspace's own value hides the user's. */
function whereSet(setting: string): ConfigurationTarget {
  const set = workspace.getConfiguration().inspect(setting);
  return set?.workspaceValue === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
}
