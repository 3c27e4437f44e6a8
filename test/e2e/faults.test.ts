import assert from 'node:assert/strict';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { bodyFaults } from './faults/bodies.ts';
import { connectionFaults } from './faults/connections.ts';
import { type DeafServer, startDeafServer } from './faults/deafServer.ts';
import type { Fault } from './faults/fault.ts';
import { faultTable } from './faults/faultTable.ts';
import { linkFaults } from './faults/links.ts';
import { statusFaults } from './faults/statuses.ts';
import { Trial } from './faults/trial.ts';
import { eventually } from './steps/eventually.ts';
import { loggedErrors } from './steps/log.ts';
import { message } from './steps/quickInput.ts';
import { beginSignIn, enterSecret, enterSid } from './steps/signIn.ts';
import { useStage } from './steps/stage.ts';

/** Of each fault. */
const promise = 'has its words, keeps what there is, and is over with Retry';

describe('a server that misbehaves', () => {
  let fault: Fault | undefined;
  const stage = useStage({
    shared: true,
    settings: { 'videoRooms.refreshInterval': 0, 'videoRooms.requestTimeout': 20 },
    api: { intercept: (request, response) => fault?.answer(request, response, stage.api) ?? false },
  });
  const trial = new Trial(stage);

  before(() => trial.prepare(sampleRooms.dropped.name));

  after(() => console.log(faultTable.toString()));

  for (const broken of [...statusFaults, ...bodyFaults, ...linkFaults, ...connectionFaults]) {
    it(`${promise}: ${broken.name}`, async () => {
      await trial.run(
        broken,
        () => {
          fault = broken;
        },
        () => {
          fault = undefined;
        },
      );
    }).timeout(((broken.lasting ?? 0) + 60) * 1000);
  }

  it(`${promise}: a refused connection, a network that goes and comes back`, async () => {
    const title = 'Twilio cannot be reached';
    await trial.run(
      { name: 'a refused connection', said: { list: title, panel: title }, before: true },
      () => stage.stopApi(),
      () => stage.startApi(),
    );
  });

  it(`${promise}: a connection that is never taken`, async () => {
    const title = 'The request timed out';
    let deaf: DeafServer | undefined;
    await trial.run(
      {
        name: 'a connection that is never taken',
        said: { list: title, panel: title },
        before: true,
        lasting: 5,
      },
      async () => {
        await stage.stopApi();
        deaf = await startDeafServer(stage.api.port);
      },
      async () => {
        await deaf?.close();
        await stage.startApi();
      },
    );
  });
});

describe('an address that does not exist', () => {
  const stage = useStage({ shared: true, settings: { 'videoRooms.apiBaseUrl': 'https://insights.invalid' } });

  it('is told while signing in, and the secret can be entered again', async () => {
    const { page } = stage;
    const { username, password } = sampleAccounts.apiKey;
    await beginSignIn(page);
    await enterSid(page, username);
    await enterSecret(page, password);
    await message(page, 'Twilio cannot be reached.').waitFor();
    await eventually(() => loggedErrors(stage).length === 1, 'the failure is in the log');
    assert.doesNotMatch(loggedErrors(stage).join(), new RegExp(`${password}|${username}`));
    await page.keyboard.press('Escape');
    assert.deepEqual(stage.api.requests, []);
  });
});
