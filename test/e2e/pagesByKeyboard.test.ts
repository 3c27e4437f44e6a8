import assert from 'node:assert/strict';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { webviewPage } from '../host/workbench.ts';
import { backToTree, intoPage, outOfPage, tabTo, take, takeFromMenu, walkTo } from './steps/keyboard.ts';
import { chart, openOverview } from './steps/overview.ts';
import { pressRound } from './steps/pressing.ts';
import { roomPage } from './steps/roomPage.ts';
import { exploreSample } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { view } from './steps/tree.ts';

const { dropped, duplicateIdentity } = sampleRooms;

describe('the pages, by keyboard alone', () => {
  const stage = useStage({
    shared: true,
    viewport: { width: 1440, height: 1000 },
    settings: { 'videoRooms.refreshInterval': 0 },
  });
  const shown = () => webviewPage(stage.page);
  const inTree = (part: string) => view(stage.page).getByText(part).filter({ visible: true }).first();

  before(() => exploreSample(stage.page));

  it('the overview: has each of its buttons pressed', async () => {
    const { page } = stage;
    await openOverview(page);
    await intoPage(page, shown());
    const { pressed, deaf } = await pressRound(page, shown());
    assert.deepEqual(deaf, []);
    assert.ok(pressed >= 8, `${pressed} pressed`);
  });

  it('the overview: loads participants, and presses a bar of each chart', async () => {
    const { page } = stage;
    await tabTo(page, shown(), 'button:has-text("Load participants of")');
    await page.keyboard.press('Enter');
    await shown().getByRole('main').getByText('Participants are known for all').waitFor();
    const charts = await shown().locator('.bars').count();
    assert.ok(charts > 6, `${charts} charts`);
    for (let nth = 0; nth < charts; nth++) {
      await tabTo(page, shown(), '.bars button');
      await page.keyboard.press('End');
      await page.keyboard.press('Home');
      const focused = shown().locator('.bars button:focus');
      // A bar of nothing has nothing to show.
      const empty = await shown()
        .locator('.bars:focus-within button')
        .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('aria-disabled') === 'true'));
      const first = empty.indexOf(false, empty.length > 1 ? 1 : 0);
      assert.ok(first >= 0, `chart ${nth} has a bar to press`);
      for (let bar = 0; bar < first; bar++) await page.keyboard.press('ArrowDown');
      const name = await focused.getAttribute('aria-label');
      await page.keyboard.press('Enter');
      await shown().locator('.bars button:focus[aria-pressed=true]').waitFor();
      assert.equal(await focused.getAttribute('aria-label'), name, 'the keyboard stays on the bar');
      await inTree(' of ').waitFor();
      await page.keyboard.press('Space');
      await shown().locator('.bars button:focus[aria-pressed=false]').waitFor();
    }
  });

  it('the overview: chooses a range of hours with Shift, and clears the filter', async () => {
    const { page } = stage;
    const hours = chart(shown(), /per hour/).getByRole('button');
    await tabTo(page, shown(), '.columns button');
    await page.keyboard.press('Enter');
    await shown().locator('.columns button:focus[aria-pressed=true]').waitFor();
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+Enter');
    await shown().locator('.columns button:focus[aria-pressed=true]').waitFor();
    assert.equal(await hours.and(shown().locator('[aria-pressed=true]')).count(), 4);
    await tabTo(page, shown(), 'button:has-text("Clear Filter")');
    await page.keyboard.press('Enter');
    await shown().getByText('The tree shows all rooms. Select a bar').waitFor();
  });

  it('a room: has each of its buttons, findings and links pressed', async () => {
    const { page } = stage;
    await backToTree(page);
    await walkTo(page, dropped.name);
    await page.keyboard.press('Enter');
    await roomPage(page, dropped.name);
    await intoPage(page, shown());
    const { pressed, deaf } = await pressRound(page, shown());
    assert.deepEqual(deaf, []);
    assert.ok(pressed >= 30, `${pressed} pressed`);
  });

  it('a room: closes and opens a finding', async () => {
    const { page } = stage;
    await tabTo(page, shown(), '.finding summary');
    const details = shown().locator('.finding details:has(summary:focus)');
    const before = await details.getAttribute('open');
    await page.keyboard.press('Enter');
    await shown()
      .locator(`.finding details${before === null ? '[open]' : ':not([open])'}:has(summary:focus)`)
      .waitFor();
    await page.keyboard.press('Space');
    await shown()
      .locator(`.finding details${before === null ? ':not([open])' : '[open]'}:has(summary:focus)`)
      .waitFor();
  });

  it('a comparison: has each of its buttons pressed', async () => {
    const { page } = stage;
    await backToTree(page);
    await walkTo(page, dropped.name);
    await takeFromMenu(page, 'Shift+F10', 'Compare Rooms…');
    await take(page, duplicateIdentity.name);
    await shown().getByRole('table').waitFor();
    await intoPage(page, shown());
    const { pressed, deaf } = await pressRound(page, shown());
    assert.deepEqual(deaf, []);
    assert.ok(pressed >= 10, `${pressed} pressed`);
  });

  it('are left with F6 and Shift+F6, and entered again', async () => {
    const { page } = stage;
    const comparison = shown();
    await intoPage(page, comparison);
    await outOfPage(page, comparison, 'F6', 'statusbar');
    await intoPage(page, comparison);
    await outOfPage(page, comparison, 'Shift+F6', 'sidebar');
    await openOverview(page);
    await intoPage(page, shown());
    await tabTo(page, shown(), '.bars button');
    await outOfPage(page, shown(), 'Shift+F6', 'sidebar');
    await intoPage(page, shown());
    await outOfPage(page, shown(), 'F6', 'statusbar');
  });
});
