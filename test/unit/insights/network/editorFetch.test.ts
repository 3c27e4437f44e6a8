import assert from 'node:assert/strict';
import { askInPeer } from '../../../network/askInPeer.ts';
import { CertificateAuthority } from '../../../network/certificates.ts';
import { type ForwardProxy, startForwardProxy } from '../../../network/forwardProxy.ts';
import { sampleAccounts } from '../../../sampleServer/accounts.ts';
import { type SampleServer, startSampleServer } from '../../../sampleServer/server.ts';

const name = 'insights.twilio.invalid';
const origin = `https://${name}`;
const { username, password } = sampleAccounts.apiKey;
const room = '/v1/Video/Rooms?PageSize=1';
const asking = { origin, credentials: { username, password }, paths: [room] };

describe('The editor’s own way', () => {
  const authority = CertificateAuthority.ofRun();
  let api: SampleServer;
  let proxy: ForwardProxy;

  beforeEach(async () => {
    api = await startSampleServer({
      tls: await authority.issue([name]),
      origin,
      intercept: ({ url = '' }, response) => {
        if (url === '/moved') response.writeHead(302, { location: 'https://attacker.invalid/' }).end();
        else if (url === '/large') response.writeHead(200).end(Buffer.alloc(65 * 1024 * 1024, 'x'));
        else if (url === '/latin') response.writeHead(200).end(Buffer.from([0x22, 0xff, 0x22]));
        else if (url === '/half') response.writeHead(200, { 'content-length': '99' }).write('{');
        else return url === '/silent';
        return true;
      },
    });
    proxy = await startForwardProxy({ route: (asked) => (asked === `${name}:443` ? api.port : undefined) });
  });

  afterEach(async () => {
    await proxy.close();
    await api.close();
  });

  const knowing = () => ({ NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: proxy.url, NO_PROXY: '' });

  it('is taken where ours ends nowhere, kept from then on, and told once', async () => {
    const { answers, switches } = await askInPeer({ ...asking, paths: [room, room, room] }, knowing());
    assert.deepEqual([answers, switches], [[200, 200, 200], 1]);
    assert.equal(api.requests.length, 3);
    assert.ok(proxy.requests.every((one) => one.method === 'CONNECT' && one.target === `${name}:443`));
    assert.doesNotMatch(JSON.stringify(proxy.requests), new RegExp(`${password}|${username}`));
  });

  it('has the same limits: no redirect is followed, no more is read and waited for', async () => {
    const paths = ['/moved', '/large', '/latin', '/silent', '/half'];
    const { answers } = await askInPeer({ ...asking, paths, timeout: 1500 }, knowing());
    assert.deepEqual(answers, [302, 'tooLarge', 'unexpectedReply', 'timedOut', 'timedOut']);
    assert.deepEqual(
      proxy.requests.filter(({ target }) => target !== `${name}:443`),
      [],
    );
  }).timeout(60_000);

  it('is not taken where it ends nowhere either', async () => {
    const { answers, switches } = await askInPeer({ ...asking, paths: [room, room] }, {});
    assert.deepEqual([answers, switches], [['unreachable', 'unreachable'], 0]);
  });

  it('is not taken around a proxy that is set', async () => {
    const { answers, switches } = await askInPeer({ ...asking, proxy: 'http://127.0.0.1:9' }, knowing());
    assert.deepEqual([answers, switches, api.requests.length], [['unreachable'], 0, 0]);
  });

  it('is tried for a proxy that asks for a sign-in of which our settings know nothing', async () => {
    proxy.credentials = 'me:secret';
    const environment = { ...knowing(), HTTPS_PROXY: proxy.url.replace('://', '://me:secret@') };
    const { answers, switches } = await askInPeer(
      { ...asking, proxy: proxy.url, paths: [room, room] },
      environment,
    );
    assert.deepEqual([answers, switches], [[200, 200], 1]);
    const wrong = await askInPeer(
      { ...asking, proxy: proxy.url.replace('://', '://me:wrong@') },
      environment,
    );
    assert.deepEqual([wrong.answers, wrong.switches], [['proxyRefused'], 0]);
  });
});
