import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { temporaryFolder } from '../host/folders.ts';
import { shot } from '../host/screenshots.ts';
import { runCommand } from '../host/workbench.ts';
import { basic, sampleAccounts } from '../sampleServer/accounts.ts';
import { modal, notification } from './steps/notifications.ts';
import { answerField, choose, closed, message, quickInput, typeAnswer } from './steps/quickInput.ts';
import { roomPage } from './steps/roomPage.ts';
import { beginSignIn, chooseWay, enterSecret, enterSid, nameAccount, signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { chooseFromViewMenu, clickRoom, groupRow, view, viewMessageOf } from './steps/tree.ts';

const { apiKey, authToken, otherAccount } = sampleAccounts;
const { dropped } = sampleRooms;

const cli = await temporaryFolder('twilio-cli');
const cliFile = join(cli.path, 'config.json');

describe('going from account to account', () => {
  const stage = useStage({ env: { TWILIO_CONFIG_DIR: cli.path } });

  after(cli.remove);

  /** The row of an account in the open list. */
  function offered(name: string): Locator {
    return quickInput(stage.page).getByRole('option').filter({ hasText: name });
  }

  /** The name that the first account has got. */
  const first = () => `Account …${stage.api.world.accountSid.slice(-4)}`;

  async function openList(): Promise<void> {
    await runCommand(stage.page, 'Video Rooms: Switch Account…');
    await offered('Sign In').waitFor();
  }

  /** Presses a button in the row of an account. */
  async function press(name: string, button: string): Promise<void> {
    await offered(name).hover();
    await offered(name).getByRole('button', { name: button }).click();
  }

  before(async () => {
    await signIn(stage.page, apiKey);
  });

  it('begins with a second account, which is told from the first by a name', async () => {
    const { page } = stage;
    await beginSignIn(page);
    await enterSid(page, otherAccount.username);
    await enterSecret(page, otherAccount.password);
    await message(page, 'A name to identify this account').waitFor();
    assert.match(await answerField(page).inputValue(), /^Account …[0-9a-f]{4}$/);
    await typeAnswer(page, 'Sample rooms');
    await message(page, 'Another account has this name.').waitFor();
    await typeAnswer(page, 'Other customer');
    await page.keyboard.press('Enter');
    await closed(page);
    await viewMessageOf(page, 'Other customer').waitFor();
  });

  it('shows all accounts with kind, SID and address, and which one is active', async () => {
    const { page } = stage;
    await openList();
    const text = await offered('Other customer').innerText();
    assert.ok(text.includes('active'), text);
    assert.ok(text.includes(otherAccount.username), text);
    assert.ok(text.includes(stage.api.url), text);
    assert.ok((await offered(apiKey.username).innerText()).includes(stage.api.world.accountSid));
    await offered('Sample rooms').waitFor();
    await offered('Sign In to Another Account…').waitFor();
    for (const theme of ['light', 'dark', 'highContrast'] as const) {
      await page.keyboard.press('Escape');
      await stage.setTheme(theme);
      await openList();
      await shot(page, `switch account ${theme}`);
    }
    await page.keyboard.press('Escape');
    await closed(page);
  });

  it('by mouse: closes the room of the account before, and asks with the other key alone', async () => {
    const { page, api } = stage;
    await clickRoom(page, dropped.name);
    await roomPage(page, dropped.name);
    const before = api.requests.length;
    await chooseFromViewMenu(page, 'Switch Account…');
    await offered(apiKey.username).click();
    await closed(page);
    await page.locator('iframe.webview').waitFor({ state: 'detached' });
    await viewMessageOf(page, first()).waitFor();
    await groupRow(page, 'Completed').waitFor();
    const asked = api.requests.slice(before);
    assert.ok(asked.length > 0);
    assert.ok(asked.every(({ headers }) => headers.authorization === basic(apiKey)));
    assert.ok(asked.every(({ url }) => !url.includes(dropped.sid)));
  });

  it('by keyboard: Enter alone goes to the account that is not active', async () => {
    const { page } = stage;
    await openList();
    await page.keyboard.press('Enter');
    await viewMessageOf(page, 'Other customer').waitFor();
    await openList();
    await page.keyboard.press('Enter');
    await viewMessageOf(page, first()).waitFor();
  });

  it('renames an account, but not to a name that another has', async () => {
    const { page } = stage;
    await openList();
    await press(apiKey.username, 'Rename');
    await message(page, `A name for ${apiKey.username}`).waitFor();
    await typeAnswer(page, 'other customer');
    await message(page, 'Another account has this name.').waitFor();
    await typeAnswer(page, 'Production $(key)');
    await page.keyboard.press('Enter');
    await offered('Production').waitFor();
    await page.keyboard.press('Escape');
    await viewMessageOf(page, 'Production $(key)').waitFor();
  });

  it('signs out of one account from the list and of another by the command, and says that none is active', async () => {
    const { page, api } = stage;
    await openList();
    await press('Other customer', 'Sign Out');
    await modal(page).getByText('Sign out of “Other customer”?').waitFor();
    await modal(page).getByRole('button', { name: 'Sign Out' }).click();
    await offered('Production').waitFor();
    assert.equal(await offered('Other customer').count(), 0);
    await page.keyboard.press('Escape');
    await closed(page);
    await groupRow(page, 'Completed').waitFor();

    await runCommand(page, 'Video Rooms: Sign In…');
    await chooseWay(page, 'Account SID and Auth Token');
    await enterSid(page, authToken.username, 'Account SID and Auth Token');
    await enterSecret(page, authToken.password);
    await nameAccount(page, 'By token');
    await viewMessageOf(page, 'By token').waitFor();

    await runCommand(page, 'Video Rooms: Sign Out…');
    await message(page, 'Which account').or(offered('By token')).first().waitFor();
    await shot(page, 'sign out of which account');
    await choose(page, 'By token');
    await modal(page).getByRole('button', { name: 'Sign Out' }).click();
    await view(page).getByText('No account is active in this window.').waitFor();
    await shot(page, 'no account is active');
    const before = api.requests.length;
    await view(page).getByRole('button', { name: 'Switch Account' }).click();
    await offered('Production').click();
    await groupRow(page, 'Completed').waitFor();
    assert.ok(api.requests.slice(before).every(({ headers }) => headers.authorization === basic(apiKey)));
  });

  describe('with a profile of the Twilio CLI', () => {
    async function begin(): Promise<void> {
      await runCommand(stage.page, 'Video Rooms: Sign In…');
      await choose(stage.page, 'Profile of the Twilio CLI');
    }

    it('says where the file is missing or damaged', async () => {
      const { page } = stage;
      await begin();
      await notification(page, 'The Twilio CLI has no profiles on this machine').waitFor();
      await notification(page, cliFile).waitFor();
      await runCommand(page, 'Notifications: Clear All Notifications');
      await mkdir(cli.path, { recursive: true });
      await writeFile(cliFile, '{"profiles": {');
      await begin();
      await notification(page, 'is not a valid configuration file').waitFor();
      await runCommand(page, 'Notifications: Clear All Notifications');
      await rm(cliFile);
    });

    it('asks before it copies the chosen one', async () => {
      const { page, api } = stage;
      const { username, password } = otherAccount;
      const profiles = {
        eu: { accountSid: authToken.username, apiKey: username, apiSecret: password, region: 'ie1' },
      };
      const projects = [{ id: 'from 2019', accountSid: authToken.username }];
      await writeFile(cliFile, JSON.stringify({ profiles, projects, activeProject: 'eu' }));
      const before = api.requests.length;
      await begin();
      await offered('from 2019').waitFor();
      assert.match(await offered('eu').first().innerText(), /active/);
      await shot(page, 'profiles of the Twilio CLI');
      await choose(page, 'from 2019');
      await notification(page, 'system’s keychain').waitFor();
      await runCommand(page, 'Notifications: Clear All Notifications');

      await begin();
      await choose(page, 'eu');
      await modal(page).getByText('Copy the profile “eu” of the Twilio CLI?').waitFor();
      await modal(page).getByText('region ie1').waitFor();
      await shot(page, 'copy the profile');
      assert.equal(api.requests.length, before, 'nothing was tried before the yes');
      await modal(page).getByRole('button', { name: 'Copy and Sign In' }).click();
      await viewMessageOf(page, 'eu').waitFor();
      assert.ok(
        api.requests.slice(before).every(({ headers }) => headers.authorization === basic(otherAccount)),
      );
    });
  });
});
