import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type SampleRequest, sampleApi } from '../../src/sample/api/api.ts';
import type { SampleReply } from '../../src/sample/api/replies.ts';
import { SampleWorld } from '../../src/sample/world/world.ts';
import { basic, type SampleAccount, sampleAccounts } from './accounts.ts';

export interface SampleServerOptions {
  /** The world served; if not given, one of `seed`, `size` and `now`. */
  readonly world?: SampleWorld;
  readonly seed?: number;
  readonly size?: number;
  /** Milliseconds since 1970; the moment of the start if not given. */
  readonly now?: number;
  /** Milliseconds since 1970: lets time go on in the world. Without it, it stands still at the world's moment. */
  readonly clock?: () => number;
  /** 0, the default, is any free port. */
  readonly port?: number;
  /** With it, the API is spoken to over TLS. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** What the API calls itself in its links; its address on 127.0.0.1 if not given. */
  readonly origin?: string;
  /** Who may sign in. Everybody of `sampleAccounts` if not given. */
  readonly accounts?: readonly SampleAccount[];
  /** Milliseconds before each answer. */
  readonly latency?: number | ((url: string) => number);
  /** Called before each answer; true says that it answered, or never will. */
  readonly intercept?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
}

export interface LoggedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface SampleServer {
  /** The origin, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly world: SampleWorld;
  /** Everything asked so far, in order. */
  readonly requests: readonly LoggedRequest[];
  /** Requests that have come and are not answered, and the most of them there ever were. */
  readonly inFlight: number;
  readonly mostInFlight: number;
  /** Connections that stand, and the most of them there ever were. */
  readonly connections: number;
  readonly mostConnections: number;
  /** Presents this certificate to connections from now on. */
  useCertificate(tls: { readonly cert: string; readonly key: string }): void;
  /** Cuts every connection and stops listening. */
  close(): Promise<void>;
}

/** Serves the sample API over HTTP on 127.0.0.1. Rejects where the port is taken. */
export async function startSampleServer(options: SampleServerOptions = {}): Promise<SampleServer> {
  const now = options.now ?? Date.now();
  const world = options.world ?? new SampleWorld({ ...options, now });
  const requests: LoggedRequest[] = [];
  let inFlight = 0;
  let mostInFlight = 0;

  const sockets = new Set<Socket>();
  let mostConnections = 0;

  const listener = (request: IncomingMessage, response: ServerResponse) => {
    requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers });
    inFlight++;
    mostInFlight = Math.max(mostInFlight, inFlight);
    response.once('close', () => inFlight--);
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  };
  const secure = options.tls && createTlsServer(options.tls, listener);
  const server = secure ?? createServer(listener);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    mostConnections = Math.max(mostConnections, sockets.size);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `${secure ? 'https' : 'http'}://127.0.0.1:${port}`;
  const api = apiOfAccounts(
    world,
    options.accounts ?? accountsOf(world),
    options.origin ?? url,
    options.clock,
  );

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const delay = typeof options.latency === 'function' ? options.latency(path) : (options.latency ?? 0);
    if (delay > 0) await wait(delay);
    if (await options.intercept?.(request, response)) return;
    const { authorization } = request.headers;
    const reply = api({ method: request.method ?? '', url: path, authorization });
    response.writeHead(reply.status, reply.headers).end(reply.body);
  }

  return {
    url,
    port,
    world,
    requests,
    get inFlight() {
      return inFlight;
    },
    get mostInFlight() {
      return mostInFlight;
    },
    get connections() {
      return sockets.size;
    },
    get mostConnections() {
      return mostConnections;
    },
    useCertificate: (tls) => secure?.setSecureContext(tls),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The default accounts, and the world's own account SID where it is not the one of the default seed. */
function accountsOf(world: SampleWorld): SampleAccount[] {
  return [...Object.values(sampleAccounts), { ...sampleAccounts.authToken, username: world.accountSid }];
}

function apiOfAccounts(
  world: SampleWorld,
  accounts: readonly SampleAccount[],
  origin: string,
  clock?: () => number,
): (request: SampleRequest) => SampleReply {
  const apis = new Map(
    accounts.map((account) => [
      basic(account),
      sampleApi({
        world: account.seed === undefined ? world : new SampleWorld({ seed: account.seed, now: world.now }),
        origin,
        authorize: () => account.access,
        ...(clock && { now: clock }),
      }),
    ]),
  );
  const strangers = sampleApi({ world, origin, authorize: () => 'unauthorized' });
  return (request) => (apis.get(request.authorization ?? '') ?? strangers)(request);
}
