import assert from 'node:assert/strict';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { runCommand } from '../host/workbench.ts';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { modal } from './steps/notifications.ts';
import { roomPage } from './steps/roomPage.ts';
import { exploreSample, signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { clickRoom, groupRow, rooms, row, toggle, view } from './steps/tree.ts';

const { dropped, duplicateIdentity } = sampleRooms;

describe('signing out', () => {
  const stage = useStage({ shared: true });
  before(async () => {
    await signIn(stage.page);
    await clickRoom(stage.page, dropped.name);
    await roomPage(stage.page, dropped.name);
  });

  it('asks first, and changes nothing when it is cancelled', async () => {
    const { page } = stage;
    await runCommand(page, 'Video Rooms: Sign Out…');
    await modal(page)
      .getByText(/^Sign out of “Account …[0-9a-f]{4}”\?$/)
      .waitFor();
    const { username } = sampleAccounts.apiKey;
    await modal(page).getByText(`The secret of ${username} is deleted from this machine.`).waitFor();
    await modal(page).getByRole('button', { name: 'Cancel' }).click();
    await modal(page).waitFor({ state: 'detached' });
    await groupRow(page, 'Completed').waitFor();
    await roomPage(page, dropped.name);
  });

  it('empties the view and closes the room, and asks the API nothing more', async () => {
    const { page, api } = stage;
    await runCommand(page, 'Video Rooms: Sign Out…');
    await modal(page).getByRole('button', { name: 'Sign Out' }).click();
    await view(page).getByRole('button', { name: 'Explore Sample Rooms' }).waitFor();
    const before = api.requests.length;
    await groupRow(page, 'Completed').waitFor({ state: 'detached' });
    await page.locator('iframe.webview').waitFor({ state: 'detached' });
    assert.equal(await page.locator('.part.editor').getByRole('tab').count(), 0);
    assert.equal(api.inFlight, 0);
    assert.equal(api.requests.length, before);
  });

  it('leaves the sample rooms, which work without a request', async () => {
    const { page, api } = stage;
    const before = api.requests.length;
    await exploreSample(page);
    await view(page)
      .getByText(/^Sample · Last 24 hours · \d+ rooms$/)
      .filter({ visible: true })
      .waitFor();
    await clickRoom(page, dropped.name);
    const shown = await roomPage(page, dropped.name);
    await shown.getByRole('button', { name: 'Refresh' }).click();
    await toggle(row(page, duplicateIdentity.name));
    await rooms(page).locator('[aria-level="3"]').first().waitFor();
    assert.equal(api.requests.length, before);
  });

  it('of the sample rooms asks nothing, for nothing is lost', async () => {
    const { page } = stage;
    await runCommand(page, 'Video Rooms: Sign Out…');
    await view(page).getByRole('button', { name: 'Explore Sample Rooms' }).waitFor();
    await page.locator('iframe.webview').waitFor({ state: 'detached' });
  });
});
