import assert from 'node:assert/strict';
import { runCommand } from '../host/workbench.ts';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { answerField, closed, message, quickInput, typeAnswer } from './steps/quickInput.ts';
import { beginSignIn, chooseWay, enterSecret, enterSid, nameAccount } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { groupRow, view, viewMessageOf } from './steps/tree.ts';

const { apiKey, authToken, forbidden, suspended } = sampleAccounts;

describe('signing in', () => {
  const stage = useStage({ shared: true });

  /** Signs in and gives up after the message that begins so; returns the message. */
  async function refusal(account: { username: string; password: string }, title: string): Promise<string> {
    const { page } = stage;
    await beginSignIn(page);
    await enterSid(page, account.username);
    await enterSecret(page, account.password);
    const shown = await message(page, title).innerText();
    await page.keyboard.press('Escape');
    await closed(page);
    return shown;
  }

  it('is offered by the empty view, which asks for the way to sign in', async () => {
    const { page } = stage;
    await view(page).getByRole('button', { name: 'Sign In', exact: true }).click();
    const choices = quickInput(page).getByRole('option');
    await choices.filter({ hasText: 'Environment variables' }).waitFor();
    assert.equal(await choices.count(), 5);
    assert.match(await choices.first().innerText(), /API key\s*recommended/);
    await page.keyboard.press('Escape');
    await closed(page);
  });

  it('says while it is typed that an account SID is no API key', async () => {
    const { page } = stage;
    await beginSignIn(page);
    await typeAnswer(page, 'SK0');
    await message(page, 'SID of the API key').waitFor();
    await typeAnswer(page, 'AC0');
    await message(page, 'This is an Account SID.').waitFor();
    await page.keyboard.press('Enter');
    await message(page, 'This is an Account SID.').waitFor();
    await page.keyboard.press('Escape');
    await closed(page);
  });

  it('hides the secret', async () => {
    const { page } = stage;
    await beginSignIn(page);
    assert.equal(await answerField(page).getAttribute('type'), 'text');
    await enterSid(page, apiKey.username);
    assert.equal(await answerField(page).getAttribute('type'), 'password');
    await page.keyboard.press('Escape');
    await closed(page);
  });

  it('tells a wrong secret, a restricted key, a suspended account and a dead network apart', async () => {
    const wrong = await refusal({ ...apiKey, password: 'not the secret' }, 'Twilio refused the credentials.');
    assert.match(wrong, /Sign in again.*\(status 401, code 20003/);

    const restricted = await refusal(forbidden, 'Twilio did not authorize the request.');
    assert.match(restricted, /lacks the permission for Video Insights.*\(status 403, code 70051/);

    const stopped = await refusal(suspended, 'The Twilio account is not active.');
    assert.match(stopped, /status and balance in Twilio Console/);

    await stage.stopApi();
    const down = await refusal(apiKey, 'Twilio cannot be reached.');
    assert.match(down, /Check the network connection/);
    await stage.startApi();

    await view(stage.page).getByRole('button', { name: 'Sign In', exact: true }).waitFor();
  });

  it('lists the rooms of a good key, whose secret was pasted with spaces around it', async () => {
    const { page } = stage;
    await beginSignIn(page);
    await enterSid(page, ` ${apiKey.username} `);
    await enterSecret(page, `  ${apiKey.password} `);
    await closed(page);
    await groupRow(page, 'Completed').waitFor();
    await groupRow(page, 'In progress').waitFor();
  });

  it('takes an account SID with its auth token too, and asks for a name to tell it from the other', async () => {
    const { page, api } = stage;
    const before = api.requests.length;
    await runCommand(page, 'Video Rooms: Sign In…');
    await chooseWay(page, 'Account SID and Auth Token');
    await enterSid(page, authToken.username, 'Account SID and Auth Token');
    assert.equal(await answerField(page).getAttribute('type'), 'password');
    await enterSecret(page, authToken.password);
    await nameAccount(page, 'By token');
    await closed(page);
    await viewMessageOf(page, 'By token').waitFor();
    await groupRow(page, 'Completed').waitFor();
    const basic = `Basic ${btoa(`${authToken.username}:${authToken.password}`)}`;
    assert.ok(api.requests.slice(before).every(({ headers }) => headers.authorization === basic));
    assert.ok(api.requests.length > before);
  });
});
