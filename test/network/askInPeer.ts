import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { PeerReport, PeerTask } from './peer.ts';

const program = fileURLToPath(new URL('peer.ts', import.meta.url));

/** Has a process of its own ask; Node reads some of its environment only at its start. */
export async function askInPeer(task: PeerTask, environment: NodeJS.ProcessEnv = {}): Promise<PeerReport> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, JSON.stringify(task)], {
    env: { ...process.env, NODE_NO_WARNINGS: '1', ...environment },
  });
  return JSON.parse(stdout) as PeerReport;
}
