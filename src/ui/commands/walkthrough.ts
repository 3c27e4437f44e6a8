import { setTimeout as pause } from 'node:timers/promises';
import { commands, window } from 'vscode';
import { extensionId, walkthrough, walkthroughStep } from '../../ids.ts';

const open = 'workbench.action.openWalkthrough';
const category = `${extensionId}#${walkthrough}`;

/** Milliseconds between two tries, and the maximum number of tries. */
const retryMs = 400;
const maxTries = 25;

/**
 * Opens this extension's walkthrough. VS Code starts to load the walkthroughs of extensions when their page
 * is first opened in a window, and until it has loaded this one it silently shows one of its own. So the
 * command is repeated with a step, which changes nothing if this walkthrough is shown, and changes the page's
 * tab if another one is.
 */
export class WalkthroughPage {
  #known = false;

  async open(): Promise<void> {
    await commands.executeCommand(open, category);
    for (let tries = 0; tries < maxTries && !this.#known; tries++) {
      await pause(retryMs);
      if (!isShown()) return;
      this.#known = !(await changesTabs(() =>
        commands.executeCommand(open, { category, step: walkthroughStep }),
      ));
    }
  }
}

/** Whether the page is in front: it is the only page of VS Code whose tab has no `input`. */
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
