import assert from 'node:assert/strict';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { webviewPage } from '../host/workbench.ts';
import { reloadWithPage } from './steps/reload.ts';
import { roomPage } from './steps/roomPage.ts';
import { exploreSample, signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { clickRoom, groupRow, view } from './steps/tree.ts';

describe('after a reload of the window', () => {
  const stage = useStage({ shared: true });
  const { dropped } = sampleRooms;

  it('the sample account is still signed in and the panel shows its room again', async () => {
    const { page, api } = stage;
    await exploreSample(page);
    await clickRoom(page, dropped.name);
    await roomPage(page, dropped.name);
    await reloadWithPage(page, dropped.sid);
    await roomPage(page, dropped.name);
    await page.locator('.part.editor').getByRole('tab', { name: dropped.name }).waitFor();
    await groupRow(page, 'Completed').waitFor();
    assert.deepEqual(api.requests, []);
  });

  it('an account whose secret is gone has to sign in again, and its room says so', async () => {
    // The secret storage of a VS Code in the browser is in memory: a reload empties it.
    const { page, api } = stage;
    await signIn(page);
    await clickRoom(page, dropped.name);
    await roomPage(page, dropped.name);
    const before = api.requests.length;
    await reloadWithPage(page, dropped.sid);
    await view(page).getByRole('button', { name: 'Sign In', exact: true }).waitFor();
    const shown = webviewPage(page);
    await shown.getByRole('heading', { level: 1, name: 'Nobody is signed in' }).waitFor();
    await shown.getByRole('button', { name: 'Sign In' }).waitFor();
    assert.equal(api.requests.length, before);
  });
});
