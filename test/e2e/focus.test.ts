import assert from 'node:assert/strict';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { shot, type Theme, themes } from '../host/screenshots.ts';
import { runCommand, webviewPage } from '../host/workbench.ts';
import { offeredPath, saveAs } from './steps/files.ts';
import { notification } from './steps/notifications.ts';
import { openOverview } from './steps/overview.ts';
import { choose } from './steps/quickInput.ts';
import { type RoomPage, roomPage } from './steps/roomPage.ts';
import { exploreSample } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { tabRound } from './steps/tabStops.ts';
import { chooseFromMenu, clickRoom, row } from './steps/tree.ts';

const { dropped, duplicateIdentity } = sampleRooms;

/** What VS Code marks the page's body with. */
const bodyClass = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  highContrast: 'vscode-high-contrast:not(.vscode-high-contrast-light)',
  highContrastLight: 'vscode-high-contrast-light',
} as const satisfies Record<Theme, string>;

describe('the keyboard’s way through the pages', () => {
  const stage = useStage({
    shared: true,
    viewport: { width: 1440, height: 1000 },
    settings: { 'videoRooms.refreshInterval': 0 },
  });

  before(() => exploreSample(stage.page));

  /** A round in each theme, and in colours that the system forces; nothing may be wrong with any stop. */
  async function rounds(shown: RoomPage, least: number): Promise<void> {
    const { page } = stage;
    for (const theme of Object.keys(themes) as Theme[]) {
      await stage.setTheme(theme);
      await shown.locator(`body.${bodyClass[theme]}`).waitFor();
      const { stops, problems } = await tabRound(page, shown);
      assert.deepEqual({ theme, problems }, { theme, problems: [] });
      assert.ok(stops.length >= least, `${stops.length} stops`);
    }
    await page.emulateMedia({ forcedColors: 'active' });
    const { problems } = await tabRound(page, shown);
    await page.emulateMedia({ forcedColors: 'none' });
    assert.deepEqual({ theme: 'forced colours', problems }, { theme: 'forced colours', problems: [] });
  }

  it('goes through a room with somebody’s details, in the order of reading, and out again', async () => {
    const { page } = stage;
    await clickRoom(page, dropped.name);
    const shown = await roomPage(page, dropped.name);
    await shown.getByRole('option').first().click();
    await shown.locator('.details').waitFor();
    await rounds(shown, 40);
    await shown.getByRole('button', { name: 'Close' }).click();
  });

  it('tells the stay with the keyboard from those that a finding marks', async () => {
    const { page } = stage;
    await clickRoom(page, dropped.name);
    const shown = await roomPage(page, dropped.name);
    for (const theme of ['light', 'dark', 'highContrast'] as Theme[]) {
      await stage.setTheme(theme);
      const show = shown.getByRole('button', { name: 'Show in the timeline' }).first();
      await show.press('Enter');
      if ((await show.getAttribute('aria-pressed')) === 'false') await show.press('Enter');
      const focused = shown.locator('.stay.highlighted:focus');
      await focused.waitFor();
      const place = await focused.getAttribute('data-stay');
      await shot(page, `focus stay ${theme}`);
      const ring = () =>
        shown.locator(`[data-stay="${place}"] .bar`).evaluate((bar): number => {
          const style = bar.ownerDocument.defaultView.getComputedStyle(bar);
          return Number.parseFloat(style.outlineOffset);
        });
      const apart = await ring();
      await page.keyboard.press('Tab');
      await focused.waitFor({ state: 'detached' });
      assert.ok(apart - (await ring()) >= 2, 'the ring stands apart from the bar');
    }
  });

  it('goes through a comparison', async () => {
    const { page } = stage;
    await chooseFromMenu(page, row(page, dropped.name), 'Compare Rooms…');
    await choose(page, duplicateIdentity.name);
    const shown = webviewPage(page);
    await shown.getByRole('table').waitFor();
    await rounds(shown, 10);
    await runCommand(page, 'View: Close All Editors');
  });

  it('goes through the overview', async () => {
    const shown = await openOverview(stage.page);
    await rounds(shown, 8);
    await runCommand(stage.page, 'View: Close All Editors');
  });

  it('goes through a saved room', async () => {
    const { page } = stage;
    await chooseFromMenu(page, row(page, dropped.name), 'Save Room…');
    await offeredPath(page, '.video-room.json');
    await saveAs(page, stage.workspacePath, 'kept.video-room.json');
    await notification(page, 'saved, with').getByRole('button', { name: 'Open' }).click();
    const shown = await roomPage(page, dropped.name);
    await shown.getByText(/^Saved on .*; not live$/).waitFor();
    await rounds(shown, 40);
  });
});
