import { type Disposable, type LogOutputChannel, commands as vscodeCommands } from 'vscode';
import { commands } from '../ids.ts';
import type { Overviews } from './overviews.ts';
import { WalkthroughPage } from './walkthroughPage.ts';

/** What is shown as it is, without a room: the overview, the walkthrough and the log. */
export function registerShowCommands(overviews: Overviews, log: LogOutputChannel): Disposable[] {
  const { registerCommand } = vscodeCommands;
  const guide = new WalkthroughPage();
  return [
    registerCommand(commands.openOverview, () => overviews.open()),
    registerCommand(commands.openWalkthrough, () => guide.open()),
    registerCommand(commands.showLog, () => log.show()),
  ];
}
