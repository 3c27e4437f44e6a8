import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { shot, type Theme, themes } from '../host/screenshots.ts';
import { runCommand } from '../host/workbench.ts';
import { axeViolations } from './steps/axe.ts';
import { eventually } from './steps/eventually.ts';
import { type RoomPage, roomPage } from './steps/roomPage.ts';
import { exploreSample } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { clickRoom } from './steps/tree.ts';

const { dropped, duplicateIdentity, live, webinar } = sampleRooms;

/** Rows of the table that are like those before them. */
const likeOthers = 'tbody > tr:nth-child(n + 25)';

function timelineOf(shown: RoomPage): Locator {
  return shown.locator('.timeline');
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  return (await locator.boundingBox()) ?? assert.fail('it is not on the screen');
}

describe('the timeline', () => {
  const stage = useStage({ shared: true, viewport: { width: 1440, height: 1400 } });
  let shown: RoomPage;
  const lanes = () => timelineOf(shown).getByRole('group');
  const stays = () => timelineOf(shown).getByRole('option');
  const bars = () => timelineOf(shown).locator('.stay > .bar');
  const wholeCall = () => timelineOf(shown).getByRole('button', { name: 'Whole call' });
  const isWhole = async () => (await wholeCall().getAttribute('aria-disabled')) === 'true';
  const width = async () => (await boxOf(bars().last())).width;
  const left = async () => (await boxOf(bars().last())).x;

  async function open(room: { readonly name: string }): Promise<void> {
    await clickRoom(stage.page, room.name);
    shown = await roomPage(stage.page, room.name);
    await lanes().first().waitFor();
  }

  before(async () => {
    await exploreSample(stage.page);
    await open(duplicateIdentity);
  });

  it('has a lane for each identity, a bar for each stay, and the error at the end of its bar', async () => {
    assert.equal(await lanes().count(), 6);
    assert.equal(await stays().count(), 8);
    const twice = lanes().filter({ hasText: '53205' });
    assert.equal(await twice.getByRole('option').count(), 3);
    for (const bar of await bars().all()) assert.ok((await boxOf(bar)).width >= 3, 'a bar too thin to see');
    await timelineOf(shown).locator('.curve').waitFor();
    await timelineOf(shown).getByText('50 allowed').waitFor();
    await shot(stage.page, 'timeline');
  });

  it('is zoomed by wheel and pinch at the pointer, moved sideways, and made whole again', async () => {
    const { page } = stage;
    assert.ok(await isWhole());
    const before = await width();
    const { x, y } = await boxOf(bars().last());
    // As what a pinch on a trackpad arrives: small steps of a wheel with Ctrl.
    await page.mouse.move(x + 5, y + 5);
    await page.keyboard.down('Control');
    for (let step = 0; step < 10; step++) await page.mouse.wheel(0, -6);
    await page.keyboard.up('Control');
    await eventually(async () => (await width()) > before * 1.4, 'longer bars');
    assert.ok(Math.abs((await left()) - x) < 12, 'what is under the pointer stays there');
    const from = await left();
    await page.mouse.wheel(60, 0);
    await eventually(async () => (await left()) < from - 20, 'bars further left');
    await page.keyboard.down('Control');
    for (let step = 0; step < 30; step++) await page.mouse.wheel(0, 6);
    await page.keyboard.up('Control');
    await eventually(isWhole, 'the whole call');
    assert.ok(Math.abs((await width()) - before) < 1);
  });

  it('is moved by dragging, without choosing anybody', async () => {
    const { page } = stage;
    await timelineOf(shown).getByRole('button', { name: 'Zoom in' }).click();
    await eventually(async () => !(await isWhole()), 'a part of the call');
    const from = await left();
    const { x, y, width: wide } = await boxOf(timelineOf(shown).locator('.axis .track'));
    await page.mouse.move(x + wide / 2, y + 60);
    await page.mouse.down();
    await page.mouse.move(x + wide / 2 + 80, y + 60, { steps: 4 });
    await page.mouse.up();
    await eventually(async () => Math.abs((await left()) - from - 80) < 3, 'bars that followed the pointer');
    assert.equal(await shown.locator('.details').count(), 0);
    await wholeCall().click();
    await eventually(isWhole, 'the whole call');
  });

  it('is zoomed, moved and walked through with the keyboard alone', async () => {
    const { page } = stage;
    const before = await width();
    await stays().first().focus();
    await page.keyboard.press('+');
    await eventually(async () => (await width()) > before, 'longer bars');
    const from = await left();
    await page.keyboard.press('Shift+ArrowRight');
    await eventually(async () => (await left()) < from, 'bars further left');
    await page.keyboard.press('0');
    await eventually(isWhole, 'the whole call');
    await page.keyboard.press('End');
    await stays().last().and(shown.locator(':focus')).waitFor();
    await page.keyboard.press('ArrowUp');
    assert.equal(await stays().last().and(shown.locator(':focus')).count(), 0);
    await page.keyboard.press('Enter');
    const heading = shown.locator('.details h2');
    await heading.and(shown.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await shown.locator('.details').waitFor({ state: 'detached' });
    assert.equal(await stays().and(shown.locator(':focus')).count(), 1, 'the keyboard is where it was');
  });

  it('tells of the stay under the pointer: who, when, how long, how it ended', async () => {
    const evicted = stays().filter({ hasText: '53205' });
    await evicted.locator('.bar').hover({ position: { x: 4, y: 4 } });
    const tip = shown.getByRole('tooltip').or(shown.locator('.tooltip'));
    await tip.getByText('Error 53205, duplicate identity').waitFor();
    const said = await tip.innerText();
    assert.match(said, /^\S+\s+\d+:\d\d:\d\d.*–\d+:\d\d:\d\d.* · .*(min|sec)/);
    await timelineOf(shown).locator('h2').hover();
  });

  it('shows who is chosen in the table, and the table who is chosen in it', async () => {
    await stays().nth(3).locator('.bar').click();
    await shown.locator('.details').waitFor();
    const name = await shown.locator('.details h2 bdi').innerText();
    await shown.locator('tr[aria-selected=true]').getByText(name, { exact: true }).waitFor();
    const others = shown.locator('tbody tr[aria-selected=false]');
    const other = (await others.first().getByRole('rowheader').innerText()).trim();
    await others.first().getByRole('rowheader').click();
    await shown.locator('.details h2').getByText(other, { exact: true }).waitFor();
    const chosen = timelineOf(shown).locator('[role=option][aria-selected=true]');
    await eventually(
      async () => ((await chosen.getAttribute('aria-label')) ?? '').startsWith(other),
      'its bar is chosen',
    );
    await shown.locator('.details').getByRole('button', { name: 'Close' }).click();
  });

  it('lights the lanes of the finding that is looked at', async () => {
    const finding = shown.locator('.findings > li').filter({ hasText: '53205' });
    assert.equal(await timelineOf(shown).locator('.lane.highlighted').count(), 0);
    await finding.hover();
    await timelineOf(shown).locator('.lane.highlighted').waitFor();
    assert.equal(await timelineOf(shown).locator('.lane.highlighted .stay.highlighted').count(), 3);
    await shot(stage.page, 'timeline lit');
  });

  it('draws who is present up to now', async () => {
    await open(live);
    assert.equal(await timelineOf(shown).locator('.stay.present').count(), await stays().count());
    assert.ok((await stays().count()) > 0);
  });

  it('can be read in forced colours, by shape as well', async () => {
    const { page } = stage;
    await open(dropped);
    await page.emulateMedia({ forcedColors: 'active' });
    await shot(page, 'timeline forced colours');
    const colour = (name: string, of: Locator) =>
      of.evaluate((it, one) => it.computedStyleMap().get(one)?.toString(), name);
    const ground = await colour('background-color', shown.locator('body'));
    for (const bar of await bars().all()) assert.notEqual(await colour('background-color', bar), ground);
    assert.equal(await timelineOf(shown).locator('.chip .codicon-error').count(), 2);
    await page.emulateMedia({ forcedColors: 'none' });
  });

  it('does not move where no motion is wanted', async () => {
    const moving = await shown.locator('body').evaluate((body) =>
      [...body.querySelectorAll('*')]
        .filter((element) => {
          const style = element.computedStyleMap();
          const [moves, lasts] = [style.get('animation-name'), style.get('transition-duration')];
          return `${moves}` !== 'none' || !/^0s(, 0s)*$/.test(`${lasts}`);
        })
        .map(({ className }) => className),
    );
    assert.deepEqual(moving, []);
  });

  it('stays whole at a zoom of 200 % and in 320 pixels', async () => {
    const { page } = stage;
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    for (const [size, most] of [
      [{ width: 720, height: 700 }, 700],
      [{ width: 370, height: 900 }, 330],
    ] as const) {
      await page.setViewportSize(size);
      const root = shown.locator('html');
      await eventually(async () => (await root.evaluate((it) => it.clientWidth)) <= most, 'a narrower page');
      await timelineOf(shown).evaluate((it) => it.scrollIntoView());
      assert.equal(await root.evaluate((it) => it.scrollWidth - it.clientWidth), 0);
      const plot = await boxOf(timelineOf(shown).locator('.axis .track'));
      for (const bar of await bars().all()) {
        const { x, width: wide } = await boxOf(bar);
        assert.ok(
          wide >= 3 && x >= plot.x - 1 && x + wide <= plot.x + plot.width + 1,
          'the bar is in the plot',
        );
      }
      await shot(page, `timeline at ${size.width}`);
    }
    assert.deepEqual(await axeViolations(shown), []);
  });
});

describe('the timeline of 1,000 participants', () => {
  const stage = useStage({ shared: true, viewport: { width: 1440, height: 1400 } });
  let shown: RoomPage;

  before(async () => {
    const { page } = stage;
    await exploreSample(page);
    await clickRoom(page, webinar.name);
    shown = await roomPage(page, webinar.name);
    await shown.getByRole('grid').and(shown.locator('[aria-busy=false]')).waitFor();
  });

  it('holds only the lanes in sight, says how many stays there are, and reaches the last', async () => {
    const { page } = stage;
    const stays = timelineOf(shown).getByRole('option');
    assert.ok((await stays.count()) < 100);
    assert.equal(await stays.first().getAttribute('aria-setsize'), '1000');
    await stays.first().focus();
    await page.keyboard.press('End');
    const last = timelineOf(shown).locator('[aria-posinset="1000"]');
    await last.and(shown.locator(':focus')).waitFor();
    assert.ok((await stays.count()) < 100);
    await page.keyboard.press('Escape');
    await shown.locator('.tooltip').waitFor({ state: 'hidden' });
  });

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`breaks no rule of accessibility in the theme ${themes[theme]}`, async () => {
      const { page } = stage;
      await stage.setTheme(theme);
      await timelineOf(shown).evaluate((it) => it.scrollIntoView());
      await shot(page, `timeline of 1000 ${theme}`);
      assert.deepEqual(await axeViolations(shown, likeOthers), []);
    });
  }
});
