import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { shot } from '../host/screenshots.ts';
import { runCommand, webviewPage } from '../host/workbench.ts';
import { bundleFile, languages, manifestFile, readTextsFile } from '../l10n/bundles.ts';
import { axeViolations } from './steps/axe.ts';
import type { RoomPage } from './steps/roomPage.ts';
import { useStage } from './steps/stage.ts';
import { view } from './steps/tree.ts';

const { dropped } = sampleRooms;

/** How much of a page is cut off on the right, in pixels. */
function beyond(shown: RoomPage): Promise<number> {
  return shown.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
}

function toTop(locator: Locator): Promise<void> {
  return locator.evaluate((element) => element.scrollIntoView());
}

for (const language of languages) {
  describe(`VS Code in ${language}`, () => {
    const stage = useStage({ language, viewport: { width: 1440, height: 1000 } });
    const manifest = readTextsFile(manifestFile(language));
    const code = readTextsFile(bundleFile(language));
    const command = (key: string) => `${manifest.category}: ${manifest[key]}`;

    it('welcomes in its language', async () => {
      const { page } = stage;
      const first = manifest['command.exploreSample'] ?? '';
      await view(page).getByRole('button', { name: first, exact: true }).waitFor();
      await shot(page, `signed out ${language}`);
      await view(page).getByRole('button', { name: first, exact: true }).click();
    });

    it('lists the rooms in its language', async () => {
      const { page } = stage;
      const rooms = page.getByRole('tree', { name: manifest['view.rooms'] ?? '', exact: true });
      for (const status of ['In progress', 'Completed']) {
        await rooms.getByRole('treeitem', { name: new RegExp(`^${code[status]}[,、]`) }).waitFor();
      }
      const room = rooms.getByRole('treeitem', { name: new RegExp(`^${dropped.name}[,、]`) });
      await room.click();
    });

    it('tells in its language what happened', async () => {
      const shown = webviewPage(stage.page);
      await shown.getByRole('heading', { level: 1, name: dropped.name }).waitFor();
      await shown
        .getByRole('heading', { level: 2, name: code['What happened'] ?? '', exact: true })
        .waitFor();
      assert.equal((await shown.locator('html').getAttribute('lang'))?.toLowerCase(), language);
      assert.equal(await beyond(shown), 0);
      assert.deepEqual(await axeViolations(shown), []);
      await shot(stage.page, `room ${language}`);
      await toTop(shown.getByRole('heading', { level: 2, name: code.Properties ?? '', exact: true }));
      await shot(stage.page, `properties ${language}`);
    });

    it('counts in its language', async () => {
      const { page } = stage;
      await runCommand(page, command('command.openOverview'));
      const shown = webviewPage(page);
      await shown.getByRole('heading', { level: 1, name: code.Overview ?? '', exact: true }).waitFor();
      await shown.getByRole('heading', { name: code['How long and how large'] ?? '', exact: true }).waitFor();
      assert.equal(await beyond(shown), 0);
      await shot(page, `overview ${language}`);
    });

    it('stays within a narrow window', async () => {
      const { page } = stage;
      await page.setViewportSize({ width: 700, height: 1000 });
      const shown = webviewPage(page);
      await toTop(shown.locator('html'));
      await shot(page, `overview narrow ${language}`);
      assert.equal(await beyond(shown), 0);
    });
  });
}
