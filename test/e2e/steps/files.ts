import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { runCommand } from '../../host/workbench.ts';
import { comes, eventually } from './eventually.ts';
import { answerField, quickInput, typeAnswer } from './quickInput.ts';

/** A file in the explorer. */
export function explorerFile(page: Page, name: string): Locator {
  return page.getByRole('tree', { name: 'Files Explorer' }).getByRole('treeitem', { name });
}

/** Shows the files of the open folder. */
export async function showExplorer(page: Page): Promise<void> {
  await runCommand(page, 'File: Focus on Files Explorer');
  await runCommand(page, 'Refresh Explorer');
}

/** The path that VS Code's own dialog offers, once it is asked for. */
export async function offeredPath(page: Page, ending: string): Promise<string> {
  let path = '';
  await eventually(async () => {
    path = await answerField(page).inputValue();
    return path.endsWith(ending);
  }, `a file that ends with ${ending} was offered`);
  return path;
}

/** Writes a file of this name in a folder through VS Code's own dialog. */
export async function saveAs(page: Page, folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  await acceptPath(page, path);
  await eventually(() => existsSync(path), `${name} was written`);
  return path;
}

/** Enters a path into VS Code's own dialog, which overhears Enter while it looks the path up. */
export async function acceptPath(page: Page, path: string): Promise<void> {
  await typeAnswer(page, path);
  await eventually(async () => {
    await answerField(page).press('Enter');
    return comes(quickInput(page).waitFor({ state: 'hidden', timeout: 2000 }));
  }, 'the dialog took the path');
}
