import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import type { RoomResource } from '../../src/sample/world/resources.ts';
import { answerChanged } from './steps/replies.ts';
import { property, type RoomPage, roomPage } from './steps/roomPage.ts';
import { signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { literally } from './steps/text.ts';
import { chooseFromMenu, clickRoom, row } from './steps/tree.ts';

const { dropped, duplicateIdentity, live } = sampleRooms;

/** The tabs of open rooms and documents, from left to right. */
function editorTabs(page: Page): Promise<string[]> {
  return page.locator('.part.editor').getByRole('tab').allInnerTexts();
}

describe('the room panel', () => {
  let endReason: string | undefined;
  const stage = useStage({
    settings: { 'videoRooms.times': 'utc' },
    // Far from UTC, so that a time in the machine's zone is seen to be one.
    env: { TZ: 'Asia/Tokyo' },
    api: {
      intercept: (request, response) => {
        const room = (one: RoomResource) => ({ ...one, ...(endReason && { end_reason: endReason }) });
        return answerChanged(stage.api, request, response, { room });
      },
    },
  });

  before(() => signIn(stage.page));

  it('opens when a room is clicked in the tree, with the room’s name as title', async () => {
    const { page } = stage;
    await clickRoom(page, dropped.name);
    await roomPage(page, dropped.name);
    assert.deepEqual(await editorTabs(page), [dropped.name]);
  });

  it('shows times in UTC when the setting says so, and their exact form on hover', async () => {
    const { page, api } = stage;
    const shown = await roomPage(page, dropped.name);
    const { created } = api.world.times(api.world.positionOf(dropped.sid) ?? -1);
    const { value } = await property(shown, 'create_time');
    const [hour = '', minute = ''] = new Date(created).toISOString().slice(11).split(':');
    assert.match(await value.innerText(), new RegExp(`, ${hour}:${minute}:\\d\\d UTC`));
    await value.getByText('UTC').hover();
    await shown.getByRole('tooltip').getByText(new Date(created).toISOString()).waitFor();
  });

  it('asks Twilio again when told to refresh, and shows what has changed', async () => {
    const shown = await roomPage(stage.page, dropped.name);
    endReason = 'something_new_at_twilio';
    await shown.getByRole('button', { name: 'Refresh' }).click();
    const { value } = await property(shown, 'end_reason');
    await value.getByText('Something new at twilio').waitFor();
  });

  it('is used again for the next room', async () => {
    const { page } = stage;
    await clickRoom(page, duplicateIdentity.name);
    await roomPage(page, duplicateIdentity.name);
    assert.deepEqual(await editorTabs(page), [duplicateIdentity.name]);
  });

  it('shows the next room from its top, however far the one before was scrolled', async () => {
    const { page } = stage;
    const before = await roomPage(page, duplicateIdentity.name);
    await before.getByRole('heading', { name: 'Participants' }).scrollIntoViewIfNeeded();
    await before.getByRole('columnheader').first().scrollIntoViewIfNeeded();
    const scrolled = (shown: RoomPage) => shown.locator('html').evaluate((root) => root.scrollTop);
    assert.ok((await scrolled(before)) > 0);
    await clickRoom(page, dropped.name);
    const after = await scrolled(await roomPage(page, dropped.name));
    await clickRoom(page, duplicateIdentity.name);
    await roomPage(page, duplicateIdentity.name);
    assert.equal(after, 0);
  });

  it('has a box for finding a text in it', async () => {
    // What is found cannot be tested: a headless browser's search finds nothing in any page.
    const { page } = stage;
    const shown = await roomPage(page, duplicateIdentity.name);
    await shown.getByRole('heading', { level: 2, name: 'Properties' }).click();
    await page.keyboard.press('ControlOrMeta+f');
    const find = page.locator('.simple-find-part.visible');
    await find.getByRole('textbox', { name: 'Find' }).fill('timeout');
    await page.keyboard.press('Escape');
    await find.waitFor({ state: 'hidden' });
  });

  it('stands beside a second one when a room is opened to the side', async () => {
    const { page } = stage;
    await chooseFromMenu(page, row(page, live.name), 'Open to the Side');
    await page.locator('.part.editor').getByRole('tab', { name: live.name }).waitFor();
    const groups = page.locator('.part.editor .editor-group-container');
    assert.equal(await groups.count(), 2);
    assert.deepEqual(await editorTabs(page), [duplicateIdentity.name, live.name]);
    const frames = page.locator('iframe.webview.ready');
    assert.equal(await frames.count(), 2);
    for (const name of [duplicateIdentity.name, live.name]) {
      const headings = await Promise.all(
        [0, 1].map((place) =>
          frames
            .nth(place)
            .contentFrame()
            .frameLocator('#active-frame')
            .getByRole('heading', { level: 1 })
            .innerText(),
        ),
      );
      assert.ok(headings.some((heading) => new RegExp(literally(name)).test(heading)));
    }
  });

  it('closes with its tab, and opens anew', async () => {
    const { page } = stage;
    for (const name of [live.name, duplicateIdentity.name]) {
      const tab = page.locator('.part.editor').getByRole('tab', { name });
      await tab.click({ button: 'middle' });
      await tab.waitFor({ state: 'detached' });
    }
    await clickRoom(page, live.name);
    const shown = await roomPage(page, live.name);
    await shown.getByText('In progress').first().waitFor();
    await shown.getByText(/^Live since .* so far$/).waitFor();
  });
});
