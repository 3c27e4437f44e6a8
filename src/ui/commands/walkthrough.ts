import { setTimeout as pause } from 'node:timers/promises';
import { commands, window } from 'vscode';
import { extensionId, walkthrough, walkthroughStep } from '../../ids.ts';

const open = 'workbench.action.openWalkthrough';
const category = `${extensionId}#${walkthrough}`;

/** Between two looks, in milliseconds, and how many there are at the most. */
const retryMs = 400;
const maxTries = 25;

/**
 * Opens this extension's walkthrough. VS Code begins to learn of extensions'
 * walkthroughs when the page for them is opened for the first time in a window,
 * and until it knows this one it shows one of its own, without saying so. So it
 * is told again then: with a step, which changes nothing where this walkthrough
 * is shown, and which changes the page's tab where another one is.
 */
export class WalkthroughPage {
  #known = false;

  async open(): Promise<void> {
    await commands.executeCommand(open, category);
    for (let looks = 0; looks < maxTries && !this.#known; looks++) {
      await pause(retryMs);
      if (!isShown()) return;
      this.#known = !(await changesTabs(() =>
        commands.executeCommand(open, { category, step: walkthroughStep }),
      ));
    }
  }
}

/** Whether the page is in front: the only one of VS Code's whose tab tells nothing of what is in it. */
function isShown(): boolean {
  const { activeTab } = window.tabGroups.activeTabGroup;
  return activeTab !== undefined && activeTab.input === undefined;
}

async function changesTabs(work: () => Thenable<unknown>): Promise<boolean> {
  let changes = 0;
  const watching = window.tabGroups.onDidChangeTabs(() => changes++);
  try {
    await work();
    await pause(retryMs); // The page changes after the command has ended.
    return changes > 0;
  } finally {
    watching.dispose();
  }
}
