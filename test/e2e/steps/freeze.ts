import assert from 'node:assert/strict';
import { runningProcesses } from '../../workers/processTree.ts';
import { eventually } from './eventually.ts';

/**
 * Stops the extension hosts of a VS Code in the middle of what they do, as a machine does that is busy elsewhere; the
 * window goes on. They go on when the function is called that this returns.
 * @param server the process that has started them
 */
export function freezeExtensions(server: number): () => void {
  const hosts = extensionHosts(server);
  assert.ok(hosts.length > 0, 'no extension host runs');
  signal(hosts, 'SIGSTOP');
  return () => signal(hosts, 'SIGCONT');
}

/**
 * Ends the extension hosts of a VS Code as a crash does; resolves when VS Code has started another one, which it does
 * by itself three times within five minutes.
 * @param server the process that has started them
 */
export async function crashExtensions(server: number): Promise<void> {
  const before = extensionHosts(server);
  assert.ok(before.length > 0, 'no extension host runs');
  signal(before, 'SIGKILL');
  await eventually(
    async () => extensionHosts(server).some((pid) => !before.includes(pid)),
    'another extension host runs',
    30_000,
  );
}

/** A process that a host has just forked looks like the host until it runs its program, and may have ended since. */
function signal(hosts: readonly number[], name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void {
  for (const pid of hosts) {
    try {
      process.kill(pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** The server is the leader of their process group. */
function extensionHosts(server: number): number[] {
  return runningProcesses()
    .filter(({ group, command }) => group === server && command.includes('--type=extensionHost'))
    .map(({ pid }) => pid);
}
