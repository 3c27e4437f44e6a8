import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A process of this machine. */
export interface RunningProcess {
  pid: number;
  parent: number;
  /** The leader of its process group. */
  group: number;
  /** Program and arguments. */
  command: string;
}

/** A process and all that it and its children have started, as long as its parents run. */
export function processTree(pid: number): number[] {
  const all = runningProcesses();
  const tree = [pid];
  // Grows while it is walked.
  for (const parent of tree) tree.push(...all.filter((one) => one.parent === parent).map((one) => one.pid));
  return tree;
}

/** Ends processes at once, also those that ignore other signals. */
export function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** Every process that runs. A bare Linux has no `ps`, other systems have no /proc, and Windows has neither: none. */
export function runningProcesses(): RunningProcess[] {
  if (process.platform === 'win32') return [];
  return existsSync('/proc/self/stat') ? fromProc() : fromPs();
}

function fromPs(): RunningProcess[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([pid, parent, group, ...command]) => ({
      ...{ pid: Number(pid), parent: Number(parent), group: Number(group) },
      command: command.join(' '),
    }));
}

function fromProc(): RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        // Behind the name in parentheses: state, parent, group.
        const [, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return [{ pid: Number(pid), parent: Number(parent), group: Number(group), command }];
      } catch {
        return []; // It has ended meanwhile.
      }
    });
}
