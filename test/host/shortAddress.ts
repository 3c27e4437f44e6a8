import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A short address that forwards to a long one. */
export interface ShortAddress {
  /** As short as one on loopback can be: `http://localhost:49152`. */
  url: string;
  close(): Promise<void>;
}

/** Listens on a free port of loopback, and sends each browser that comes on to `target`. */
export async function shortAddress(target: string): Promise<ShortAddress> {
  const server = createServer((_, response) => response.writeHead(302, { location: target }).end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
