import type { Page } from 'playwright-core';
import { runCommand } from '../../host/workbench.ts';
import { type SampleAccount, sampleAccounts } from '../../sampleServer/accounts.ts';
import { askedFor, choose, closed, typeAnswer } from './quickInput.ts';
import { groupRow, rooms } from './tree.ts';

/** What the prompts of the two ways to sign in ask for. */
const prompts = {
  'API key': { sid: 'SID of the API key', secret: 'Secret of the API key' },
  'Account SID and Auth Token': { sid: 'Account SID', secret: 'Auth Token' },
} as const;

export type Way = keyof typeof prompts;

/** Opens the question for the SID. */
export async function beginSignIn(page: Page, way: Way = 'API key'): Promise<void> {
  await runCommand(page, 'Video Rooms: Sign In…');
  await chooseWay(page, way);
}

/** Answers how to sign in; the question for the SID follows. */
export async function chooseWay(page: Page, way: Way): Promise<void> {
  await choose(page, way);
  await askedFor(page, prompts[way].sid);
}

/** Answers the question for the SID; the one for the secret follows. */
export async function enterSid(page: Page, sid: string, way: Way = 'API key'): Promise<void> {
  await typeAnswer(page, sid);
  await page.keyboard.press('Enter');
  await askedFor(page, prompts[way].secret);
}

/** Answers the question for the secret. */
export async function enterSecret(page: Page, secret: string): Promise<void> {
  await typeAnswer(page, secret);
  await page.keyboard.press('Enter');
}

/** Answers the question for a name, which comes where there are other accounts. */
export async function nameAccount(page: Page, name: string): Promise<void> {
  await askedFor(page, 'A name to identify this account');
  await typeAnswer(page, name);
  await page.keyboard.press('Enter');
}

/** Signs in through the prompts and waits for the rooms. */
export async function signIn(page: Page, account: SampleAccount = sampleAccounts.apiKey): Promise<void> {
  await beginSignIn(page);
  await enterSid(page, account.username);
  await enterSecret(page, account.password);
  await closed(page);
  await groupRow(page, 'Completed').waitFor();
}

/** Takes the sample rooms from the welcome view and waits for them. */
export async function exploreSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Explore Sample Rooms' }).click();
  await groupRow(page, 'Completed').waitFor();
  await rooms(page).waitFor();
}
