import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/**
 * Stops the extension hosts of a VS Code in the middle of what they do, as a machine does that is busy elsewhere; the
 * window goes on. They go on when the function is called that this returns.
 * @param server the process that has started them
 */
export function freezeExtensions(server: number): () => void {
  const hosts = extensionHosts(server);
  assert.ok(hosts.length > 0, 'no extension host runs');
  for (const pid of hosts) process.kill(pid, 'SIGSTOP');
  return () => {
    for (const pid of hosts) process.kill(pid, 'SIGCONT');
  };
}

/** The server is the leader of their process group. */
function extensionHosts(server: number): number[] {
  return processes()
    .filter(({ group, command }) => group === server && command.includes('--type=extensionHost'))
    .map(({ pid }) => pid);
}

function processes(): { pid: number; group: number; command: string }[] {
  // A bare Linux has no `ps`; other systems have no /proc.
  if (!existsSync('/proc/self/stat'))
    return execFileSync('ps', ['-A', '-o', 'pid=,pgid=,args='], { encoding: 'utf8' })
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .map(([pid, group, ...command]) => ({
        ...{ pid: Number(pid), group: Number(group) },
        command: command.join(' '),
      }));
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        // Behind the name in parentheses: state, parent, group.
        const group = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
        return [{ pid: Number(pid), group, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }];
      } catch {
        return []; // It has ended meanwhile.
      }
    });
}
