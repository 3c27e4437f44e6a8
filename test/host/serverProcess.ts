import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** Where a server keeps what it must remember. */
export interface ServerFolders {
  /** Installed extensions. */
  extensionsDir: string;
  /** Profile, state and logs. */
  serverDataDir: string;
}

/** Starts the server program of the VS Code in `code`, in a process group of its own. */
export function spawnServer(
  code: string,
  folders: ServerFolders,
  task: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): ChildProcess {
  const args = [
    join(code, 'out', 'server-main.js'),
    ...task,
    ...['--server-data-dir', folders.serverDataDir, '--extensions-dir', folders.extensionsDir],
    ...['--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust'],
  ];
  const env = {
    ...process.env,
    // Without a gallery there is nothing to ask for updates or recommendations.
    EXTENSIONS_GALLERY: '{}',
    ...environment,
  };
  // A group of its own, for `killGroup`.
  const detached = process.platform !== 'win32';
  return spawn(process.execPath, args, { env, detached, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Ends the server and its extension hosts, which would wait hours for a lost page to come back. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

/** Gathers what a process prints; the function returned tells what has come so far. */
export function collect(child: ChildProcess): () => string {
  let all = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      all += text;
    });
  }
  return () => all;
}
