import assert from 'node:assert/strict';
import { afterEach } from 'mocha';
import { basic, sampleAccounts } from '../sampleServer/accounts.ts';
import { type SampleServer, type SampleServerOptions, startSampleServer } from '../sampleServer/server.ts';

const rooms = '/v1/Video/Rooms?PageSize=2';
let server: SampleServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function start(options: SampleServerOptions = {}): Promise<SampleServer> {
  server = await startSampleServer({ size: 40, ...options });
  return server;
}

interface RoomsPage {
  meta: { next_page_url: string };
  rooms: { account_sid: string }[];
}

function get(url: string, account: Parameters<typeof basic>[0] = sampleAccounts.apiKey): Promise<Response> {
  return fetch(url, { headers: { authorization: basic(account) } });
}

describe('the sample server', () => {
  it('answers over HTTP with page links to itself', async () => {
    const { url, world } = await start();
    const reply = await get(url + rooms);
    const { meta, rooms: listed } = (await reply.json()) as RoomsPage;
    assert.equal(reply.status, 200);
    assert.equal(reply.headers.get('content-type'), 'application/json');
    assert.equal(new URL(meta.next_page_url).origin, url);
    assert.equal(listed[0]?.account_sid, world.accountSid);
    assert.equal((await get(meta.next_page_url)).status, 200);
  });

  for (const [name, status] of [
    ['apiKey', 200],
    ['authToken', 200],
    ['otherAccount', 200],
    ['forbidden', 403],
    ['suspended', 403],
  ] as const) {
    it(`answers the account ${name} with ${status}`, async () => {
      const { url } = await start();
      assert.equal((await get(url + rooms, sampleAccounts[name])).status, status);
    });
  }

  it('knows nobody else', async () => {
    const { url } = await start();
    assert.equal((await fetch(url + rooms)).status, 401);
    assert.equal((await get(url + rooms, { ...sampleAccounts.apiKey, password: 'wrong' })).status, 401);
  });

  it('has well-formed credentials', () => {
    for (const { username, password } of Object.values(sampleAccounts)) {
      assert.match(username, /^(AC|SK)[0-9a-f]{32}$/);
      assert.equal(password.length, 32);
    }
  });

  it('shows another account other rooms', async () => {
    const { url } = await start();
    const accountOf = async (account: Parameters<typeof basic>[0]) =>
      ((await (await get(url + rooms, account)).json()) as RoomsPage).rooms[0]?.account_sid;
    assert.notEqual(await accountOf(sampleAccounts.apiKey), await accountOf(sampleAccounts.otherAccount));
    assert.equal(await accountOf(sampleAccounts.authToken), sampleAccounts.authToken.username);
  });

  it('records what was asked, and how much at a time', async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const arrived: (() => void)[] = [];
    const threeArrived = new Promise<void>((resolve) => arrived.push(resolve));
    const one = await start({
      intercept: async () => {
        if (one.requests.length === 3) arrived[0]?.();
        await released;
        return false;
      },
    });
    const replies = [1, 2, 3].map((page) => get(`${one.url}/v1/Video/Rooms?PageSize=${page}`));
    await threeArrived;
    assert.equal(one.inFlight, 3);
    release();
    await Promise.all(replies);
    await get(one.url + rooms);
    assert.equal(one.mostInFlight, 3);
    assert.equal(one.requests.length, 4);
    assert.equal(one.requests[3]?.url, rooms);
    assert.equal(one.requests[3]?.headers.authorization, basic(sampleAccounts.apiKey));
  });

  it('lets a test answer instead', async () => {
    const { url } = await start({
      intercept: (request, response) => {
        if (!request.url?.includes('Fault')) return false;
        response.writeHead(429, { 'retry-after': '1' }).end('{}');
        return true;
      },
    });
    assert.equal((await get(`${url}/v1/Video/Rooms?Fault`)).headers.get('retry-after'), '1');
    assert.equal((await get(url + rooms)).status, 200);
  });

  it('stops with requests in flight', async () => {
    const { url, close } = await start({ intercept: () => true });
    const reply = assert.rejects(get(url + rooms));
    while ((server?.requests.length ?? 0) === 0) await new Promise(setImmediate);
    await close();
    await reply;
    await assert.rejects(fetch(url + rooms));
  });
});
