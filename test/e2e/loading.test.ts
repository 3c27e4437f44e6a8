import { sampleAccounts } from '../sampleServer/accounts.ts';
import { closed } from './steps/quickInput.ts';
import { beginSignIn, enterSecret, enterSid } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { groupRow, view } from './steps/tree.ts';

describe('a list that takes long', () => {
  let held = true;
  // The one cheap request of the sign-in is answered; the list is not, as long as it is held.
  const stage = useStage({
    api: { intercept: ({ url }) => held && url?.includes('PageSize=1000') === true },
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
});
