import { type Disposable, type LogOutputChannel, commands as vscodeCommands } from 'vscode';
import { commands, extensionId, walkthrough } from '../ids.ts';
import type { Overviews } from './overviews.ts';

/** What is shown as it is, without a room: the overview, the walkthrough and the log. */
export function registerShowCommands(overviews: Overviews, log: LogOutputChannel): Disposable[] {
  const { registerCommand, executeCommand } = vscodeCommands;
  const address = `${extensionId}#${walkthrough}`;
  return [
    registerCommand(commands.openOverview, () => overviews.open()),
    registerCommand(commands.openWalkthrough, () =>
      executeCommand('workbench.action.openWalkthrough', address),
    ),
    registerCommand(commands.showLog, () => log.show()),
  ];
}
