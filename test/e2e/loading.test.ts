import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { shot } from '../host/screenshots.ts';
import { webviewPage } from '../host/workbench.ts';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { closed } from './steps/quickInput.ts';
import { beginSignIn, enterSecret, enterSid } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { clickRoom, groupRow, view } from './steps/tree.ts';

const { dropped } = sampleRooms;

describe('a list that takes long', () => {
  let held = true;
  const participants = Promise.withResolvers<void>();
  // The one cheap request of the sign-in is answered; the list is not, as long as it is held.
  const stage = useStage({
    shared: true,
    api: {
      intercept: async ({ url }) => {
        if (url?.includes('/Participants')) await participants.promise;
        return held && url?.includes('PageSize=1000') === true;
      },
    },
  });

  it('says that rooms are loading, and offers to cancel', async () => {
    const { page } = stage;
    const { username, password } = sampleAccounts.apiKey;
    await beginSignIn(page);
    await enterSid(page, username);
    await enterSecret(page, password);
    await closed(page);
    await view(page).getByText('Loading rooms…').waitFor();
    await view(page).getByRole('button', { name: 'Cancel' }).waitFor();
  });

  it('says so when it was cancelled, and is listed when asked again', async () => {
    const { page } = stage;
    await view(page).getByRole('button', { name: 'Cancel' }).click();
    await view(page).getByText('The list was cancelled before any room came.').waitFor();
    held = false;
    await view(page).getByRole('button', { name: 'Refresh' }).last().click();
    await groupRow(page, 'Completed').waitFor();
  });

  it('keeps a place for what happened in a room while its participants come', async () => {
    const { page } = stage;
    await clickRoom(page, dropped.name);
    const shown = webviewPage(page);
    const happened = shown.locator('section', {
      has: shown.getByRole('heading', { level: 2, name: 'What happened' }),
    });
    await happened.getByText('Loading…', { exact: true }).waitFor();
    await shown.getByRole('heading', { level: 2, name: 'Properties' }).waitFor();
    await shot(page, 'room loading');
    participants.resolve();
    await happened.getByText('Loading…', { exact: true }).waitFor({ state: 'detached' });
    await happened.getByText(/^2 people/).waitFor();
  });
});
