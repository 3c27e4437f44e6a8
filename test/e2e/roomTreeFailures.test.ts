import assert from 'node:assert/strict';
import { shot } from '../host/screenshots.ts';
import { runCommand } from '../host/workbench.ts';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { eventually } from './steps/eventually.ts';
import { askedWindow } from './steps/expected.ts';
import { choose } from './steps/quickInput.ts';
import { answerFailure } from './steps/replies.ts';
import { beginSignIn, enterSecret, enterSid } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { groupRow, pressViewButton, row, rowNames, view } from './steps/tree.ts';

describe('a list that is empty or fails', () => {
  /** What the API answers to the list: nothing at all, a failure, or the rooms. The way to sign in stays open. */
  let lists: 'empty' | 'failing' | 'good' = 'empty';
  const stage = useStage({
    shared: true,
    api: {
      intercept: (request, response) => {
        const tryOut = request.url?.includes('PageSize=1&') || request.url?.endsWith('PageSize=1');
        if (tryOut || lists === 'good') return false;
        if (lists === 'failing') return answerFailure(response);
        return answerNoRooms(response);
      },
    },
  });

  function answerNoRooms(response: Parameters<typeof answerFailure>[0]): true {
    const meta = { page: 0, page_size: 50, next_page_url: null, key: 'rooms' };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ meta, rooms: [] }));
    return true;
  }

  async function enterCredentials(): Promise<void> {
    const { username, password } = sampleAccounts.apiKey;
    await beginSignIn(stage.page);
    await enterSid(stage.page, username);
    await enterSecret(stage.page, password);
  }

  it('says that the window holds no rooms, why that may be and what can be done', async () => {
    const { page } = stage;
    await enterCredentials();
    await view(page).getByText('No rooms were created in the last 24 hours.').waitFor();
    await view(page)
      .getByText(/lists a room up to 30 minutes after it has ended/)
      .waitFor();
    for (const name of ['Set Time Window', 'Refresh', 'Open Room by SID'])
      await view(page).getByRole('button', { name, exact: true }).filter({ visible: true }).last().waitFor();
    await shot(page, 'tree empty');
  });

  it('names the window that was chosen', async () => {
    const { page } = stage;
    await view(page).locator('.welcome-view').getByRole('button', { name: 'Set Time Window' }).click();
    await choose(page, 'Last 7 days');
    await view(page).getByText('No rooms were created in the last 7 days.').waitFor();
    const days = () => {
      const { after, before } = askedWindow(stage.api);
      return (before - after) / (24 * 3_600_000);
    };
    await eventually(() => days() === 7, 'a request for seven days');
    // The choice is kept for the account, and the next suite signs in to it again.
    await view(page).locator('.welcome-view').getByRole('button', { name: 'Set Time Window' }).click();
    await choose(page, 'Last 24 hours');
    await view(page).getByText('No rooms were created in the last 24 hours.').waitFor();
  });

  it('shows a failure with its next steps where there are no rooms', async () => {
    const { page } = stage;
    lists = 'failing';
    await view(page).locator('.welcome-view').getByRole('button', { name: 'Refresh' }).click();
    await row(page, 'Twilio’s service failed').waitFor();
    await row(page, 'Retry').waitFor();
    await row(page, 'Show Log').waitFor();
    await shot(page, 'tree failing');
  });

  it('shows the log, which names the failure', async () => {
    const { page } = stage;
    await row(page, 'Show Log').click();
    await page
      .locator('.part.panel')
      .getByText(/serverFailed.*\/v1\/Video\/Rooms/)
      .first()
      .waitFor();
    await runCommand(page, 'View: Toggle Panel Visibility');
  });

  it('lists the rooms when it is told to retry and the service is back', async () => {
    const { page } = stage;
    lists = 'good';
    await row(page, 'Retry').click();
    await groupRow(page, 'Completed').waitFor();
    await row(page, 'Twilio’s service failed').waitFor({ state: 'detached' });
  });

  it('keeps the rooms when a refresh fails, and says that they are not up to date', async () => {
    const { page } = stage;
    const firstRooms = async () => {
      const names = (await rowNames(page, 2)).filter((name) => / participants?$/.test(name));
      return names.slice(0, 10).map((name) => name.split(', ')[0]);
    };
    const before = await firstRooms();
    await stage.stopApi();
    await pressViewButton(page, 'Refresh');
    const failure = row(page, 'Twilio cannot be reached');
    await failure.getByText('not up to date').waitFor();
    await view(page)
      .getByText(/^⚠ Twilio cannot be reached · .* rooms, not up to date$/)
      .filter({ visible: true })
      .waitFor();
    assert.deepEqual(await firstRooms(), before);
    assert.equal(before.length, 10);
    await shot(page, 'tree failing with rooms');
    await pressViewButton(page, 'Retry');
    await failure.getByText('not up to date').waitFor();
    await stage.startApi();
    await row(page, 'Retry').click();
    await failure.waitFor({ state: 'detached' });
    await view(page).getByRole('button', { name: 'Refresh', exact: true }).waitFor();
  });
});
