import assert from 'node:assert/strict';
import { shot } from '../host/screenshots.ts';
import { runCommand } from '../host/workbench.ts';
import { basic, sampleAccounts } from '../sampleServer/accounts.ts';
import { eventually } from './steps/eventually.ts';
import { refusal, refuseSecrets } from './steps/keyring.ts';
import { loggedErrors } from './steps/log.ts';
import { modal, notification } from './steps/notifications.ts';
import { closed, quickInput } from './steps/quickInput.ts';
import { beginSignIn, enterSecret, enterSid, signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { groupRow, view } from './steps/tree.ts';

const { apiKey } = sampleAccounts;

describe('a machine whose secret storage refuses', () => {
  const stage = useStage({ shared: true, settings: { 'videoRooms.refreshInterval': 0 } });
  const question = () => modal(stage.page).filter({ hasText: 'The secret cannot be stored on this machine' });
  const refusals = () => loggedErrors(stage).filter((line) => line.includes(refusal)).length;
  const signedOut = () => view(stage.page).getByRole('button', { name: 'Explore Sample Rooms' }).waitFor();

  /** Until it is asked what to do without. */
  async function trySignIn(): Promise<void> {
    const { page } = stage;
    await beginSignIn(page);
    await enterSid(page, apiKey.username);
    await enterSecret(page, apiKey.password);
    await question().waitFor();
  }

  /** What failed is in the log, and nothing of it came up by itself, in the words of a machine. */
  async function isSaidInWords(before: number): Promise<void> {
    await eventually(() => refusals() > before, 'the log has the failure');
    assert.equal(await notification(stage.page, refusal).count(), 0);
  }

  afterEach(async () => {
    await refuseSecrets(stage.page);
    await runCommand(stage.page, 'Notifications: Clear All Notifications');
  });

  it('signs nobody in who does not want to do without', async () => {
    const { page } = stage;
    await refuseSecrets(page, 'store');
    await trySignIn();
    await shot(page, 'no keyring');
    await question().getByRole('button', { name: 'Cancel' }).click();
    await signedOut();
    await isSaidInWords(0);
  });

  it('signs in for this session only, says so, and forgets at the end', async () => {
    const { page, api } = stage;
    await refuseSecrets(page, 'store');
    await trySignIn();
    await question().getByRole('button', { name: 'Sign In for This Session Only' }).click();
    await groupRow(page, 'Completed').waitFor();
    const asked = api.requests.filter(({ headers }) => headers.authorization === basic(apiKey));
    assert.ok(asked.length > 1);
    await runCommand(page, 'Video Rooms: Switch Account…');
    await quickInput(page).getByRole('option', { name: 'active · this session only' }).waitFor();
    await shot(page, 'this session only');
    await page.keyboard.press('Escape');
    await closed(page);
    await runCommand(page, 'Video Rooms: Sign Out…');
    await modal(page).getByText(`The secret of ${apiKey.username} is removed from memory.`).waitFor();
    await modal(page).getByRole('button', { name: 'Sign Out' }).click();
    await signedOut();
  });

  it('says that accounts are missing where they cannot be read, and lets the active one be left', async () => {
    const { page } = stage;
    await signIn(page);
    const before = refusals();
    await refuseSecrets(page, 'get');
    await runCommand(page, 'Video Rooms: Switch Account…');
    await notification(
      page,
      'The secret storage cannot be read, so the accounts stored there are missing',
    ).waitFor();
    // The active one is known all the same.
    await quickInput(page).getByRole('option', { name: 'active' }).waitFor();
    await shot(page, 'accounts not readable');
    await page.keyboard.press('Escape');
    await closed(page);
    await isSaidInWords(before);
    await refuseSecrets(page, 'get', 'delete');
    await runCommand(page, 'Video Rooms: Sign Out…');
    await modal(page).getByRole('button', { name: 'Sign Out' }).click();
    await notification(page, 'but its secret could not be deleted from the secret storage').waitFor();
    await signedOut();
    await shot(page, 'secret not deleted');
    assert.equal(await notification(page, refusal).count(), 0);
  });
});
