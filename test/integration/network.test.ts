import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { VideoRooms } from '../../src/extension.ts';
import { commands } from '../../src/ids.ts';
import { CertificateAuthority } from '../network/certificates.ts';
import { type ForwardProxy, startForwardProxy } from '../network/forwardProxy.ts';
import { type SampleServer, startSampleServer } from '../sampleServer/server.ts';
import { below, labelOf, set, settled, signIn, signOut } from './fixtures.ts';

/** A name that only the proxies of this file know. */
const name = 'insights.twilio.invalid';
const origin = `https://${name}`;
const environmentProxy = process.env.HTTPS_PROXY;

describe('The network as VS Code’s settings say', () => {
  const authority = CertificateAuthority.ofRun();
  let api: SampleServer;
  let proxy: ForwardProxy;
  let tlsProxy: ForwardProxy;
  const route = (asked: string) => (asked === `${name}:443` ? api.port : undefined);

  before(async () => {
    // What the environment names would be taken where no setting does; only one test is about it.
    delete process.env.HTTPS_PROXY;
    api = await startSampleServer({ tls: await authority.issue([name]), origin });
    proxy = await startForwardProxy({ route });
    tlsProxy = await startForwardProxy({ route, tls: await authority.issue(['localhost']) });
  });

  afterEach(async () => {
    await signOut();
    for (const key of ['proxy', 'noProxy', 'proxyAuthorization']) await set(`http.${key}`, undefined);
    await trustSystem(undefined);
    proxy.credentials = undefined;
  });

  after(async () => {
    if (environmentProxy !== undefined) process.env.HTTPS_PROXY = environmentProxy;
    await proxy.close();
    await tlsProxy.close();
    await api.close();
  });

  /** Has VS Code's fetch trust what the system trusts, in versions that do so only where a setting says it. */
  async function trustSystem(value: true | undefined): Promise<void> {
    const setting = 'http.systemCertificatesNode';
    if (vscode.workspace.getConfiguration().inspect(setting)?.defaultValue !== undefined)
      await set(setting, value);
  }

  /** The tunnels to Twilio that a proxy was asked for. */
  const tunnels = ({ requests }: ForwardProxy) =>
    requests.filter(({ method, target }) => method === 'CONNECT' && target === `${name}:443`).length;

  async function refresh(running: VideoRooms): Promise<void> {
    await vscode.commands.executeCommand(commands.refresh);
    await settled(running);
  }

  /** What the list says of its failure, and the steps below it. */
  async function failure(running: VideoRooms): Promise<{ title: string; steps: string[] } | undefined> {
    const node = (await below(running)).find(({ kind }) => kind === 'failure');
    if (!node) return undefined;
    const steps = await below(running, node);
    return { title: labelOf(running, node), steps: steps.map((step) => labelOf(running, step)) };
  }

  it('http.proxy carries every request, and a change of it counts without a reload', async () => {
    await set('http.proxy', proxy.url);
    const running = await signIn(origin);
    assert.equal(await failure(running), undefined);
    await refresh(running); // Ends when the rooms in progress have been asked for too.
    const first = tunnels(proxy);
    assert.ok(first > 0 && tunnels(tlsProxy) === 0);
    await set('http.proxy', tlsProxy.url);
    await refresh(running);
    assert.equal(await failure(running), undefined);
    assert.equal(tunnels(proxy), first);
    assert.ok(tunnels(tlsProxy) > 0);
    for (const one of proxy.open) assert.equal(one.charCodeAt(0), 0x16, 'the tunnel begins with TLS');
  });

  it('a proxy that asks for a sign-in is told with a way to its settings; http.proxyAuthorization answers it', async () => {
    await set('http.proxy', proxy.url);
    const running = await signIn(origin);
    proxy.credentials = 'me:secret';
    await set('http.noProxy', ['other.invalid']); // A change: no connection that stands is taken again.
    await refresh(running);
    assert.deepEqual(await failure(running), {
      title: 'The proxy requires authentication',
      steps: ['Retry', 'Proxy Settings', 'Show Log'],
    });
    await set('http.proxyAuthorization', `Basic ${Buffer.from('me:secret').toString('base64')}`);
    await refresh(running);
    assert.equal(await failure(running), undefined);
  });

  it('http.noProxy is asked directly', async () => {
    await set('http.proxy', proxy.url);
    const running = await signIn(origin);
    await set('http.noProxy', [name]);
    const [before, rooms] = [tunnels(proxy), await below(running)];
    await refresh(running);
    assert.equal((await failure(running))?.title, 'Twilio cannot be reached');
    assert.equal(tunnels(proxy), before);
    const kept = (await below(running)).filter(({ kind }) => kind === 'group');
    assert.deepEqual(kept, rooms, 'a name that is not found any more leaves the rooms where they are');
    await set('http.noProxy', undefined);
    await refresh(running);
    assert.equal(await failure(running), undefined);
  });

  it('a proxy that only VS Code knows is reached through its fetch', async function () {
    if (environmentProxy === undefined) this.skip(); // Desktop VS Code is started without it.
    // In VS Code 1.105 on a server, this request neither ends nor fails, for a reason that is not known.
    if (Number(vscode.version.split('.')[1]) <= 105) this.skip();
    await trustSystem(true);
    const known = await startForwardProxy({ route, port: Number(new URL(environmentProxy).port) });
    try {
      const running = await signIn(origin);
      assert.equal(await failure(running), undefined);
      assert.ok(tunnels(known) > 0);
    } finally {
      await known.close();
    }
  });

  it('leaves no connection when the person has signed out', async () => {
    await set('http.proxy', proxy.url);
    await signIn(origin);
    assert.ok(proxy.connections > 0);
    const gone = proxy.emptied();
    await signOut();
    await gone;
    assert.equal(proxy.connections, 0);
  });
});
