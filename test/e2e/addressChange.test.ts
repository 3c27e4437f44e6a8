import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { shot } from '../host/screenshots.ts';
import { quietSettings } from '../host/settings.ts';
import { runCommand } from '../host/workbench.ts';
import { basic, sampleAccounts } from '../sampleServer/accounts.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import { editor } from './steps/editor.ts';
import { eventually } from './steps/eventually.ts';
import { notification } from './steps/notifications.ts';
import { signIn } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { pressViewButton } from './steps/tree.ts';

/** Settings in a tab like any other file, which shows what is typed and no more. */
const plainEditing = {
  'workbench.editor.useModal': 'off',
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
};

describe('another address of the API', () => {
  const stage = useStage({ shared: 'takes', settings: plainEditing });
  let other: SampleServer;

  /** Changes the setting as a person does who writes settings by hand. */
  async function setAddress(address: string): Promise<void> {
    const { page } = stage;
    await runCommand(page, 'Preferences: Open User Settings (JSON)');
    await editor(page).locator('.view-lines').click();
    await page.keyboard.press('ControlOrMeta+a');
    const settings = { ...quietSettings, ...plainEditing, 'videoRooms.apiBaseUrl': address };
    await page.keyboard.insertText(JSON.stringify(settings));
    await runCommand(page, 'File: Save');
    await runCommand(page, 'View: Close Editor');
  }

  const question = (): Locator =>
    notification(stage.page, `was signed in for ${stage.api.url}. Use its credentials at ${other.url}?`);

  /** Refreshes, and waits until the list has come from the server that is in use. */
  async function refreshed({ requests }: SampleServer): Promise<void> {
    const before = requests.length;
    await pressViewButton(stage.page, 'Refresh');
    await eventually(() => requests.length > before, 'the list was asked for');
  }

  before(async () => {
    other = await startSampleServer();
    await signIn(stage.page);
  });

  after(() => other.close());

  it('gets no credentials of an account that signed in for the first one, and the person is asked', async () => {
    const { page, api } = stage;
    await setAddress(other.url);
    await question().waitFor();
    await shot(page, 'another address');
    await refreshed(api);
    assert.equal(other.requests.length, 0);
    await question().getByRole('button', { name: 'Keep the Address' }).click();
    await refreshed(api);
    assert.equal(other.requests.length, 0);
  });

  it('gets them after an explicit yes, and the first one gets no more', async () => {
    const { api } = stage;
    await setAddress(api.url);
    await setAddress(other.url);
    await question().waitFor();
    assert.equal(other.requests.length, 0);
    await question().getByRole('button', { name: 'Use Them There' }).click();
    await eventually(() => other.requests.length > 0, 'the other address was asked');
    const before = api.requests.length;
    await refreshed(other);
    assert.equal(api.requests.length, before);
    for (const { headers } of other.requests)
      assert.equal(headers.authorization, basic(sampleAccounts.apiKey));
  });
});
