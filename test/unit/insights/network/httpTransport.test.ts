import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Transport } from '../../../../src/insights/core/transport.ts';
import { Connections } from '../../../../src/insights/network/connections.ts';
import { defaultTimeouts, type Timeouts } from '../../../../src/insights/network/dispatcher.ts';
import { httpTransport } from '../../../../src/insights/network/httpTransport.ts';
import { Network } from '../../../../src/insights/network/network.ts';
import { askInPeer } from '../../../network/askInPeer.ts';
import { sampleAccounts } from '../../../sampleServer/accounts.ts';
import { startSampleServer } from '../../../sampleServer/server.ts';
import { failure } from '../failures.ts';
import { never } from '../scriptedTransport.ts';

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
