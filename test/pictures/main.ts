import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { loadParticipants, openOverview } from '../e2e/steps/overview.ts';
import { answerField, closed, quickInput, typeAnswer } from '../e2e/steps/quickInput.ts';
import { roomPage } from '../e2e/steps/roomPage.ts';
import { exploreSample } from '../e2e/steps/signIn.ts';
import { Stage } from '../e2e/steps/stage.ts';
import { groupRow, rooms, row, toggle } from '../e2e/steps/tree.ts';
import { extensionFolder, outFolder, packagedVsix } from '../host/folders.ts';
import type { Theme } from '../host/screenshots.ts';
import { runCommand, setTheme } from '../host/workbench.ts';
import { picture } from './picture.ts';

// Makes the pictures of the walkthrough and the README from the sample account, light and dark:
// `npm run pictures`. They show the extension as it is now; look at each before it is committed. Names of rooms are
// in many scripts: the machine needs fonts for Japanese and emoji.
const { dropped } = sampleRooms;
const viewport = { width: 1180, height: 904 };
const whole = { x: 0, y: 0, ...viewport };
/** What the walkthrough shows of the window: the view, the panel, and the box that drops down for questions. */
const frames = {
  view: { x: 0, y: 35, width: 600, height: 450 },
  panel: { x: 452, y: 35, width: 728, height: 546 },
  box: { x: 0, y: 0, width: 960, height: 330 },
};

mkdirSync(outFolder, { recursive: true });
const vsce = join('node_modules', '@vscode', 'vsce', 'vsce');
const args = [vsce, 'package', '--no-dependencies', '--out', packagedVsix];
const packaged = spawnSync(process.execPath, args, { cwd: extensionFolder, stdio: 'inherit' });
if (packaged.status !== 0) process.exit(1);

const stage = new Stage({
  viewport,
  deviceScaleFactor: 1.5,
  settings: {
    'videoRooms.refreshInterval': 0,
    'breadcrumbs.enabled': false,
    'window.menuBarVisibility': 'hidden',
  },
});
await stage.open();
try {
  const { page } = stage;
  await page.getByRole('button', { name: 'Explore Sample Rooms' }).waitFor();
  await widenSidebar(page);
  await inBoth(page, async (theme) => {
    await runCommand(page, 'Video Rooms: Sign In…');
    await quickInput(page)
      .getByRole('option', { name: /API key/ })
      .first()
      .waitFor();
    await picture(page, 'walkthrough', `sign-in-${theme}`, frames.box);
    await page.keyboard.press('Escape');
    await closed(page);
  });
  await exploreSample(page);
  await inBoth(page, async (theme) => {
    await rooms(page).waitFor();
    await picture(page, 'walkthrough', `explore-${theme}`, frames.view);
  });
  await groupRow(page, 'In progress').click(); // Folds it, so that the rooms that have ended stand on top.
  await row(page, dropped.name).click();
  await toggle(row(page, dropped.name));
  await inBoth(page, async (theme) => {
    const shown = await roomPage(page, dropped.name);
    await shown.locator(`body.vscode-${theme}`).waitFor();
    await picture(page, 'walkthrough', `open-${theme}`, frames.panel);
    await picture(page, 'readme', `room-${theme}`, whole);
  });
  await inBoth(page, async (theme) => {
    await row(page, dropped.name).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Save Room…', exact: true }).hover();
    await picture(page, 'walkthrough', `keep-${theme}`, frames.view);
    await page.keyboard.press('Escape');
  });
  await inBoth(page, async (theme) => {
    await runCommand(page, 'Video Rooms: Find Participant…');
    await answerField(page).waitFor();
    await typeAnswer(page, 'ágnes');
    await quickInput(page).getByRole('option').first().waitFor();
    await picture(page, 'walkthrough', `find-${theme}`, frames.box);
    await page.keyboard.press('Escape');
    await closed(page);
  });
  const overview = await openOverview(page);
  await loadParticipants(overview);
  await inBoth(page, async (theme) => {
    await overview.locator(`body.vscode-${theme}`).waitFor();
    await picture(page, 'readme', `overview-${theme}`, whole);
  });
} catch (error) {
  await stage.page.screenshot({ path: join(outFolder, 'screenshots', 'failed picture.png') });
  throw error;
} finally {
  await stage.close();
}

async function inBoth(page: Page, take: (theme: Theme & ('light' | 'dark')) => Promise<void>): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme);
    await page.mouse.move(700, viewport.height - 15); // Nothing is hovered there.
    await take(theme);
  }
}

/** A name, its state and how long it lasted should be read whole. */
async function widenSidebar(page: Page): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (!box) throw new Error('There is no sidebar.');
  await page.mouse.move(box.x + box.width, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 400, box.y + 200, { steps: 5 });
  await page.mouse.up();
}
