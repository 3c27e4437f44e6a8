import type { LogOutputChannel } from 'vscode';
import { commands } from '../../ids.ts';
import type { OverviewPanels } from '../panels/overviewPanels.ts';
import { WalkthroughPage } from './walkthrough.ts';

/** Commands that need no room: they show the overview, the walkthrough and the log. */
export function showCommands(overviews: OverviewPanels, log: LogOutputChannel) {
  const guide = new WalkthroughPage();
  return {
    [commands.openOverview]: () => overviews.open(),
    [commands.openWalkthrough]: () => guide.open(),
    [commands.showLog]: () => log.show(),
  };
}
