import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { shot } from '../host/screenshots.ts';
import { runCommand, webviewPage } from '../host/workbench.ts';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { axeViolations } from './steps/axe.ts';
import { eventually } from './steps/eventually.ts';
import { chart, loadParticipants, openOverview } from './steps/overview.ts';
import { closed } from './steps/quickInput.ts';
import type { RoomPage } from './steps/roomPage.ts';
import { beginSignIn, enterSecret, enterSid, signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { rooms, view } from './steps/tree.ts';

describe('the overview of nothing', () => {
  const stage = useStage({ shared: true, api: { size: 0 }, settings: { 'videoRooms.refreshInterval': 0 } });

  it('says that there are no rooms, and why that may be', async () => {
    const { page } = stage;
    await beginSignIn(page);
    await enterSid(page, sampleAccounts.apiKey.username);
    await enterSecret(page, sampleAccounts.apiKey.password);
    await closed(page);
    await view(page).getByText('No rooms were created in the last 24 hours.').waitFor();
    await runCommand(page, 'Video Rooms: Open Overview');
    const shown = webviewPage(page);
    await shown.getByRole('heading', { level: 1, name: 'No rooms to count' }).waitFor();
    await shown
      .getByRole('main')
      .getByText('Twilio lists a room up to 30 minutes after it has ended')
      .waitFor();
    await shot(page, 'overview empty');
    assert.deepEqual(await axeViolations(shown), []);
  });
});

describe('the overview of a week with 1,000 rooms and more', () => {
  const stage = useStage({
    shared: true,
    api: { size: 1200 },
    viewport: { width: 1440, height: 1000 },
    settings: { 'videoRooms.refreshInterval': 0, 'videoRooms.window': '7d' },
  });
  let shown: RoomPage;

  const style = (bar: Locator, name: string) =>
    bar.evaluate((it, one) => it.computedStyleMap().get(one)?.toString(), name);
  const top = () => shown.locator('html').evaluate((root) => root.scrollTo(0, 0));
  const scrollTo = (name: string) =>
    shown.getByRole('heading', { name, exact: true }).evaluate((it) => it.scrollIntoView());
  const fill = () => chart(shown, 'Error codes').getByRole('button').first().locator('.track > span');

  before(async () => {
    await signIn(stage.page);
    shown = await openOverview(stage.page);
  });

  it('has a column for each hour, and breaks no rule of accessibility', async () => {
    await loadParticipants(shown);
    const columns = await chart(shown, /per hour/)
      .getByRole('button')
      .count();
    assert.ok(columns === 168 || columns === 169, `${columns} columns`);
    await top();
    await shot(stage.page, 'overview week');
    assert.deepEqual(await axeViolations(shown), []);
  });

  it('brings the tree into sight at a click, whatever is in its place, and leaves the keyboard at the bar', async () => {
    const { page } = stage;
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await rooms(page).waitFor({ state: 'hidden' });
    const bar = chart(shown, 'Error codes').getByRole('button').first();
    await bar.click();
    await view(page)
      .getByText(/error 5\d{4}/)
      .filter({ visible: true })
      .first()
      .waitFor();
    await rooms(page).waitFor();
    assert.equal(await shown.locator(':focus').getAttribute('aria-pressed'), 'true');
    await bar.click();
    await shown.getByText('The tree shows all rooms. Select a bar').waitFor();
  });

  it('is whole at a zoom of 200 %', async () => {
    const { page } = stage;
    // A zoom leaves half as many pixels each way.
    await page.setViewportSize({ width: 720, height: 500 });
    await eventually(
      async () => (await shown.locator('html').evaluate((root) => root.clientWidth)) < 500,
      'a narrower page',
    );
    const beyond = await shown.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
    assert.equal(beyond, 0);
    await top();
    await shot(page, 'overview zoomed');
    await scrollTo('What went wrong');
    await shot(page, 'overview zoomed charts');
    assert.deepEqual(await axeViolations(shown), []);
    await page.setViewportSize({ width: 1440, height: 1000 });
  });

  it('moves only where motion is wanted', async () => {
    const { page } = stage;
    const duration = () => style(fill(), 'transition-duration');
    assert.equal(await duration(), '0s');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await eventually(async () => (await duration()) !== '0s', 'bars that grow');
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });

  it('keeps bars, focus and the pressed bar visible in the system’s own colours', async () => {
    const { page } = stage;
    await page.emulateMedia({ forcedColors: 'active' });
    const bar = chart(shown, 'Error codes').getByRole('button').first();
    await bar.focus();
    await page.keyboard.press('Enter');
    await eventually(async () => (await bar.getAttribute('aria-pressed')) === 'true', 'the bar is pressed');
    assert.notEqual(await style(bar, 'outline-style'), 'none');
    const ground = await style(shown.locator('body'), 'background-color');
    assert.notEqual(await style(fill(), 'background-color'), ground);
    await scrollTo('What went wrong');
    await shot(page, 'overview forced colours charts');
    await top();
    await shot(page, 'overview forced colours');
    await page.keyboard.press('Enter');
    await page.emulateMedia({ forcedColors: 'none' });
  });

  it('scrolls its columns, and not the page, in 320 pixels', async () => {
    const { page } = stage;
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await page.setViewportSize({ width: 370, height: 900 });
    await eventually(
      async () => (await shown.locator('html').evaluate((root) => root.clientWidth)) <= 330,
      'a narrow page',
    );
    const beyond = await shown.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
    assert.equal(beyond, 0);
    const last = chart(shown, /per hour/)
      .getByRole('button')
      .last();
    await last.focus();
    await scrollTo('Rooms and participants per hour');
    await shot(page, 'overview week narrow');
    const box = await last.boundingBox();
    assert.ok(box && box.x + box.width <= 370, 'the newest hour is in sight');
  });
});
