import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { runCommand } from '../../host/workbench.ts';
import { atWorkerEnd, canShare } from '../../workers/lifetime.ts';
import { comes, eventually } from './eventually.ts';
import { modal } from './notifications.ts';
import { choose, closed, quickInput } from './quickInput.ts';
import { groupRow, pressViewButton, view } from './tree.ts';
import type { Window } from './window.ts';

/** The window that a suite has left for the next one. */
let left: { window: Window; key: string } | undefined;

/** Leaves a window to the next suite of this process, as it was when it was opened; closes it where that fails. */
export async function leaveWindow(key: string, window: Window): Promise<void> {
  if (!canShare()) return window.close();
  await closeLeft();
  try {
    await reset(window);
  } catch (error) {
    console.log(`  A window is not shared, because it could not be reset: ${error}`);
    return window.close();
  }
  left = { window, key };
  atWorkerEnd(closeLeft);
}

/** The window that was left, if it was opened with the same options; another one is closed. */
export async function takeWindow(key: string): Promise<Window | undefined> {
  if (left?.key !== key) {
    await closeLeft();
    return undefined;
  }
  const { window } = left;
  left = undefined;
  return window;
}

async function closeLeft(): Promise<void> {
  const closing = left;
  left = undefined;
  await closing?.window.close();
}

/**
 * Makes a window as it was when it was opened: no editor, no message, no file in its folder, no filter, the time window
 * of the setting, nobody signed in, the view of rooms in sight. The next suite brings its settings.
 *
 * @throws Error when something stays
 */
async function reset({ page, workspacePath }: Window): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 }); // Room enough for every step.
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
  await page.keyboard.press('Escape');
  await closeAllEditors(page);
  await runCommand(page, 'Notifications: Clear All Notifications');
  await runCommand(page, 'Video Rooms: Focus on Rooms View');
  await clearFilter(page);
  await listLastDay(page);
  await signOut(page);
  await groupRow(page, 'Completed').waitFor({ state: 'detached' });
  for (const file of await readdir(workspacePath))
    await rm(join(workspacePath, file), { recursive: true, force: true });
}

/** Shows all rooms again, without relying on the sign-out to forget the filter. */
async function clearFilter(page: Page): Promise<void> {
  const clear = view(page).getByRole('button', { name: 'Clear Filter', exact: true });
  if ((await clear.count()) === 0) return;
  await pressViewButton(page, 'Clear Filter');
  await clear.waitFor({ state: 'detached' });
}

/** Lists the last day, as at first, without relying on the sign-out to forget the time window. */
async function listLastDay(page: Page): Promise<void> {
  const named = view(page).getByText('Last 24 hours').first();
  const signedOut = view(page).getByRole('button', { name: 'Explore Sample Rooms' });
  if ((await named.isVisible()) || (await signedOut.isVisible())) return;
  await runCommand(page, 'Video Rooms: Set Time Window…');
  await choose(page, 'Last 24 hours');
  await closed(page);
}

/** Signs out of every account: of several it is asked which, of all but the sample account whether. */
async function signOut(page: Page): Promise<void> {
  const welcome = view(page).getByRole('button', { name: 'Explore Sample Rooms' });
  const yes = modal(page).getByRole('button', { name: 'Sign Out' });
  const which = quickInput(page).getByRole('option').first();
  let out = await welcome.isVisible();
  for (let accounts = 0; accounts < 3 && !out; accounts++) {
    await runCommand(page, 'Video Rooms: Sign Out…');
    await yes.or(welcome).or(which).first().waitFor();
    if (await which.isVisible()) {
      await which.click();
      await closed(page);
      await yes.or(welcome).first().waitFor();
    }
    if (await yes.isVisible()) {
      await yes.click();
      await yes.waitFor({ state: 'detached' });
    }
    // A view of no rooms has buttons too: only the welcome says that nobody is signed in.
    out = await comes(welcome.waitFor({ timeout: 10_000 }));
  }
  if (!out) await welcome.waitFor();
}

/** Closes every editor, and keeps nothing of what is not saved. */
async function closeAllEditors(page: Page): Promise<void> {
  const tabs = page.locator('.part.editor').getByRole('tab');
  const discard = modal(page).getByRole('button', { name: /Don.t Save/ });
  if ((await tabs.count()) === 0) return;
  await runCommand(page, 'View: Close All Editors');
  await eventually(async () => {
    if (await discard.isVisible()) await discard.click();
    return (await tabs.count()) === 0;
  }, 'every editor was closed');
}
