import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
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
import { type Clip, picture } from './picture.ts';

// Makes the pictures of the walkthrough and the README from the sample account, light and dark:
// `npm run pictures`. They show the extension as it is now; look at each before it is committed. Names of rooms are
// in many scripts: the machine needs fonts for Japanese and emoji.
const { dropped } = sampleRooms;
const height = 904;
/**
 * How wide the pictures of the sidebar and of a question are, in CSS pixels. VS Code shows a picture of the walkthrough
 * 462 wide in a window of 1440, and never with fewer than 1.5 of its pixels for each CSS pixel.
 */
const frameWidth = 400;
/** Where the sidebar ends, and the panel begins. */
const sidebarEnd = frameWidth + 2;
/** The panel needs more width, so its picture is taken with 1.5 pixels for each CSS pixel, not 2. */
const panelWidth = 520;
const windows = {
  wide: { width: 1180, height },
  panel: { width: sidebarEnd + panelWidth, height },
  /** A question takes 62% of the window's width. */
  question: { width: 620, height },
};
const whole = { x: 0, y: 0, ...windows.wide };

mkdirSync(outFolder, { recursive: true });
const vsce = join('node_modules', '@vscode', 'vsce', 'vsce');
const args = [vsce, 'package', '--no-dependencies', '--out', packagedVsix];
const packaged = spawnSync(process.execPath, args, { cwd: extensionFolder, stdio: 'inherit' });
if (packaged.status !== 0) process.exit(1);

await onStage(2, async (page) => {
  await page.setViewportSize(windows.question);
  await inBoth(page, async (theme) => {
    await runCommand(page, 'Video Rooms: Sign In…');
    await quickInput(page)
      .getByRole('option', { name: /API key/ })
      .first()
      .waitFor();
    await picture(page, 'walkthrough', `sign-in-${theme}`, await questionFrame(page));
    await page.keyboard.press('Escape');
    await closed(page);
  });
  await page.setViewportSize(windows.wide);
  await exploreSample(page);
  await inBoth(page, async (theme) => {
    await rooms(page).waitFor();
    const frame = { x: 0, y: 35, width: frameWidth, height: 262 };
    await picture(page, 'walkthrough', `explore-${theme}`, frame);
  });
  await openDropped(page);
  await inBoth(page, async (theme) => {
    await row(page, dropped.name).click({ button: 'right', position: { x: 100, y: 12 } });
    await page.getByRole('menuitem', { name: 'Save Room…', exact: true }).hover();
    await picture(page, 'walkthrough', `keep-${theme}`, await menuFrame(page));
    await page.keyboard.press('Escape');
  });
  await page.setViewportSize(windows.question);
  await inBoth(page, async (theme) => {
    await runCommand(page, 'Video Rooms: Find Participant…');
    await answerField(page).waitFor();
    await typeAnswer(page, 'ágnes');
    await quickInput(page).getByRole('option').first().waitFor();
    await picture(page, 'walkthrough', `find-${theme}`, await questionFrame(page));
    await page.keyboard.press('Escape');
    await closed(page);
  });
});

await onStage(1.5, async (page) => {
  await exploreSample(page);
  await openDropped(page);
  await inBoth(page, async (theme) => {
    const shown = await roomPage(page, dropped.name);
    await shown.locator(`body.vscode-${theme}`).waitFor();
    await picture(page, 'readme', `room-${theme}`, whole);
  });
  await page.setViewportSize(windows.panel);
  await inBoth(page, async (theme) => {
    const shown = await roomPage(page, dropped.name);
    await shown.locator(`body.vscode-${theme}`).waitFor();
    await picture(page, 'walkthrough', `open-${theme}`, await answerFrame(shown));
  });
  await page.setViewportSize(windows.wide);
  const overview = await openOverview(page);
  await loadParticipants(overview);
  await inBoth(page, async (theme) => {
    await overview.locator(`body.vscode-${theme}`).waitFor();
    await picture(page, 'readme', `overview-${theme}`, whole);
  });
});

/** Takes pictures of a new window, of so many pixels for each CSS pixel. */
async function onStage(deviceScaleFactor: number, take: (page: Page) => Promise<void>): Promise<void> {
  const stage = new Stage({
    viewport: windows.wide,
    deviceScaleFactor,
    settings: {
      'videoRooms.refreshInterval': 0,
      'breadcrumbs.enabled': false,
      'window.menuBarVisibility': 'hidden',
    },
  });
  await stage.open();
  try {
    await stage.page.getByRole('button', { name: 'Explore Sample Rooms' }).waitFor();
    await widenSidebar(stage.page);
    await take(stage.page);
  } catch (error) {
    await stage.page.screenshot({ path: join(outFolder, 'screenshots', 'failed picture.png') });
    throw error;
  } finally {
    await stage.close();
  }
}

/** Opens the room in which participants dropped, in the panel and in the tree. */
async function openDropped(page: Page): Promise<void> {
  await groupRow(page, 'In progress').click(); // Folds it, so that the rooms that have ended stand on top.
  await row(page, dropped.name).click();
  await toggle(row(page, dropped.name));
  await roomPage(page, dropped.name);
}

async function inBoth(page: Page, take: (theme: Theme & ('light' | 'dark')) => Promise<void>): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme);
    await page.mouse.move(500, height - 15); // Nothing is hovered there.
    await take(theme);
  }
}

/** The question, and as much around it as makes the picture as wide as the others. */
async function questionFrame(page: Page): Promise<Clip> {
  const { x, y, width, height } = await boxOf(quickInput(page));
  const margin = (frameWidth - width) / 2;
  return { x: x - margin, y: 0, width: frameWidth, height: y + height + margin };
}

/** The room's row and its menu as far as the command that saves it, beside the activity bar. */
async function menuFrame(page: Page): Promise<Clip> {
  const top = (await boxOf(row(page, dropped.name))).y - 30;
  const { y, height } = await boxOf(page.getByRole('menuitem', { name: 'Save Room…', exact: true }));
  return { x: 48, y: top, width: frameWidth, height: y + height + 12 - top };
}

/** From the heading of what happened to the last finding. */
async function answerFrame(shown: FrameLocator): Promise<Clip> {
  const { x, y, width, height } = await boxOf(shown.locator('.happened'));
  return { x: x - 12, y: y - 12, width: width + 24, height: height + 24 };
}

async function boxOf(part: Locator): Promise<Clip> {
  const box = await part.boundingBox();
  if (!box) throw new Error(`Not shown: ${part}`);
  return box;
}

/** A name, its state and how long it lasted should be read whole. */
async function widenSidebar(page: Page): Promise<void> {
  const box = await boxOf(page.locator('.part.sidebar'));
  await page.mouse.move(box.x + box.width, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(sidebarEnd, box.y + 200, { steps: 5 });
  await page.mouse.up();
}
