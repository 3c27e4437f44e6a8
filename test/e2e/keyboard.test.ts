import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { webviewPage } from '../host/workbench.ts';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { copiedBy } from './steps/clipboard.ts';
import { eventually } from './steps/eventually.ts';
import { offeredPath } from './steps/files.ts';
import {
  backToTree,
  command,
  enterPath,
  intoPage,
  tabTo,
  take,
  takeFromMenu,
  typeInBox,
  walkTo,
} from './steps/keyboard.ts';
import { notification } from './steps/notifications.ts';
import { askedFor, closed, quickInput } from './steps/quickInput.ts';
import { roomPage } from './steps/roomPage.ts';
import { useStage } from './steps/stage.ts';
import { groupRow, rooms, row, view } from './steps/tree.ts';

const { dropped, duplicateIdentity } = sampleRooms;

/** From a fresh window to the end: nothing here is clicked, hovered or given the focus but by keys. */
describe('everything, by keyboard alone', () => {
  let broken = false;
  const stage = useStage({
    untouched: true,
    settings: { 'videoRooms.refreshInterval': 0 },
    viewport: { width: 1440, height: 1200 },
    api: {
      intercept: (_, response) => {
        if (!broken) return false;
        response.writeHead(400, { 'content-type': 'application/json' });
        response.end('{"code":20001,"message":"Not today","status":400}');
        return true;
      },
    },
  });
  const shown = () => webviewPage(stage.page);
  const said = (part: string | RegExp) => view(stage.page).getByText(part).filter({ visible: true }).first();
  /** Somebody in the room that dropped. */
  let somebody = '';

  it('finds the view in the palette, and begins with sample rooms', async () => {
    const { page } = stage;
    await command(page, 'Video Rooms: Focus on Rooms View');
    await view(page).getByRole('button', { name: 'Explore Sample Rooms' }).waitFor();
    await tabTo(page, page, '.monaco-button:has-text("Explore Sample Rooms")');
    await page.keyboard.press('Enter');
    await groupRow(page, 'Completed').waitFor();
  });

  it('walks the tree, expands a room and opens it, and stays in the tree', async () => {
    const { page } = stage;
    await command(page, 'Video Rooms: Focus on Rooms View');
    await walkTo(page, dropped.name);
    await page.keyboard.press('Enter');
    await roomPage(page, dropped.name);
    await page.locator('.monaco-list:focus[aria-label="Rooms"]').waitFor();
    await page.keyboard.press('ArrowRight');
    await row(page, dropped.name).and(page.locator('[aria-expanded=true]')).waitFor();
    await rooms(page).locator('[role=treeitem][aria-level="3"]').first().waitFor();
    await page.keyboard.press('ArrowRight');
    const focused = rooms(page).locator('.monaco-list-row.focused[aria-level="3"]');
    const name = (await focused.getAttribute('aria-label')) ?? '';
    // Space opens what has nothing to expand, as everywhere in VS Code.
    await page.keyboard.press('Space');
    const heading = shown().locator('.details h2');
    await heading.waitFor();
    [somebody = ''] = name.split(',', 1);
    assert.ok(somebody && (await heading.innerText()).includes(somebody), name);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Space');
    await row(page, dropped.name).and(page.locator('[aria-expanded=false]')).waitFor();
  });

  it('goes into the panel, copies, and follows a finding into the timeline', async () => {
    const { page } = stage;
    await intoPage(page, shown());
    const copied = await copiedBy(page, async () => {
      await tabTo(page, shown(), 'button:has-text("Copy JSON")');
      await page.keyboard.press('Enter');
    });
    assert.equal(JSON.parse(copied).room_sid, dropped.sid);
    await shown()
      .locator('[role=status]')
      .getByText(/Copied$/)
      .waitFor();
    await tabTo(page, shown(), 'button:has-text("Show in the timeline")');
    await page.keyboard.press('Enter');
    await shown().locator('[role=option]:focus').waitFor();
    await page.keyboard.press('Enter');
    await shown().locator('.details h2:focus').waitFor();
    await page.keyboard.press('Escape');
    await shown().locator('[role=option]:focus').waitFor();
  });

  it('chooses in the table, closes the details, and goes back to the tree', async () => {
    const { page } = stage;
    await tabTo(page, shown(), 'table [tabindex="0"]');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await shown().locator('.details h2:focus').waitFor();
    await tabTo(page, shown(), '.details button[aria-label="Close"]');
    await page.keyboard.press('Enter');
    await shown().locator('.details').waitFor({ state: 'detached' });
    await shown().locator('tbody [tabindex="0"]:focus').waitFor();
    await backToTree(page);
  });

  it('opens the menu of a row with Shift+F10 and with the menu key', async () => {
    const { page } = stage;
    await walkTo(page, dropped.name);
    const copied = await copiedBy(page, () => takeFromMenu(page, 'Shift+F10', 'Copy SID'));
    assert.equal(copied, dropped.sid);
    await backToTree(page);
    await takeFromMenu(page, 'ContextMenu', 'Compare Rooms…');
    await typeInBox(page, duplicateIdentity.name);
    await take(page, duplicateIdentity.name);
    await shown().getByRole('table').waitFor();
    await intoPage(page, shown());
    await tabTo(page, shown(), 'button:has-text("Compare JSON")');
    await tabTo(page, shown(), '[role=rowheader] button');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('.part.editor .monaco-diff-editor').waitFor();
  });

  it('filters, sets the window of time, and finds a person', async () => {
    const { page } = stage;
    await command(page, 'Video Rooms: Filter Rooms…');
    await quickInput(page).getByText('Filter Rooms: ').waitFor();
    await typeInBox(page, 'okafor');
    await take(page, 'Name or SID contains “okafor”');
    await said(/“okafor” · \d+ of/).waitFor();
    await quickInput(page)
      .getByText(/Filter Rooms: \d+ of/)
      .waitFor();
    await page.keyboard.press('Escape');
    await closed(page);
    await command(page, 'Video Rooms: Clear Filter');
    await command(page, 'Video Rooms: Set Time Window…');
    await take(page, 'Last 3 days');
    await said(/Last 3 days · /).waitFor();
    await command(page, 'Video Rooms: Find Participant…');
    await quickInput(page).getByPlaceholder('A part of the identity').waitFor();
    await typeInBox(page, somebody);
    await take(page, somebody);
    await closed(page);
    await shown().locator('.details h2').getByText(somebody).waitFor();
  });

  it('signs in, saves a room and opens it from the message', async () => {
    const { page, api } = stage;
    await command(page, 'Video Rooms: Sign In…');
    await take(page, 'API key');
    await askedFor(page, 'SID of the API key');
    await typeInBox(page, sampleAccounts.apiKey.username);
    await page.keyboard.press('Enter');
    await askedFor(page, 'Secret of the API key');
    await typeInBox(page, sampleAccounts.apiKey.password);
    await page.keyboard.press('Enter');
    await closed(page);
    await eventually(() => api.requests.length > 0 && api.inFlight === 0, 'the rooms are listed');
    await groupRow(page, 'Completed').waitFor();
    await command(page, 'Video Rooms: Focus on Rooms View');
    await walkTo(page, dropped.name);
    await takeFromMenu(page, 'Shift+F10', 'Save Room…');
    await offeredPath(page, '.video-room.json');
    const path = join(stage.workspacePath, 'kept.video-room.json');
    await typeInBox(page, path);
    await enterPath(page);
    await eventually(() => existsSync(path), 'the room was saved');
    await notification(page, 'saved, with').waitFor();
    await command(page, 'Notifications: Focus Notification Toast');
    await tabTo(page, page, '.notification-toast .monaco-button:has-text("Open")');
    await page.keyboard.press('Enter');
    await shown()
      .getByText(/^Saved on .*; not live$/)
      .waitFor();
    await intoPage(page, shown());
    await tabTo(page, shown(), 'button:has-text("Copy Report")');
  });

  it('reads what failed in the tree, and tries again there', async () => {
    const { page } = stage;
    broken = true;
    await command(page, 'Video Rooms: Refresh');
    await row(page, 'Retry').first().waitFor();
    broken = false;
    await command(page, 'Video Rooms: Focus on Rooms View');
    const failure = rooms(page).locator('[role=treeitem][aria-level="1"]').first();
    assert.match((await failure.getAttribute('aria-label')) ?? '', /^[^,]+\. .+/);
    await walkTo(page, 'Retry');
    await page.keyboard.press('Enter');
    await row(page, 'Retry').waitFor({ state: 'detached' });
  });

  it('goes from the status bar to the rooms, and switches the account', async () => {
    const { page } = stage;
    await command(page, 'View: Focus Status Bar');
    const item = page.locator('.part.statusbar [aria-label^="Twilio Video:"]');
    for (let step = 0; step < 30 && (await item.and(page.locator(':focus')).count()) === 0; step++)
      await page.keyboard.press('ArrowRight');
    await item.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.monaco-list:focus[aria-label="Rooms"]').waitFor();
    await command(page, 'Video Rooms: Switch Account…');
    await quickInput(page).getByRole('option').first().waitFor();
    await take(page, 'Sample rooms');
    await closed(page);
    await page.locator('.part.statusbar [aria-label^="Twilio Video: Sample rooms"]').first().waitFor();
  });
});
