import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { withConcurrencyLimit } from '../../../../src/insights/client/concurrencyLimit.ts';
import { createClient } from '../../../../src/insights/client/createClient.ts';
import { withRetries } from '../../../../src/insights/client/retry.ts';
import type { InsightsError } from '../../../../src/insights/core/errors.ts';
import { isRoomSid } from '../../../../src/insights/core/sid.ts';
import type { Transport } from '../../../../src/insights/core/transport.ts';
import { Connections } from '../../../../src/insights/network/connections.ts';
import {
  defaultTimeouts,
  type Timeouts,
  timeoutsWithin,
} from '../../../../src/insights/network/dispatcher.ts';
import { httpTransport } from '../../../../src/insights/network/httpTransport.ts';
import { Network } from '../../../../src/insights/network/network.ts';
import { eventually } from '../../../e2e/steps/eventually.ts';
import { askInPeer } from '../../../network/askInPeer.ts';
import { sampleAccounts } from '../../../sampleServer/accounts.ts';
import { startSampleServer } from '../../../sampleServer/server.ts';
import { jsonReply, never, scripted } from '../scriptedTransport.ts';

/** Runs `use` against a server that answers as told, and closes both. */
async function against(
  listener: RequestListener,
  use: (transport: Transport, requests: readonly IncomingMessage[]) => Promise<void>,
  wait: Partial<Timeouts> = {},
): Promise<void> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { username: 'SKuser', password: 'påss' };
  const connections = new Connections(new Network(), 4, { ...defaultTimeouts, ...wait });
  const transport = httpTransport(
    { origin, credentials, userAgent: 'video-rooms-for-twilio/1.2.3' },
    connections,
  );
  try {
    await use(transport, requests);
  } finally {
    await transport.close();
    server.closeAllConnections();
    server.close();
  }
}

function failure(kind: string) {
  return (error: InsightsError) => {
    assert.equal(error.kind, kind);
    assert.doesNotMatch(error.message, /påss|SKuser/);
    return true;
  };
}

const json = (response: ServerResponse, body: string | Buffer, headers = {}) =>
  response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body);

describe('HTTP transport', () => {
  it('sends HTTP Basic, the User-Agent with the version, and the path as it is', async () => {
    await against(
      (_request, response) => json(response, '{"ok":true}', { 'twilio-request-id': 'RQ7' }),
      async (transport, requests) => {
        const reply = await transport.send({ path: '/a?b=c%20d&b=e' }, never);
        assert.deepEqual(
          [reply.status, reply.body.join(''), reply.headers['twilio-request-id']],
          [200, '{"ok":true}', 'RQ7'],
        );
        const [request] = requests;
        assert.equal(request?.url, '/a?b=c%20d&b=e');
        assert.equal(request?.headers['user-agent'], 'video-rooms-for-twilio/1.2.3');
        const basic = request?.headers.authorization?.replace('Basic ', '') ?? '';
        assert.equal(Buffer.from(basic, 'base64').toString(), 'SKuser:påss');
      },
    );
  });

  it('reads gzip', async () => {
    const body = JSON.stringify({ name: 'ü'.repeat(10_000) });
    await against(
      (_request, response) => json(response, gzipSync(body), { 'content-encoding': 'gzip' }),
      async (transport) => {
        assert.equal((await transport.send({ path: '/' }, never)).body.join(''), body);
      },
    );
  });

  it('does not follow a redirect', async () => {
    await against(
      (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
      async (transport, requests) => {
        assert.equal((await transport.send({ path: '/' }, never)).status, 302);
        assert.equal(requests.length, 1);
      },
    );
  });

  const faults: [what: string, kind: string, listener: RequestListener][] = [
    ['a reset before the headers', 'disconnected', (request) => request.socket.destroy()],
    [
      'a reset within the body',
      'disconnected',
      (request, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"a":', () => request.socket.destroy());
      },
    ],
    [
      'broken gzip',
      'unexpectedReply',
      (_request, response) => json(response, 'no gzip', { 'content-encoding': 'gzip' }),
    ],
    [
      'an encoding not asked for',
      'unexpectedReply',
      (_request, response) => json(response, '{}', { 'content-encoding': 'br' }),
    ],
    [
      'invalid UTF-8',
      'unexpectedReply',
      (_request, response) => json(response, Buffer.from([0x22, 0xff, 0x22])),
    ],
    [
      'a body past the limit',
      'tooLarge',
      (_request, response) => json(response, Buffer.alloc(65 * 1024 * 1024, 0x20)),
    ],
    [
      'a body that is past the limit when inflated',
      'tooLarge',
      (_request, response) =>
        json(response, gzipSync(Buffer.alloc(65 * 1024 * 1024)), { 'content-encoding': 'gzip' }),
    ],
    ['headers that never come', 'timedOut', () => {}],
    [
      'a body that stops',
      'timedOut',
      (_request, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{');
      },
    ],
  ];
  for (const [what, kind, listener] of faults) {
    it(`calls ${what} ${kind}`, async () => {
      await against(
        listener,
        async (transport) => {
          await assert.rejects(transport.send({ path: '/v1/Video/Rooms?RoomName=x' }, never), failure(kind));
        },
        { headers: 300, body: 300 },
      );
    }).timeout(15_000);
  }

  it('refuses 200 MB, also behind gzip, without taking them in', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'x');
    const zipped = gzipSync(Buffer.alloc(200 * piece.length));
    let taken = 0;
    const api = await startSampleServer({
      intercept: ({ url }, response) => {
        if (url === '/gzip') {
          response.writeHead(200, { 'content-encoding': 'gzip' }).end(zipped);
        } else {
          const write = () => {
            while (taken++ < 200) if (!response.write(piece)) return;
            response.end();
          };
          response.writeHead(200).on('drain', write);
          write();
        }
        return true;
      },
    });
    const { username, password } = sampleAccounts.apiKey;
    const task = { origin: api.url, credentials: { username, password } };
    try {
      for (const path of ['/plain', '/gzip']) {
        const { answers, grown } = await askInPeer({ ...task, paths: [path] });
        assert.deepEqual(answers, ['tooLarge']);
        assert.ok(grown < 150, `${path}: the process grew by ${grown} MB`);
      }
      assert.ok(taken < 100, `${taken} MB were taken`);
    } finally {
      await api.close();
    }
  }).timeout(20_000);

  it('gives up on a body that trickles', async () => {
    await against(
      (_request, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(drip));
      },
      async (transport) => {
        await assert.rejects(transport.send({ path: '/' }, never), failure('timedOut'));
      },
      { total: 500 },
    );
  });

  it('calls a refused connection and an unknown name unreachable', async () => {
    for (const origin of ['http://127.0.0.1:9', 'https://insights.invalid']) {
      const connections = new Connections(new Network({ environment: {} }), 1, defaultTimeouts);
      const credentials = { username: 'a', password: 'b' };
      const transport = httpTransport({ origin, credentials, userAgent: 'x' }, connections);
      await assert.rejects(transport.send({ path: '/' }, never), failure('unreachable'));
      await transport.close();
    }
  });

  it('ends with the signal, down to the socket', async () => {
    const abort = new AbortController();
    let closed: Promise<void> | undefined;
    await against(
      (request) => {
        closed = new Promise((resolve) => request.socket.on('close', () => resolve()));
        abort.abort();
      },
      async (transport) => {
        await assert.rejects(transport.send({ path: '/' }, abort.signal), { name: 'AbortError' });
        await closed;
      },
    );
  });
});

describe('The patience for another time in all', () => {
  it('has the same proportions, in whole milliseconds', async () => {
    assert.deepEqual(timeoutsWithin(120), defaultTimeouts);
    for (const seconds of [10, 20, 47, 599]) {
      const server = await startSampleServer();
      const { username, password } = sampleAccounts.apiKey;
      const client = createClient({
        origin: server.url,
        credentials: { username, password },
        userAgent: 'x',
        maxConcurrentRequests: 1,
        patience: timeoutsWithin(seconds),
      });
      const sid = server.world.plan(0).sid;
      assert.ok(isRoomSid(sid) && (await client.fetchRoom(sid, never)).sid === sid);
      await client.close();
      await server.close();
    }
  });
});

describe('Limit', () => {
  it('is held by the whole client over HTTP, as the server counts', async () => {
    const server = await startSampleServer({ latency: 20 });
    const { username, password } = sampleAccounts.apiKey;
    const credentials = { username, password };
    const client = createClient({
      origin: server.url,
      credentials,
      userAgent: 'x',
      maxConcurrentRequests: 3,
    });
    const sids = Array.from({ length: 15 }, (_, at) => server.world.plan(at).sid).filter(isRoomSid);
    const rooms = await Promise.all(sids.map((sid) => client.fetchRoom(sid, never)));
    assert.deepEqual(
      rooms.map(({ sid }) => sid),
      sids,
    );
    assert.deepEqual([server.mostInFlight, server.mostConnections], [3, 3]);
    await client.close();
    await eventually(() => server.connections === 0, 'every socket is closed');
    await server.close();
  });

  it('has at most so many requests in flight', async () => {
    let [now, most] = [0, 0];
    const slow: Transport = {
      async send() {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setImmediate(resolve));
        now--;
        return jsonReply({});
      },
      async close() {},
    };
    const limited = withConcurrencyLimit(slow, 3);
    await Promise.all(Array.from({ length: 20 }, () => limited.send({ path: '/' }, never)));
    assert.equal(most, 3);
  });

  it('does not send what was aborted while it waited', async () => {
    const transport = scripted(() => jsonReply({}));
    const abort = new AbortController();
    const limited = withConcurrencyLimit(transport, 1);
    const first = limited.send({ path: '/1' }, never);
    const second = limited.send({ path: '/2' }, abort.signal);
    abort.abort();
    await first;
    await assert.rejects(second, { name: 'AbortError' });
    assert.deepEqual(transport.paths, ['/1']);
  });
});

describe('Retries', () => {
  const quick = { pause: 1 };

  for (const status of [429, 502, 503, 504]) {
    it(`tries ${status} again, twice at the most`, async () => {
      const twice = scripted([jsonReply({}, status), jsonReply({}, status), jsonReply({})]);
      assert.equal((await withRetries(twice, quick).send({ path: '/' }, never)).status, 200);
      const always = scripted(() => jsonReply({ code: 1 }, status));
      const last = await withRetries(always, quick).send({ path: '/' }, never);
      assert.deepEqual([last.status, last.body.join(''), always.paths.length], [status, '{"code":1}', 3]);
    });
  }

  for (const status of [400, 401, 403, 404, 500]) {
    it(`does not try ${status} again`, async () => {
      const transport = scripted([jsonReply({}, status)]);
      assert.equal((await withRetries(transport, quick).send({ path: '/' }, never)).status, status);
    });
  }

  it('tries a broken connection again, but not an unreachable server', async () => {
    const { InsightsError } = await import('../../../../src/insights/core/errors.ts');
    const broken = scripted([new InsightsError('disconnected', { path: '/' }), jsonReply({})]);
    assert.equal((await withRetries(broken, quick).send({ path: '/' }, never)).status, 200);
    const away = scripted([new InsightsError('unreachable', { path: '/' })]);
    await assert.rejects(withRetries(away, quick).send({ path: '/' }, never), failure('unreachable'));
  });

  it('waits no longer than people do: a long Retry-After is the caller’s to show', async () => {
    const transport = scripted([jsonReply({}, 429, { 'retry-after': '3600' })]);
    assert.equal((await withRetries(transport, quick).send({ path: '/' }, never)).status, 429);
  });

  it('honours Retry-After', async () => {
    const waits: number[] = [];
    const wait = async (milliseconds: number) => waits.push(milliseconds);
    const transport = scripted([
      jsonReply({}, 429, { 'retry-after': '7' }),
      jsonReply({}, 503),
      jsonReply({}),
    ]);
    await withRetries(transport, { ...quick, wait }).send({ path: '/' }, never);
    assert.equal(waits[0], 7000);
    assert.ok(waits[1] !== undefined && waits[1] <= 2, 'without Retry-After the pause is the short one');
  });

  it('stops waiting with the signal', async () => {
    const abort = new AbortController();
    const transport = scripted(() => {
      queueMicrotask(() => abort.abort());
      return jsonReply({}, 429, { 'retry-after': '10' });
    });
    await assert.rejects(withRetries(transport, quick).send({ path: '/' }, abort.signal), {
      name: 'AbortError',
    });
    assert.equal(transport.paths.length, 1);
  });
});
