import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { shot, type Theme, themes } from '../host/screenshots.ts';
import { axeViolations } from './steps/axe.ts';
import { roomPage } from './steps/roomPage.ts';
import { exploreSample } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { clickRoom, row, toggle, view } from './steps/tree.ts';

const { dropped, international, webinar } = sampleRooms;

/** What VS Code marks the page's body with. */
const bodyClass = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  highContrast: 'vscode-high-contrast:not(.vscode-high-contrast-light)',
  highContrastLight: 'vscode-high-contrast-light',
} as const satisfies Record<Theme, string>;

/** Scrolls until this stands at the top of the page, or as near as the page is long. */
function toTop(locator: Locator): Promise<void> {
  return locator.evaluate((element) => element.scrollIntoView());
}

describe('the look of view and panel', () => {
  const stage = useStage({ shared: true, viewport: { width: 1440, height: 1200 } });

  it('begins with what can be done', async () => {
    const { page } = stage;
    await view(page).getByRole('button', { name: 'Explore Sample Rooms' }).waitFor();
    await shot(page, 'signed out');
    await exploreSample(page);
    await toggle(row(page, dropped.name));
    await clickRoom(page, dropped.name);
    await roomPage(page, dropped.name);
  });

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`breaks no rule of accessibility in the theme ${themes[theme]}`, async () => {
      const { page } = stage;
      await stage.setTheme(theme);
      const shown = await roomPage(page, dropped.name);
      await shown.locator(`body.${bodyClass[theme]}`).waitFor();
      await toTop(shown.locator('html'));
      await shot(page, `room ${theme}`);
      await toTop(shown.getByRole('heading', { name: 'Participants' }));
      await shot(page, `participants ${theme}`);
      assert.deepEqual(await axeViolations(shown), []);
    });
  }

  it('shows all of 1,000 participants', async () => {
    const { page } = stage;
    await stage.setTheme('dark');
    await clickRoom(page, webinar.name);
    const shown = await roomPage(page, webinar.name);
    const table = shown.getByRole('grid', { name: 'Participants' });
    await table.and(shown.locator('[aria-busy=false]')).waitFor();
    assert.equal(await table.getByRole('row').count(), 1 + 1000);
    await toTop(shown.getByRole('heading', { name: 'Participants' }));
    await shot(page, 'room of 1000');
  });

  it('stays within a narrow window', async () => {
    const { page } = stage;
    await page.setViewportSize({ width: 700, height: 1000 });
    await clickRoom(page, international.name);
    const shown = await roomPage(page, international.name);
    await shot(page, 'room narrow dark');
    assert.deepEqual(await axeViolations(shown), []);
    await stage.setTheme('light');
    await shown.locator('body.vscode-light').waitFor();
    await toTop(shown.getByRole('heading', { name: 'Participants' }));
    await shot(page, 'room narrow');
    const beyond = await shown.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
    assert.equal(beyond, 0);
  });
});
