import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { createClient } from '../../../../src/insights/client/createClient.ts';
import type { InsightsError } from '../../../../src/insights/core/errors.ts';
import { isRoomSid } from '../../../../src/insights/core/sid.ts';
import { Network } from '../../../../src/insights/network/network.ts';
import { type NetworkSettings, plainNetwork } from '../../../../src/insights/network/networkSettings.ts';
import { eventually } from '../../../e2e/steps/eventually.ts';
import { type Certificate, CertificateAuthority } from '../../../network/certificates.ts';
import { type ForwardProxy, startForwardProxy } from '../../../network/forwardProxy.ts';
import { sampleAccounts } from '../../../sampleServer/accounts.ts';
import { type SampleServer, startSampleServer } from '../../../sampleServer/server.ts';
import { never } from '../scriptedTransport.ts';

/** A name that only the proxies of this file know. */
const name = 'insights.twilio.invalid';
const origin = `https://${name}`;
const target = `${name}:443`;
const { username, password, access } = sampleAccounts.apiKey;

describe('The network', () => {
  const authority = CertificateAuthority.ofRun();
  let api: SampleServer;
  let stranger: Certificate;
  let proxy: ForwardProxy;
  let tlsProxy: ForwardProxy;

  before(async () => {
    stranger = await (await CertificateAuthority.create()).issue([name, 'localhost']);
    api = await startSampleServer({ tls: await authority.issue([name, '127.0.0.1']), origin });
  });

  beforeEach(async () => {
    const route = (asked: string) => (asked === target ? api.port : undefined);
    proxy = await startForwardProxy({ route });
    tlsProxy = await startForwardProxy({ route, tls: await authority.issue(['localhost']) });
  });

  afterEach(async () => {
    await proxy.close();
    await tlsProxy.close();
  });

  after(() => api.close());

  const clientIn = (network: Network, most = 4) =>
    createClient({
      origin,
      credentials: { username, password },
      userAgent: 'x',
      maxConcurrentRequests: most,
      network,
    });

  function networkOf(settings: Partial<NetworkSettings>, environment: NodeJS.ProcessEnv = {}): Network {
    return new Network({ settings: { ...plainNetwork, ...settings }, environment });
  }

  const sids = () => Array.from({ length: 30 }, (_, at) => api.world.plan(at).sid).filter(isRoomSid);

  async function fetchOne(network: Network): Promise<void> {
    const [sid] = sids();
    assert.ok(sid);
    const client = clientIn(network);
    try {
      assert.equal((await client.fetchRoom(sid, never)).sid, sid);
    } finally {
      await client.close();
    }
  }

  const failing = (network: Network) =>
    fetchOne(network).then(
      () => assert.fail('The room was fetched.'),
      (error: InsightsError) => error,
    );

  /** What the proxy could read: nothing of Twilio's, and of the credentials only its own. */
  function assertUnread({ requests, open }: ForwardProxy): void {
    assert.doesNotMatch(JSON.stringify(requests), new RegExp(`${password}|${username}|"authorization"|/v1/`));
    for (const first of open) assert.equal(first.charCodeAt(0), 0x16, 'the tunnel begins with TLS');
  }

  for (const kind of ['plain', 'TLS'] as const) {
    const taken = () => (kind === 'plain' ? proxy : tlsProxy);

    it(`reaches Twilio through a ${kind} proxy, in a tunnel that the proxy cannot read`, async () => {
      await fetchOne(networkOf({ proxy: taken().url }));
      assert.deepEqual(
        taken().requests.map(({ method, target }) => [method, target]),
        [['CONNECT', target]],
      );
      assertUnread(taken());
    });

    it(`signs in to a ${kind} proxy with what is in its address`, async () => {
      taken().credentials = 'corp\\me:p@ss:w%rd';
      const address = taken().url.replace('://', '://corp%5Cme:p%40ss%3Aw%25rd@');
      await fetchOne(networkOf({ proxy: address }));
      assertUnread(taken());
    });

    it(`signs in to a ${kind} proxy with http.proxyAuthorization`, async () => {
      taken().credentials = 'me:secret';
      const proxyAuthorization = `Basic ${Buffer.from('me:secret').toString('base64')}`;
      await fetchOne(networkOf({ proxy: taken().url, proxyAuthorization }));
      assert.equal(api.requests.at(-1)?.headers['proxy-authorization'], undefined);
    });

    it(`says that a ${kind} proxy asks for a sign-in, and does not tell with what it was tried`, async () => {
      taken().credentials = 'me:secret';
      const error = await failing(networkOf({ proxy: taken().url.replace('://', '://me:wrong@') }));
      assert.deepEqual([error.kind, error.details.status], ['proxyRefused', 407]);
      assert.doesNotMatch(error.message, /wrong/);
      assert.equal(taken().requests.length, 1);
    });
  }

  it('says that the proxy forbids the address, or does not find it', async () => {
    proxy.refusal = 403;
    assert.deepEqual(
      [(await failing(networkOf({ proxy: proxy.url }))).details.status, proxy.requests.length],
      [403, 1],
    );
    proxy.refusal = 502;
    assert.equal((await failing(networkOf({ proxy: proxy.url }))).kind, 'proxyRefused');
  });

  it('says that the proxy is away, and never goes around it', async () => {
    const { url } = proxy;
    await proxy.close();
    const before = api.requests.length;
    const error = await failing(networkOf({ proxy: url }));
    assert.deepEqual([error.kind, error.details.atProxy], ['unreachable', true]);
    assert.equal(api.requests.length, before);
    proxy = await startForwardProxy({ route: () => undefined });
  });

  it('says that what answers at the address is no proxy, or does not answer', async () => {
    const error = await failing(networkOf({ proxy: tlsProxy.url.replace('https:', 'http:') }));
    assert.equal(error.details.atProxy, true);
    const other = await failing(networkOf({ proxy: proxy.url.replace('http:', 'https:') }));
    assert.deepEqual([other.kind, other.details.atProxy], ['unreachable', true]);
  });

  it('says that an address cannot be used', async () => {
    for (const proxy of [
      ...['socks4://127.0.0.1:1', 'http://', 'http://a b', 'ftp://127.0.0.1', 'http://me:secret@'],
      ...[
        'http://me:secret@127.0.0.1:port',
        'http://corp\\me',
        'http://127.0.0.1:80#x',
        'http://me:a@b@c d:80',
      ],
    ]) {
      const { kind, details, message } = await failing(networkOf({ proxy }));
      assert.deepEqual([kind, details.proxyPart], ['proxyUnusable', 'address'], proxy);
      assert.doesNotMatch(message, /secret/);
    }
  });

  it('says that http.proxyAuthorization is no header', async () => {
    for (const proxyAuthorization of ['Basic a\nb', 'Basic \u{1F511}', 'Basic \u0000']) {
      const { kind, details } = await failing(networkOf({ proxy: proxy.url, proxyAuthorization }));
      assert.deepEqual([kind, details.proxyPart], ['proxyUnusable', 'authorization']);
    }
  });

  for (const [written, meant] of [
    ['me:w%rd', 'me:w%rd'],
    ['me:100%', 'me:100%'],
    ['me:%zz%41', 'me:%zz%41'],
    ['me:p#ss', 'me:p#ss'],
    ['me:12#34', 'me:12#34'],
    ['me:p@ss', 'me:p@ss'],
    ['me@corp.example:p@s@s', 'me@corp.example:p@s@s'],
    ['CORP\\me:secret', 'CORP\\me:secret'],
    ['CORP\\me:p\\a/s?s', 'CORP\\me:p\\a/s?s'],
    ['me:a:b', 'me:a:b'],
    ['mé:ß€ "x" [y]', 'mé:ß€ "x" [y]'],
    ['CORP%5Cme:p%23%40%25%3A%2F', 'CORP\\me:p#@%:/'],
    ['token', 'token:'],
  ] as const)
    it(`signs in with what is meant by “${written}” in the address`, async () => {
      proxy.credentials = meant;
      await fetchOne(networkOf({ proxy: proxy.url.replace('://', `://${written}@`) }));
      await fetchOne(networkOf({}, { HTTPS_PROXY: proxy.url.replace('http://', `${written}@`) }));
      assert.deepEqual([proxy.requests.length, proxy.open.length], [2, 2]);
    });

  it('signs in to a SOCKS proxy with what is meant', async () => {
    const received: string[] = [];
    const socks = createServer((socket) => {
      socket
        .on('error', () => {})
        .once('data', () => {
          socket.write(Buffer.from([5, 2])); // User and password (RFC 1929).
          socket.once('data', (request) => {
            const userEnd = 2 + (request[1] ?? 0);
            received.push(`${request.subarray(2, userEnd)}`, `${request.subarray(userEnd + 1)}`);
            socket.end(Buffer.from([1, 1])); // Refused.
          });
        });
    });
    await new Promise<void>((resolve) => socks.listen(0, '127.0.0.1', resolve));
    const address = socks.address();
    const port = typeof address === 'object' ? address?.port : 0;
    try {
      const error = await failing(networkOf({ proxy: `socks5://CORP\\me:p#%s@127.0.0.1:${port}` }));
      assert.deepEqual([error.kind, error.details.proxyPart], ['proxyRefused', 'authorization']);
    } finally {
      socks.close();
    }
    assert.deepEqual(received.slice(0, 2), ['CORP\\me', 'p#%s']);
  });

  describe('certificates', () => {
    it('of the proxy are verified, unless http.proxyStrictSSL is off', async () => {
      await tlsProxy.close();
      tlsProxy = await startForwardProxy({ route: () => api.port, tls: stranger });
      const error = await failing(networkOf({ proxy: tlsProxy.url }));
      assert.deepEqual([error.kind, error.details.atProxy], ['tlsUntrusted', true]);
      await fetchOne(networkOf({ proxy: tlsProxy.url, proxyStrictSsl: false }));
      assertUnread(tlsProxy);
    });

    const untrusted: [what: string, made: () => Promise<Certificate>][] = [
      ['a stranger’s', async () => stranger],
      ['an expired one', () => authority.issue([name], Date.now() - 1000)],
      ['one for another name', () => authority.issue(['other.invalid'])],
    ];
    for (const [what, made] of untrusted) {
      it(`of Twilio are always verified: ${what} is refused, and nothing is sent`, async () => {
        const other = await startSampleServer({ tls: await made(), origin });
        const through = await startForwardProxy({ route: () => other.port });
        try {
          const error = await failing(networkOf({ proxy: through.url, proxyStrictSsl: false }));
          assert.deepEqual([error.kind, error.details.atProxy], ['tlsUntrusted', undefined]);
          assert.deepEqual(other.requests, []);
        } finally {
          await through.close();
          await other.close();
        }
      });
    }
  });

  describe('which way', () => {
    it('the settings say goes before the environment, whose names count in any case', async () => {
      await fetchOne(networkOf({ proxy: proxy.url }, { HTTPS_PROXY: tlsProxy.url }));
      assert.deepEqual([proxy.requests.length, tlsProxy.requests.length], [1, 0]);
      for (const variable of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']) {
        await fetchOne(networkOf({}, { [variable]: tlsProxy.url }));
      }
      await fetchOne(networkOf({}, { HTTPS_PROXY: `127.0.0.1:${proxy.port}` }));
      assert.deepEqual([proxy.requests.length, tlsProxy.requests.length], [2, 4]);
    });

    for (const [what, settings, environment] of [
      ['http.noProxy', { noProxy: ['.twilio.invalid'] }, {}],
      ['http.noProxy with other entries', { noProxy: ['other.invalid', name] }, {}],
      ['NO_PROXY beside http.noProxy', { noProxy: ['other.invalid'] }, { NO_PROXY: `a.invalid, ${name}` }],
      ['NO_PROXY beside an empty no_proxy', {}, { no_proxy: '', NO_PROXY: name }],
      ['http.proxySupport that is off', { proxySupport: false }, {}],
    ] as const) {
      it(`is the direct one: ${what}`, async () => {
        const error = await failing(networkOf({ ...settings, proxy: proxy.url }, environment));
        assert.equal(error.kind, 'unreachable');
        assert.deepEqual(proxy.requests, []);
      });
    }

    it('to this machine is never through a proxy', async () => {
      const client = createClient({
        origin: api.url,
        credentials: { username, password },
        userAgent: 'x',
        maxConcurrentRequests: 1,
        network: networkOf({ proxy: 'http://127.0.0.1:9' }),
      });
      const [sid] = sids();
      assert.ok(sid && (await client.fetchRoom(sid, never)).sid === sid);
      await client.close();
    });
  });

  it('changes with the settings: what is under way ends well, what comes goes the new way', async () => {
    const held = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    let first = true;
    const slow = await startSampleServer({
      world: api.world,
      tls: await authority.issue([name]),
      origin,
      accounts: [{ username, password, access }],
      intercept: async () => {
        if (!first) return false;
        first = false;
        arrived.resolve();
        await held.promise;
        return false;
      },
    });
    const [old, fresh] = [
      await startForwardProxy({ route: () => slow.port }),
      await startForwardProxy({ route: () => slow.port }),
    ];
    const network = networkOf({ proxy: old.url });
    const client = clientIn(network);
    try {
      const [one, other] = sids();
      assert.ok(one && other);
      const underWay = client.fetchRoom(one, never);
      await arrived.promise;
      network.change({ ...plainNetwork, proxy: fresh.url });
      assert.equal((await client.fetchRoom(other, never)).sid, other);
      assert.deepEqual([old.requests.length, fresh.requests.length], [1, 1]);
      held.resolve();
      assert.equal((await underWay).sid, one);
    } finally {
      await client.close();
      await old.close();
      await fresh.close();
      await slow.close();
    }
  });

  it('holds the number of requests in flight through a proxy, as the server counts', async () => {
    const busy = await startSampleServer({
      world: api.world,
      tls: await authority.issue([name]),
      origin,
      latency: 20,
    });
    const through = await startForwardProxy({ route: () => busy.port });
    const client = clientIn(networkOf({ proxy: through.url }), 3);
    try {
      await Promise.all(sids().map((sid) => client.fetchRoom(sid, never)));
      assert.deepEqual([busy.mostInFlight, busy.mostConnections], [3, 3]);
      await client.close();
      await eventually(() => busy.connections + through.connections === 0, 'every socket is closed');
    } finally {
      await client.close();
      await through.close();
      await busy.close();
    }
  });
});
