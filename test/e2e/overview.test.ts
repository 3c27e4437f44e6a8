import assert from 'node:assert/strict';
import { shot } from '../host/screenshots.ts';
import { runCommand, webviewPage } from '../host/workbench.ts';
import { axeViolations } from './steps/axe.ts';
import { eventually } from './steps/eventually.ts';
import { modal } from './steps/notifications.ts';
import { chart, openOverview } from './steps/overview.ts';
import { choose } from './steps/quickInput.ts';
import { reloadWithPage } from './steps/reload.ts';
import type { RoomPage } from './steps/roomPage.ts';
import { exploreSample, signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { groupRow, pressViewButton, view } from './steps/tree.ts';

/** "34 of 46" in the sentence above the tree. */
async function shownInTree(sentence: ReturnType<typeof view>): Promise<[shown: number, all: number]> {
  const found = /(\d+) of (\d+) rooms/.exec(await sentence.innerText());
  return [Number(found?.[1]), Number(found?.[2])];
}

describe('the overview', () => {
  const stage = useStage({
    shared: true,
    viewport: { width: 1440, height: 1000 },
    settings: { 'videoRooms.refreshInterval': 0 },
  });
  let shown: RoomPage;

  /** The sentence above the tree that names this part of the filter. */
  const sentence = (part: string) => view(stage.page).getByText(part).filter({ visible: true }).first();
  const ended = () => chart(shown, 'Why rooms ended').getByRole('button');

  before(async () => {
    await exploreSample(stage.page);
    shown = await openOverview(stage.page);
  });

  /** Each test begins with the tree of all rooms, however the one before has ended. */
  beforeEach(async () => {
    const clear = shown.getByRole('button', { name: 'Clear Filter' });
    if ((await clear.count()) > 0) await clear.click();
    await shown.getByText('The tree shows all rooms. Select a bar').waitFor();
  });

  it('filters the tree to the rooms of the bar that is clicked, and names it above the rooms', async () => {
    const bar = ended().first();
    const spoken = (await bar.getAttribute('aria-label')) ?? '';
    const [, label = '', count = ''] = /^(.+?): (\d+),/.exec(spoken) ?? [];
    assert.ok(label && Number(count) > 1, spoken);
    await bar.click();
    await sentence(`end reason: ${label}`).waitFor();
    const [inTree, all] = await shownInTree(sentence(`end reason: ${label}`));
    assert.equal(inTree, Number(count));
    assert.ok(all > inTree);
    assert.equal(await bar.getAttribute('aria-pressed'), 'true');
  });

  it('adds a bar with Shift, and takes each back by a second click', async () => {
    await ended().first().click();
    await sentence('end reason: ').waitFor();
    const [before] = await shownInTree(sentence('end reason: '));
    await ended()
      .nth(1)
      .click({ modifiers: ['Shift'] });
    await eventually(
      async () => (await shownInTree(sentence('end reason: ')))[0] > before,
      'more rooms in the tree',
    );
    await ended()
      .nth(1)
      .click({ modifiers: ['Shift'] });
    await eventually(
      async () => (await shownInTree(sentence('end reason: ')))[0] === before,
      'as many as before',
    );
    await ended().first().click();
    await shown.getByText('The tree shows all rooms. Select a bar').waitFor();
    await view(stage.page).getByText('end reason: ').first().waitFor({ state: 'detached' });
    await eventually(
      async () => (await ended().first().getAttribute('aria-pressed')) === 'false',
      'no bar is pressed',
    );
  });

  it('is cleared from the page as from the tree', async () => {
    await ended().first().click();
    await sentence('end reason: ').waitFor();
    await shown.getByRole('button', { name: 'Clear Filter' }).click();
    await shown.getByText('The tree shows all rooms. Select a bar').waitFor();
    await ended().first().click();
    await sentence('end reason: ').waitFor();
    await pressViewButton(stage.page, 'Clear Filter');
    await shown.getByText('The tree shows all rooms. Select a bar').waitFor();
  });

  it('is used by keyboard alone', async () => {
    const { page } = stage;
    const hours = chart(shown, /per hour/).getByRole('button');
    await hours.last().focus();
    for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key);
    const focused = shown.locator(':focus');
    assert.equal(await focused.getAttribute('aria-label'), await hours.nth(-3).getAttribute('aria-label'));
    const outline = await focused.evaluate((it) => it.computedStyleMap().get('outline-style')?.toString());
    assert.notEqual(outline, 'none');
    await page.keyboard.press('Enter');
    await sentence('created ').waitFor();
    assert.equal(await focused.getAttribute('aria-pressed'), 'true', 'the keyboard stays on the bar');
    await page.keyboard.press('Enter');
    await shown.getByText('The tree shows all rooms. Select a bar').waitFor();
  });

  it('loads participants when told so, at a price that it names, and then tells who dropped', async () => {
    const button = shown.getByRole('button', { name: /^Load participants of/ });
    assert.match(await button.innerText(), /of \d+ rooms \(about \d+ requests\)/);
    await button.click();
    await shown.getByRole('main').getByText('Participants are known for all').waitFor();
    for (const title of ['SDK version', 'Platform', 'Browser', 'Edge location', 'Media region'])
      assert.ok((await chart(shown, title).getByRole('button').count()) > 1, title);
    await chart(shown, 'Error codes').getByRole('button').first().click();
    await sentence('error 5').waitFor();
  });

  it('is there again after a reload of the window, with the filter', async () => {
    const { page } = stage;
    await ended().first().click();
    await sentence('end reason: ').waitFor();
    await reloadWithPage(page, /webviewInput.*videoRooms\.overview/s, /"filter":{"facets":{"endReason":\[/);
    shown = webviewPage(page);
    await shown.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await groupRow(page, 'Completed').waitFor();
    await eventually(
      async () => (await ended().first().getAttribute('aria-pressed')) === 'true',
      'the bar is pressed',
    );
  });
});

describe('the overview of an account over the network', () => {
  let hold: Promise<void> | undefined;
  const stage = useStage({
    shared: true,
    settings: { 'videoRooms.refreshInterval': 0 },
    api: {
      size: 3000,
      intercept: async (request) => {
        if (request.url?.includes('/Participants')) await hold;
        return false;
      },
    },
  });

  before(() => signIn(stage.page));

  it('asks for nothing that it was not told to ask for', async () => {
    const { page, api } = stage;
    const asked = api.requests.length;
    const shown = await openOverview(page);
    await shown.getByRole('button', { name: /^Load participants of/ }).waitFor();
    assert.equal(api.requests.length, asked);
  });

  it('stops loading participants when told so, and keeps what has come', async () => {
    const { page, api } = stage;
    const shown = await openOverview(page);
    const held = Promise.withResolvers<void>();
    const offered = await shown.getByRole('button', { name: /^Load participants of/ }).innerText();
    const asked = api.requests.length;
    await shown.getByRole('button', { name: /^Load participants of/ }).click();
    await eventually(() => api.requests.length > asked + 10, 'participants are asked for');
    hold = held.promise;
    await shown.getByRole('progressbar').waitFor();
    await shot(page, 'overview loading');
    await shown.getByRole('button', { name: 'Cancel' }).click();
    held.resolve();
    hold = undefined;
    const button = shown.getByRole('button', { name: /^Load participants of/ });
    await button.waitFor();
    await eventually(async () => (await button.innerText()) !== offered, 'fewer rooms are left to load');
    await eventually(() => api.inFlight === 0, 'nothing is on its way');
  });

  it('follows the window, and has nothing to show of an account that signed out', async () => {
    const { page } = stage;
    const shown = await openOverview(page);
    await shown.getByRole('button', { name: 'Set Time Window' }).click();
    await choose(page, 'Last hour');
    await shown
      .getByRole('main')
      .getByText(/Last hour · all/)
      .waitFor();
    // The sign-out forgets the choice: the next suite, which signs in again, lists the last day.
    await runCommand(page, 'Video Rooms: Sign Out…');
    await modal(page).getByRole('button', { name: 'Sign Out' }).click();
    await shown.getByRole('heading', { name: 'Nobody is signed in' }).waitFor();
    await view(page).getByRole('button', { name: 'Explore Sample Rooms' }).waitFor();
    await shot(page, 'overview signed out');
    assert.deepEqual(await axeViolations(shown), []);
  });
});
