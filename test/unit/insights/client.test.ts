import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { failureAnswer } from '../../../src/assistant/failureAnswer.ts';
import { createClient } from '../../../src/insights/client/createClient.ts';
import type { InsightsClient } from '../../../src/insights/client/insightsClient.ts';
import { InsightsError } from '../../../src/insights/core/errors.ts';
import type { RoomSid } from '../../../src/insights/core/sid.ts';
import { failureView } from '../../../src/pages/common/failureView.ts';
import { explainFailure } from '../../../src/text/explainFailure.ts';
import { sampleAccounts } from '../../sampleServer/accounts.ts';
import { startSampleServer } from '../../sampleServer/server.ts';

/** A failed reply, see replies/README.md. */
interface ReplyCase {
  readonly request: string;
  readonly http: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly text: { readonly must: readonly string[]; readonly mustNot: readonly string[] };
  readonly steps: readonly string[];
}

const folder = join(import.meta.dirname, 'client', 'replies');
const cases = globSync('*.json', { cwd: folder })
  .sort()
  .map((file): [string, ReplyCase] => [
    basename(file, '.json'),
    JSON.parse(readFileSync(join(folder, file), 'utf8')),
  ]);
const never = new AbortController().signal;
const room = `RM${'0123456789abcdef'.repeat(2)}` as RoomSid;

/** The error that the client throws when a server on this machine sends the reply. */
async function errorOf({ request, http }: ReplyCase): Promise<InsightsError> {
  const server = await startSampleServer({
    intercept: (_request, response) => {
      response.writeHead(http.status, http.headers).end(http.body);
      return true;
    },
  });
  const { username, password } = sampleAccounts.apiKey;
  const credentials = { username, password };
  const client = createClient({
    ...{ origin: server.url, credentials, userAgent: 'test', maxConcurrentRequests: 2 },
  });
  try {
    await ask(client, request);
  } catch (error) {
    return error instanceof InsightsError ? error : assert.fail(String(error));
  } finally {
    await client.close();
    await server.close();
  }
  return assert.fail('The reply should have been an error.');
}

async function ask(client: InsightsClient, request: string): Promise<unknown> {
  if (request.includes('/Participants')) return client.listParticipants(room, never).next();
  return client.listRooms({ createdAfter: 0, createdBefore: Date.now() }, never).next();
}

/** The text of each place where a failure is shown. */
function textsOf(error: unknown): Readonly<Record<string, string>> {
  const { title, detail } = explainFailure(error);
  const page = failureView(error, false);
  return {
    'the tree, the sign-in form and notifications': `${title}. ${detail}`,
    'the page': `${page.title}\n${page.detail}`,
    'the answer for assistants': failureAnswer(error),
  };
}

describe('A reply that refuses', () => {
  it('has its cases', () => assert.ok(cases.length >= 5));

  for (const [name, reply] of cases) {
    describe(name, () => {
      let error: InsightsError;

      before(async () => {
        error = await errorOf(reply);
      });

      it('is told right everywhere', () => {
        for (const [place, text] of Object.entries(textsOf(error))) {
          for (const pattern of reply.text.must)
            assert.match(text, new RegExp(pattern, 'iu'), `${place} lacks /${pattern}/`);
          for (const pattern of reply.text.mustNot)
            assert.doesNotMatch(text, new RegExp(pattern, 'iu'), `${place} says /${pattern}/`);
        }
      });

      it('offers the next steps that fit', () => {
        const { steps } = explainFailure(error);
        const { actions } = failureView(error, false);
        for (const step of reply.steps) {
          assert.ok(steps.some((one) => one === step));
          assert.ok(actions.some(({ id }) => id === step));
        }
      });

      it('is one line in the log, with code, request id and message, and without credentials', () => {
        const { message, details } = error;
        assert.ok(!message.includes('\n'));
        assert.ok(message.includes(`code ${details.code}`) && message.includes(details.requestId ?? 'none'));
        assert.ok(message.includes(JSON.stringify(details.apiMessage)));
        assert.doesNotMatch(message, /sample-secret|SK[0-9a-f]{32}|CreatedAfter/);
      });
    });
  }
});
