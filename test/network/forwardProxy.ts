import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Certificate } from './certificates.ts';

export interface ProxyOptions {
  /** Where each host and port leads: a port of 127.0.0.1; undefined is a host that does not exist. */
  readonly route: (target: string) => number | undefined;
  /** With it, the proxy itself is spoken to over TLS. */
  readonly tls?: Certificate;
  readonly port?: number;
}

/** A tunnel, or a request in the clear, that somebody asked for. */
export interface ProxiedRequest {
  readonly method: string;
  /** Host and port, or an absolute address in the clear. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

export interface ForwardProxy {
  readonly url: string;
  readonly port: number;
  /** Everything asked so far, refused or not. */
  readonly requests: readonly ProxiedRequest[];
  /** Everything that went through before TLS was spoken, and so lay open to the proxy. */
  readonly open: readonly string[];
  /** Connections that stand. */
  readonly connections: number;
  /** Settles when none stands any more. */
  emptied(): Promise<void>;
  /** User and password that are asked for from now on; undefined lets everybody through. */
  credentials: string | undefined;
  /** Answers every request with this status; undefined is a proxy that works. */
  refusal: number | undefined;
  /** Takes requests and never answers them. */
  silent: boolean;
  /** Cuts every connection that stands; new ones are taken. */
  cut(): void;
  close(): Promise<void>;
}

/** A forward proxy on 127.0.0.1 that makes tunnels, and nothing but tunnels. */
export async function startForwardProxy({ route, tls, port = 0 }: ProxyOptions): Promise<ForwardProxy> {
  const requests: ProxiedRequest[] = [];
  const sockets = new Set<Duplex>();
  const open: string[] = [];

  const server = tls ? createTlsServer(tls) : createServer();
  server.on('connection', (socket: Duplex) => {
    sockets.add(socket.on('error', () => {}));
    socket.once('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) server.emit('emptied');
    });
  });
  server.on('request', (request, response) => {
    note(request);
    response.writeHead(405).end();
  });
  server.on('connect', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    note(request);
    socket.on('error', () => {});
    if (proxy.silent) return;
    const upstream = status(request) === 200 ? route(request.url ?? '') : undefined;
    if (upstream === undefined) {
      const refused = status(request) === 200 ? 502 : status(request);
      const challenge = refused === 407 ? 'Proxy-Authenticate: Basic realm="test"\r\n' : '';
      socket.end(`HTTP/1.1 ${refused} No\r\n${challenge}Content-Length: 9\r\n\r\n<b>No</b>`);
      return;
    }
    const through = connect(upstream, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      through.write(head);
      socket.pipe(through).pipe(socket);
    });
    socket.once('data', (first: Buffer) => open.push(first.toString('latin1')));
    through.on('error', () => socket.destroy());
    through.once('close', () => socket.destroy());
    socket.once('close', () => through.destroy());
  });

  function cut(): void {
    for (const socket of sockets) socket.destroy();
  }

  function note({ method = '', url = '', headers }: IncomingMessage): void {
    requests.push({ method, target: url, headers });
  }

  function status({ headers }: IncomingMessage): number {
    if (proxy.refusal !== undefined) return proxy.refusal;
    if (proxy.credentials === undefined) return 200;
    const expected = `Basic ${Buffer.from(proxy.credentials).toString('base64')}`;
    return headers['proxy-authorization'] === expected ? 200 : 407;
  }

  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  const proxy: ForwardProxy = {
    credentials: undefined,
    refusal: undefined,
    silent: false,
    cut,
    url: `${tls ? 'https' : 'http'}://localhost:${taken}`,
    port: taken,
    requests,
    open,
    get connections() {
      return sockets.size;
    },
    emptied: async () => {
      if (sockets.size > 0) await once(server, 'emptied');
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
  return proxy;
}
