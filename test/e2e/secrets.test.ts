import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { runCommand } from '../host/workbench.ts';
import { basic, type SampleAccount, sampleAccounts } from '../sampleServer/accounts.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import { eventually } from './steps/eventually.ts';
import { loggedErrors } from './steps/log.ts';
import { modal } from './steps/notifications.ts';
import { message, quickInput } from './steps/quickInput.ts';
import { answerChanged } from './steps/replies.ts';
import { roomPage } from './steps/roomPage.ts';
import { formsOf } from './steps/secretForms.ts';
import { beginSignIn, enterSecret, enterSid, nameAccount } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';
import { keptTracesOf, logsOf, shownTracesOf, tracesOf } from './steps/traces.ts';
import { clickRoom, row, viewMessageOf } from './steps/tree.ts';

const read = (file: string) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
const { contributes } = read('package.json');
const words: Record<string, string> = read('package.nls.json');

/** Commands that the palette offers only in a state that these tests do not make; none of them has to do with secrets. */
const elsewhere = [
  'videoRooms.clearFilter',
  'videoRooms.loadMore',
  'videoRooms.cancel',
  'videoRooms.stopWatching',
];
/** Those that the palette never offers: buttons of the view, which do what a command of the palette does. */
const buttons: string[] = contributes.menus.commandPalette
  .filter(({ when }: { when: string }) => when === 'false')
  .map(({ command }: { command: string }) => command);
/** Those that take the signed-in account away are driven last. */
const last = ['videoRooms.exploreSample', 'videoRooms.signOut'];

/** Titles of all other commands that somebody who is signed in finds in the palette. */
const titles: string[] = contributes.commands
  .filter(({ command }: { command: string }) => ![...elsewhere, ...buttons, ...last].includes(command))
  .map(({ title }: { title: string }) => words[title.replaceAll('%', '')] ?? title);

const { dropped } = sampleRooms;
const marked = (name: string) => `Mark3d&${name}/"one"+two=${'x'.repeat(8)}`;
const account: SampleAccount = { ...sampleAccounts.apiKey, password: marked('key') };
const other: SampleAccount = { ...sampleAccounts.otherAccount, password: marked('other') };
const fromEnvironment = marked('environment');
const mistyped = marked('mistyped');

type Answer = (request: IncomingMessage, response: ServerResponse) => boolean;

describe('the secret of an account', () => {
  let answer: Answer | undefined;
  /** Another origin, to which answers lead. */
  let stranger: SampleServer;
  const stage = useStage({
    api: {
      accounts: [account, other],
      intercept: (request, response) => answer?.(request, response) ?? false,
    },
    env: { TWILIO_API_KEY: account.username, TWILIO_API_SECRET: fromEnvironment },
  });
  const secrets = [
    ...[account.password, other.password, fromEnvironment, mistyped].flatMap(formsOf),
    basic(account).replace('Basic ', ''),
    basic(other).replace('Basic ', ''),
  ];

  /** The window without what was asked last. */
  async function leave(): Promise<void> {
    const { page } = stage;
    let gone = 0; // Whoever goes back to the question before is not at the end yet.
    await eventually(async () => {
      await page.keyboard.press('Escape');
      const open = (await modal(page).count()) > 0 || (await quickInput(page).isVisible());
      gone = open ? 0 : gone + 1;
      return gone > 5;
    }, 'every question is gone');
  }

  async function atRest(): Promise<void> {
    await eventually(() => stage.api.inFlight === 0, 'nothing is on its way');
  }

  before(async () => {
    stranger = await startSampleServer({ accounts: [account, other] });
    const { page } = stage;
    await beginSignIn(page);
    await enterSid(page, account.username);
    await enterSecret(page, mistyped);
    await message(page, 'Twilio refused the credentials.').waitFor();
    await leave();
    await beginSignIn(page);
    await enterSid(page, other.username);
    await enterSecret(page, other.password);
    await row(page, dropped.name).waitFor();
    await beginSignIn(page);
    await enterSid(page, account.username);
    await enterSecret(page, account.password);
    await nameAccount(page, 'First');
    await viewMessageOf(page, 'First').waitFor();
    await clickRoom(page, dropped.name);
    await roomPage(page, dropped.name);
  });

  after(() => stranger.close());

  it('is used: the API was asked with each', () => {
    for (const one of [account, other])
      assert.ok(stage.api.requests.some(({ headers }) => headers.authorization === basic(one)));
  });

  it('is looked for in the palette’s commands, all of which are driven', () => {
    const offered = new Set<string>();
    for (const { command, when } of contributes.menus.commandPalette)
      if (!when.split(' || ').includes('videoRooms.signedIn')) offered.add(command);
    offered.delete('videoRooms.signOut');
    assert.deepEqual([...offered].toSorted(), [...elsewhere, ...buttons].toSorted());
    assert.deepEqual(buttons, ['videoRooms.retry']);
    assert.ok(titles.length > 15);
  });

  const said = (request: IncomingMessage) => ({
    code: 20500,
    message: `I was sent ${request.headers.authorization}`,
  });
  const faults: Record<string, Answer> = {
    'says back what it was sent': (request, response) => {
      response.writeHead(500, {
        'content-type': 'application/json',
        'twilio-request-id': request.headers.authorization?.replace('Basic ', '').replaceAll(/\W/g, ''),
      });
      response.end(JSON.stringify({ ...said(request), detail: account.password }));
      return true;
    },
    'refuses the credentials and names them': (_request, response) => {
      const body = { status: 401, code: 20003, message: `Wrong: ${account.username}:${account.password}` };
      response.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      return true;
    },
    'sends on to another server': (request, response) => {
      response.writeHead(307, { location: `${stranger.url}${request.url}` }).end();
      return true;
    },
    'names a next page at another server': (request, response) => {
      const meta = { next_page_url: `${stranger.url}${request.url}`, key: 'rooms' };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ meta, rooms: [], participants: [] }));
      return true;
    },
    'breaks off': (_request, response) => {
      response.destroy();
      return true;
    },
  };

  for (const [name, fault] of Object.entries(faults)) {
    it(`leaves no trace where the server ${name}`, async () => {
      const { page } = stage;
      const before = loggedErrors(stage).length;
      answer = fault;
      await runCommand(page, 'Video Rooms: Refresh');
      await runCommand(page, 'Video Rooms: Refresh Room');
      await eventually(() => loggedErrors(stage).length > before, 'the failure is in the log');
      await atRest();
      await runCommand(page, 'Notifications: Show Notifications');
      assert.deepEqual(await tracesOf(stage, secrets), []);
      answer = undefined;
      await leave();
    });
  }

  it('goes to no other server where every address in the answers leads there', async () => {
    const { page } = stage;
    const away = `${stranger.url}/away`;
    answer = (request, response) =>
      answerChanged(stage.api, request, response, {
        room: (room) => ({ ...room, url: away, links: { participants: away }, status_callback: away }),
        participant: (participant) => ({ ...participant, url: away, error_code_url: away }),
      });
    await runCommand(page, 'Video Rooms: Refresh');
    await runCommand(page, 'Video Rooms: Refresh Room');
    await atRest();
    await roomPage(page, dropped.name);
    answer = undefined;
    assert.equal(stranger.requests.length, 0);
  });

  for (const title of titles) {
    it(`leaves no trace with ${title}`, async () => {
      const { page } = stage;
      await runCommand(page, `Video Rooms: ${title}`);
      await atRest();
      assert.deepEqual(await shownTracesOf(stage, secrets), []);
      if (await quickInput(page).isVisible()) await page.keyboard.press('Enter');
      await atRest();
      assert.deepEqual(await shownTracesOf(stage, secrets), []);
      await leave();
    });
  }

  it('leaves no trace when the person goes to the sample rooms and signs out', async () => {
    const { page } = stage;
    await runCommand(page, 'Video Rooms: Explore Sample Rooms');
    await page
      .getByText(/^Sample · /)
      .filter({ visible: true })
      .waitFor();
    await runCommand(page, 'Video Rooms: Sign Out…');
    await quickInput(page).getByRole('option').filter({ hasText: account.username }).click();
    await modal(page).getByRole('button', { name: 'Sign Out' }).click();
    await modal(page).waitFor({ state: 'detached' });
    await runCommand(page, 'Notifications: Show Notifications');
    assert.deepEqual(await shownTracesOf(stage, secrets), []);
  });

  it('is after all that in no file, no state, and no request but in its header', async () => {
    assert.deepEqual(await keptTracesOf(stage, secrets), []);
    assert.equal(stranger.requests.length, 0);
    const headers = new Set(stage.api.requests.map(({ headers }) => headers.authorization));
    const known = [basic(account), basic(other), basic({ ...account, password: mistyped })];
    assert.deepEqual(
      [...headers].filter((header) => !known.includes(header ?? '')),
      [],
    );
  });

  it('is not the only thing that the log keeps to itself: names, identities and callbacks are not there either', () => {
    const log = logsOf(stage);
    assert.ok(log.includes('serverFailed'), 'the log was read');
    for (const name of [dropped.name, 'Ionescu', 'lefevre', 'status_callback', 'hooks', '/away'])
      assert.ok(!log.includes(name), name);
  });

  it('would be found: the search finds texts that are there, in each form', async () => {
    assert.notDeepEqual(await keptTracesOf(stage, ['videoRooms']), []);
    assert.notDeepEqual(await shownTracesOf(stage, ['monaco-workbench']), []);
    for (const beside of ['', 'a', 'SK:', 'SKaa:']) {
      const lies = Buffer.from(`${beside}${account.password}:`).toString('base64');
      assert.ok(
        formsOf(account.password).some((form) => lies.includes(form)),
        beside,
      );
    }
  });
});
