import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { copiedBy } from './steps/clipboard.ts';
import { type RoomPage, roomPage } from './steps/roomPage.ts';
import { exploreSample } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { row } from './steps/tree.ts';

const { dropped } = sampleRooms;

/** Presses Tab until the focus is on what answers to `matches`; a round through the page has far fewer stops. */
async function tabTo(page: Page, shown: RoomPage, matches: string): Promise<void> {
  for (let stop = 0; stop < 150; stop++) {
    await page.keyboard.press('Tab');
    if ((await shown.locator(`${matches}:focus`).count()) > 0) return;
  }
  assert.fail(`Tab does not reach ${matches}.`);
}

describe('the room panel, by keyboard alone', () => {
  const stage = useStage({ shared: true });
  let shown: RoomPage;

  before(async () => {
    const { page } = stage;
    await exploreSample(page);
    await row(page, dropped.name ?? '').click();
    shown = await roomPage(page, dropped.name);
    await shown.getByRole('heading', { level: 1 }).focus();
  });

  it('copies the JSON', async () => {
    const { page } = stage;
    const copied = await copiedBy(page, async () => {
      await tabTo(page, shown, 'button:has-text("Copy JSON")');
      await page.keyboard.press('Enter');
    });
    assert.equal(JSON.parse(copied).room_sid, dropped.sid);
  });

  it('chooses a stay in the timeline, and closes its details', async () => {
    const { page } = stage;
    await tabTo(page, shown, '[role=option]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await shown.locator('.details h2:focus').waitFor();
    await page.keyboard.press('Escape');
    await shown.locator('.details').waitFor({ state: 'detached' });
    await shown.locator('[role=option]:focus').waitFor();
  });

  it('walks through the table of participants and copies a value', async () => {
    const { page } = stage;
    await tabTo(page, shown, 'table [tabindex="0"]');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    const name = await shown.locator('tbody td').first().innerText();
    const copied = await copiedBy(page, () => page.keyboard.press('Enter'));
    assert.equal(copied, name.trim());
    await page.keyboard.press('ArrowRight');
    await shown.locator('tbody tr:first-child td:nth-child(2):focus').waitFor();
  });

  it('explains a property and copies its value', async () => {
    const { page } = stage;
    await tabTo(page, shown, 'dt button:has-text("Room SID")');
    await shown.getByText('Identifies the room at Twilio.').filter({ visible: true }).first().waitFor();
    const copied = await copiedBy(page, async () => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    });
    assert.equal(copied, dropped.sid);
  });
});
