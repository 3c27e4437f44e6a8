import type { Page } from 'playwright-core';
import { eventually } from './eventually.ts';
import { storedValues } from './storedValues.ts';

/**
 * Reloads the window, once VS Code has written down that an editor is open whose state holds this text (the SID of
 * a room's panel): a browser gives it no time to do so at the end.
 */
export async function reloadWindow(page: Page, openEditor: string): Promise<void> {
  const written = async () => (await storedValues(page)).some((value) => value.includes(openEditor));
  await eventually(written, 'VS Code remembered its open editors');
  await page.reload();
}
