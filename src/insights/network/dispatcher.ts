import type { SecureContext } from 'node:tls';
import type { Dispatcher, EnvHttpProxyAgent } from 'undici';
// Not undici's index: importing that claims the process-wide global dispatcher
// where none is set yet, and this process is shared with other extensions.
import buildConnector from 'undici/lib/core/connect.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import ProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js';
import type { HttpProxy } from './networkSettings.ts';
import { proxyConnections } from './proxyTunnel.ts';

/** How long a person waits before "no answer" is the better answer; milliseconds. */
export interface Timeouts {
  readonly connect: number;
  /** From the request to the first byte of the answer. */
  readonly headers: number;
  /** Between two pieces of the answer. */
  readonly body: number;
  /** From the request to the last byte. */
  readonly total: number;
}

export const defaultTimeouts: Timeouts = { connect: 10_000, headers: 30_000, body: 30_000, total: 120_000 };

/** The same proportions for another `whole`; seconds. */
export function timeoutsWithin(seconds: number): Timeouts {
  const share = (part: number) => Math.round((part / defaultTimeouts.total) * seconds * 1000);
  const { connect, headers, body, total } = defaultTimeouts;
  return { connect: share(connect), headers: share(headers), body: share(body), total: share(total) };
}

/** More than the largest page of rooms by far; bytes, after decompression. */
export const maxBodyBytes = 64 * 1024 * 1024;

/** No connection to the API came about: nothing of the request was sent. The cause says why. */
export class ConnectFailure extends Error {}

export interface Route {
  /** Undefined where nothing is encrypted: on this machine. */
  readonly trust: SecureContext | undefined;
  readonly proxy: HttpProxy | undefined;
}

/** Connections of our own: nothing here is shared with, or changes, other users of HTTP in the process. */
export function createDispatcher(connections: number, wait: Timeouts, { trust, proxy }: Route): Dispatcher {
  const tls = { timeout: wait.connect, allowH2: false, ...(trust && { secureContext: trust }) };
  const limits = {
    connections,
    pipelining: 1,
    allowH2: false,
    headersTimeout: wait.headers,
    bodyTimeout: wait.body,
    maxResponseSize: maxBodyBytes,
  };
  if (!proxy) return new Agent({ ...limits, connect: tellingConnector(tls) });
  const options: EnvHttpProxyAgent.Options = {
    ...limits,
    httpProxy: '', // Plain http is spoken within this machine only.
    httpsProxy: proxy.address,
    noProxy: proxy.noProxy.join(','),
    ...(proxy.authorization !== undefined && { token: proxy.authorization }),
    connect: tls,
    requestTls: tls,
    proxyTls: { ...tls, rejectUnauthorized: proxy.strictSsl },
    clientFactory: (origin, given) => proxyConnections(origin, given, wait.connect),
  };
  return new ProxyAgent(options);
}

/** Tells what goes wrong until a connection stands from what goes wrong on it. */
function tellingConnector(options: buildConnector.BuildOptions): buildConnector.connector {
  const connect = buildConnector(options);
  return (target, done) => {
    connect(target, (...[error, socket]) => {
      if (error) done(new ConnectFailure('No connection', { cause: error }), null);
      else done(null, socket);
    });
  };
}
