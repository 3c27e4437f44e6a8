import type { SecureContext } from 'node:tls';
import type { Dispatcher, EnvHttpProxyAgent } from 'undici';
// Not undici's index: importing that claims the process-wide global dispatcher
// where none is set yet, and this process is shared with other extensions.
import buildConnector from 'undici/lib/core/connect.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import ProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js';
import type { HttpProxy } from './networkSettings.ts';
import { proxyConnections } from './proxyTunnel.ts';

/** Time limits of a request, after which it fails as `timedOut`; milliseconds. */
export interface Timeouts {
  readonly connect: number;
  /** From the request to the first byte of the reply. */
  readonly headers: number;
  /** Between two chunks of the reply. */
  readonly body: number;
  /** From the request to the last byte. */
  readonly total: number;
}

export const defaultTimeouts: Timeouts = { connect: 10_000, headers: 30_000, body: 30_000, total: 120_000 };

/** The default timeouts, scaled to a total of so many seconds. */
export function timeoutsWithin(seconds: number): Timeouts {
  const share = (part: number) => Math.round((part / defaultTimeouts.total) * seconds * 1000);
  const { connect, headers, body, total } = defaultTimeouts;
  return { connect: share(connect), headers: share(headers), body: share(body), total: share(total) };
}

/** Far more than the largest page of rooms; bytes, after decompression. */
export const maxBodyBytes = 64 * 1024 * 1024;

/** No connection to the API was made: nothing of the request was sent. The cause says why. */
export class ConnectFailure extends Error {}

/** How requests to an origin are sent. */
export interface Route {
  /** Undefined for plain http, which is used on this machine only. */
  readonly trust: SecureContext | undefined;
  readonly proxy: HttpProxy | undefined;
}

/**
 * A dispatcher with its own connections: it shares nothing with other users of HTTP in the process and
 * changes nothing for them.
 */
export function createDispatcher(
  connections: number,
  timeouts: Timeouts,
  { trust, proxy }: Route,
): Dispatcher {
  const tls = { timeout: timeouts.connect, allowH2: false, ...(trust && { secureContext: trust }) };
  const limits = {
    connections,
    pipelining: 1,
    allowH2: false,
    headersTimeout: timeouts.headers,
    bodyTimeout: timeouts.body,
    maxResponseSize: maxBodyBytes,
  };
  if (!proxy) return new Agent({ ...limits, connect: wrapConnectErrors(tls) });
  const options: EnvHttpProxyAgent.Options = {
    ...limits,
    httpProxy: '', // Plain http is used on this machine only.
    httpsProxy: proxy.address,
    noProxy: proxy.noProxy.join(','),
    ...(proxy.authorization !== undefined && { token: proxy.authorization }),
    ...proxy.credentials, // Only used for SOCKS.
    connect: tls,
    requestTls: tls,
    // With it, undici speaks TLS to a SOCKS proxy, which has none.
    ...(proxy.address.startsWith('http') && { proxyTls: { ...tls, rejectUnauthorized: proxy.strictSsl } }),
    clientFactory: (origin, poolOptions) => proxyConnections(origin, poolOptions, timeouts.connect),
  };
  return new ProxyAgent(options);
}

/**
 * Wraps errors in `ConnectFailure`, which distinguishes a failure to connect from a failure on a connection.
 */
function wrapConnectErrors(options: buildConnector.BuildOptions): buildConnector.connector {
  const connect = buildConnector(options);
  return (target, done) => {
    connect(target, (...[error, socket]) => {
      if (error) done(new ConnectFailure('No connection', { cause: error }), null);
      else done(null, socket);
    });
  };
}
