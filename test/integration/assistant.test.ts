import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as vscode from 'vscode';
import { commands, settings, tools } from '../../src/ids.ts';
import { sampleRooms } from '../../src/sample/world/fixedRooms.ts';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import { set, signIn, signOut } from './fixtures.ts';

const { dropped, webinar } = sampleRooms;
const hour = 3_600_000;

type Call = Partial<vscode.LanguageModelToolInvocationOptions<object>>;

/** What a tool answers, as a model gets it. */
async function ask(name: string, input: object, call: Call = {}, token?: vscode.CancellationToken) {
  const options = { ...call, input, toolInvocationToken: undefined };
  const { content } = await vscode.lm.invokeTool(name, options, token);
  return content
    .map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : assert.fail('no text')))
    .join('');
}

describe('An assistant', () => {
  let server: SampleServer;
  /** Selects the requests that get no reply until the client aborts them. */
  let held: ((url: string) => boolean) | undefined;
  /** The body of a refusal (403) that answers every request. */
  let refused: string | undefined;
  const events = new vscode.EventEmitter<string>();
  /** Resolves at the next event: a request is held or aborted. */
  const next = (event: 'held' | 'hung up') =>
    new Promise<void>((resolve) => {
      const listening = events.event((what) => {
        if (what !== event) return;
        listening.dispose();
        resolve();
      });
    });
  const intercept = ({ url = '' }: IncomingMessage, response: ServerResponse) => {
    if (refused !== undefined) {
      response.writeHead(403, { 'content-type': 'application/json' }).end(refused);
      return true;
    }
    if (!held?.(url)) return false;
    response.once('close', () => events.fire('hung up'));
    events.fire('held');
    return true;
  };

  before(async () => {
    server = await startSampleServer({ intercept });
    await signIn(server.url);
  });

  afterEach(() => {
    held = undefined;
    refused = undefined;
  });

  after(async () => {
    await signOut();
    await server.close();
  });

  /** Everything of a room that an answer without names must not hold. */
  function secretsOf(sid: string): string[] {
    const at = server.world.positionOf(sid) ?? assert.fail(sid);
    const { room_name, status_callback, url } = server.world.room(at);
    const identities = server.world.participants(at).map((one) => one.participant_identity);
    return [room_name, status_callback, url, ...identities].filter((one) => typeof one === 'string');
  }

  it('has three tools, which say what they read', () => {
    for (const name of Object.values(tools)) {
      const tool = vscode.lm.tools.find((one) => one.name === name);
      assert.ok(tool, name);
      assert.match(tool.description, /Twilio Video/);
      assert.ok(tool.inputSchema);
    }
  });

  it('is told of the rooms in the list, without a request of its own', async () => {
    const before = server.requests.length;
    const text = await ask(tools.listRooms, {});
    assert.match(text, /\d+ rooms in this range\./);
    assert.match(text, /- Status: Completed [\d,]+/);
    assert.match(text, /Left out: \d+ rooms\. The next ones come with “skip”: 20;/);
    assert.equal(server.requests.length, before);
  });

  it('finds a room by a part of its name, and is not told the name', async () => {
    const text = await ask(tools.listRooms, { nameContains: 'okafor' });
    assert.ok(text.includes(dropped.sid));
    assert.doesNotMatch(text, /okafor/i);
  });

  it('is told of another range than the list’s, while the list stays', async () => {
    const from = new Date(server.world.now - 60 * hour).toISOString();
    const to = new Date(server.world.now - 36 * hour).toISOString();
    const text = await ask(tools.listRooms, { createdAfter: from, createdBefore: to, limit: 1 });
    const count = Number(/(\d+) rooms in this range/.exec(text)?.[1]);
    const created = (at: number) => Date.parse(server.world.room(at).create_time ?? '');
    const expected = Array.from({ length: server.world.size }, (_, at) => created(at)).filter(
      (time) => time >= Date.parse(from) && time < Date.parse(to),
    );
    assert.equal(count, expected.length);
    const before = server.requests.length;
    await ask(tools.listRooms, { createdAfter: from, createdBefore: to, limit: 1, skip: 1 });
    assert.equal(server.requests.length, before, 'the next page is made from the same list');
    assert.match(await ask(tools.listRooms, {}), /\(now it is /);
  });

  it('learns of problems when it has rooms checked, a request each', async () => {
    const before = server.requests.length;
    const text = await ask(tools.listRooms, { check: 12, problem: 'any', limit: 50 });
    assert.equal(server.requests.length, before + 12);
    assert.ok(server.mostInFlight <= 8);
    assert.match(text, /with problems/);
    const requestsBefore = server.requests.length;
    await ask(tools.listRooms, { problem: 'any' });
    assert.equal(server.requests.length, requestsBefore);
  });

  for (const name of [tools.getRoom, tools.explainRoom]) {
    it(`reads a room with ${name}, and learns no identity, name or address`, async () => {
      const text = await ask(name, { room: `https://example.org/${dropped.sid}` });
      assert.ok(text.includes(dropped.sid));
      assert.match(text, /Participant 1/);
      const secrets = secretsOf(dropped.sid);
      assert.ok(secrets.length > 3);
      for (const secret of secrets) assert.ok(!text.toLowerCase().includes(secret.toLowerCase()), secret);
      for (const { password } of Object.values(sampleAccounts)) assert.ok(!text.includes(password));
    });

    it(`gets names with ${name} only where the user’s setting allows it`, async () => {
      const input = { room: dropped.sid, includeNames: true };
      assert.ok(!(await ask(name, input)).includes('Okafor'));
      await set(settings.assistantNames, true);
      try {
        assert.ok((await ask(name, input)).includes('Okafor'));
        assert.ok(!(await ask(name, { room: dropped.sid })).includes('Okafor'));
      } finally {
        await set(settings.assistantNames, undefined);
      }
    });
  }

  it('is told what happened, and who a person is', async () => {
    const at = server.world.positionOf(dropped.sid) ?? -1;
    const identity = server.world.participants(at)[0]?.participant_identity ?? assert.fail('nobody');
    const text = await ask(tools.explainRoom, { room: dropped.sid, person: identity });
    assert.match(text, /The person asked for: Participant \d \(PA[0-9a-f]{32}/);
    assert.match(text, /dropped at .* with 53\d+/);
    assert.match(text, /Check: /);
  });

  it('gets no more than the tokens that it allows, by its own count', async () => {
    const tokens = (text: string) => Math.ceil(text.length / 2);
    let counted = 0;
    const tokenizationOptions = {
      tokenBudget: 1500,
      countTokens: (text: string) => {
        counted++;
        return Promise.resolve(tokens(text));
      },
    };
    const text = await ask(tools.getRoom, { room: webinar.sid }, { tokenizationOptions });
    assert.ok(counted > 1);
    assert.ok(tokens(text) <= 1500, text);
    assert.match(text, /The next ones come with “skip”: \d+\./);
    const none = { ...tokenizationOptions, tokenBudget: 10 };
    assert.match(
      await ask(tools.getRoom, { room: webinar.sid }, { tokenizationOptions: none }),
      /does not fit into the tokens/,
    );
  });

  it('is told in words what it got wrong', async () => {
    assert.match(
      await ask(tools.listRooms, { limit: -5, status: 'hunter2' }),
      /^Not understood: status, limit\./,
    );
    assert.match(await ask(tools.listRooms, { when: 'soon' }), /Write it like/);
    assert.match(await ask(tools.explainRoom, {}), /^Not understood: room\./);
    for (const room of ['my stand-up', '../../etc/passwd', `RM${'g'.repeat(32)}`, 'x'.repeat(2000)])
      assert.match(await ask(tools.getRoom, { room }), /^This is not the SID of a room/);
  });

  it('is told the three reasons why a room is missing', async () => {
    const text = await ask(tools.explainRoom, { room: `RM${'0'.repeat(32)}` });
    assert.match(text, /Twilio has no such room\. Possible causes: .*7 days.*30 minutes.*another account/);
  });

  for (const [what, name, input, url] of [
    ['a list', tools.listRooms, { when: 'last 5 d', refresh: true }, '/v1/Video/Rooms?'],
    ['a room', tools.explainRoom, { room: dropped.sid, refresh: true }, `/v1/Video/Rooms/${dropped.sid}`],
    ['participants', tools.getRoom, { room: webinar.sid, refresh: true }, '/Participants'],
  ] as const)
    it(`that does not wait for ${what} any more ends the request`, async () => {
      held = (asked) => asked.includes(url);
      const source = new vscode.CancellationTokenSource();
      const [waiting, ended] = [next('held'), next('hung up')];
      const asked = ask(name, input, {}, source.token);
      await waiting;
      source.cancel();
      await assert.rejects(asked, /cancel/i);
      await ended;
      held = undefined;
      assert.match(await ask(name, { ...input, refresh: false }), /UTC/);
    });

  it('is told that nobody is signed in, and what the user can do', async () => {
    await signOut();
    try {
      for (const [name, input] of [
        [tools.listRooms, {}],
        [tools.getRoom, { room: dropped.sid }],
        [tools.explainRoom, { room: dropped.sid }],
      ] as const)
        assert.match(
          await ask(name, input),
          /^Nobody is signed in\. Ask the user to run “Video Rooms: Sign In…”/,
        );
    } finally {
      await signIn(server.url);
    }
  });

  it('is told that the credentials lack a permission', async () => {
    const body = { code: 70051, message: 'Authorization error', status: 403 };
    refused = JSON.stringify(body);
    const [list, room] = [
      { when: 'last 6 d', refresh: true },
      { room: dropped.sid, refresh: true },
    ];
    for (const [name, input] of [[tools.listRooms, list] as const, [tools.getRoom, room] as const]) {
      const text = await ask(name, input);
      assert.match(text, /^Twilio did not authorize the request\. Possible causes: /);
      assert.match(text, /The user signs in again with “Video Rooms: Sign In…”\.$/);
    }
  });

  it('is not told of the rooms of an account that is signed out while it waits', async () => {
    held = (url) => url.includes('/Participants');
    const waiting = next('held');
    const asked = ask(tools.explainRoom, { room: webinar.sid, refresh: true });
    await waiting;
    await signOut();
    held = undefined;
    try {
      assert.match(await asked, /^The account was switched meanwhile\. Ask again\.$/);
    } finally {
      await signIn(server.url);
    }
  });

  it('is told when rooms are samples', async () => {
    await signOut();
    await vscode.commands.executeCommand(commands.exploreSample);
    try {
      assert.match(await ask(tools.listRooms, {}), /^Sample rooms: made up/);
      assert.match(await ask(tools.explainRoom, { room: dropped.sid }), /^A sample room: made up/);
    } finally {
      await signIn(server.url);
    }
  });
});
