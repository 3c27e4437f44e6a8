import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface DeafServer {
  close(): Promise<void>;
}

/** More than the system keeps waiting for a server that does not take connections. */
const callers = 8;

/**
 * Listens on a port of 127.0.0.1 and takes no connection: who connects waits.
 * A process that is stopped does so; its queue is filled first.
 */
export async function startDeafServer(port: number): Promise<DeafServer> {
  const script = `require('node:net').createServer().listen({ port: ${port}, host: '127.0.0.1', backlog: 1 }, () => console.log('listening'))`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGSTOP');
  const first = await connected(port);
  const sockets = [first, ...Array.from({ length: callers }, () => caller(port))];
  return {
    close: async () => {
      for (const socket of sockets) socket.destroy();
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

function caller(port: number): Socket {
  return connect(port, '127.0.0.1').on('error', () => {});
}

async function connected(port: number): Promise<Socket> {
  const socket = caller(port);
  await once(socket, 'connect');
  return socket;
}
