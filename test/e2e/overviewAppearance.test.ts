import assert from 'node:assert/strict';
import { shot, type Theme, themes } from '../host/screenshots.ts';
import { runCommand } from '../host/workbench.ts';
import { axeViolations } from './steps/axe.ts';
import { eventually } from './steps/eventually.ts';
import { chart, loadParticipants, openOverview } from './steps/overview.ts';
import type { RoomPage } from './steps/roomPage.ts';
import { exploreSample } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';

/** What VS Code marks the page's body with. */
const bodyClass = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  highContrast: 'vscode-high-contrast:not(.vscode-high-contrast-light)',
  highContrastLight: 'vscode-high-contrast-light',
} as const satisfies Record<Theme, string>;

describe('the look of the overview', () => {
  const stage = useStage({ shared: true, viewport: { width: 1440, height: 1000 } });
  let shown: RoomPage;

  before(async () => {
    await exploreSample(stage.page);
    shown = await openOverview(stage.page);
  });

  it('shows what rooms tell before participants are loaded', async () => {
    await shot(stage.page, 'overview first');
    assert.deepEqual(await axeViolations(shown), []);
  });

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`breaks no rule of accessibility in the theme ${themes[theme]}`, async () => {
      const { page } = stage;
      if (theme === 'light') {
        await loadParticipants(shown);
        await chart(shown, /per hour/)
          .getByRole('button')
          .nth(-3)
          .click();
      }
      await stage.setTheme(theme);
      await shown.locator(`body.${bodyClass[theme]}`).waitFor();
      await shown.locator('html').evaluate((root) => root.scrollTo(0, 0));
      await shot(page, `overview ${theme}`);
      await shown.getByRole('heading', { name: 'What went wrong' }).evaluate((it) => it.scrollIntoView());
      await shot(page, `overview ${theme} charts`);
      await shown
        .getByRole('heading', { name: 'How long and how large' })
        .evaluate((it) => it.scrollIntoView());
      await shot(page, `overview ${theme} end`);
      assert.deepEqual(await axeViolations(shown), []);
    });
  }

  it('stays within a page of 320 pixels', async () => {
    const { page } = stage;
    await stage.setTheme('dark');
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await page.setViewportSize({ width: 370, height: 900 });
    const width = () => shown.locator('html').evaluate((root) => root.clientWidth);
    // The window is laid out a moment after its size has changed.
    await eventually(async () => (await width()) <= 330, 'the page is at most 330 pixels wide');
    await shown.locator('html').evaluate((root) => root.scrollTo(0, 0));
    await shot(page, 'overview narrow');
    await shown.getByRole('heading', { name: 'What went wrong' }).evaluate((it) => it.scrollIntoView());
    await shot(page, 'overview narrow charts');
    const beyond = await shown.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
    assert.equal(beyond, 0);
    assert.deepEqual(await axeViolations(shown), []);
  });
});
