import assert from 'node:assert/strict';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { runCommand, webviewPage } from '../host/workbench.ts';
import { eventually } from './steps/eventually.ts';
import { crashExtensions } from './steps/freeze.ts';
import { openOverview } from './steps/overview.ts';
import { roomPage } from './steps/roomPage.ts';
import { exploreSample } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { clickRoom } from './steps/tree.ts';

const disconnected = 'This page gets no reply from the extension';
/** A page checks every 20 seconds whether its host replies, and waits 10 seconds for it. */
const noticed = { timeout: 45_000 };

describe('after a crash of the extension host', () => {
  const stage = useStage({ shared: 'takes' });
  const { dropped } = sampleRooms;

  const tab = (name: string) => stage.page.locator('.part.editor').getByRole('tab', { name });
  const alert = () => webviewPage(stage.page).getByRole('alert').filter({ hasText: disconnected });

  before(() => exploreSample(stage.page));

  it('the page of a room says that it is not connected, and is opened again in its place', async () => {
    const { page } = stage;
    await clickRoom(page, dropped.name);
    await roomPage(page, dropped.name);
    await crashExtensions(stage.server);
    await alert().waitFor(noticed);
    await alert().getByRole('link', { name: 'Open Again' }).click();
    await alert().waitFor({ state: 'detached' });
    const shown = await roomPage(page, dropped.name);
    await eventually(async () => (await tab(dropped.name).count()) === 1, 'there is one tab of the room');
    await shown.getByRole('button', { name: 'Refresh', exact: true }).click();
    await roomPage(page, dropped.name);
    assert.equal(await alert().count(), 0);
  });

  it('the overview does so too, and no room stays on the screen when its account signs out', async () => {
    const { page } = stage;
    await clickRoom(page, dropped.name);
    await roomPage(page, dropped.name);
    await openOverview(page);
    await crashExtensions(stage.server);
    await alert().waitFor(noticed);
    await alert().getByRole('link', { name: 'Open Again' }).click();
    await alert().waitFor({ state: 'detached' });
    await eventually(async () => (await tab('Rooms Overview').count()) === 1, 'there is one overview');
    assert.equal(await tab(dropped.name).count(), 1, 'the page of the room has no extension host');
    await runCommand(page, 'Video Rooms: Sign Out…');
    await eventually(async () => (await tab(dropped.name).count()) === 0, 'the tab of the room is closed');
    await webviewPage(page).getByRole('heading', { name: 'Nobody is signed in' }).waitFor();
  });
});
