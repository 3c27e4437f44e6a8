import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fewBuiltinExtensions } from './builtinExtensions.ts';
import { provideLanguage } from './displayLanguage.ts';
import { temporaryFolder } from './folders.ts';
import { pageUrl } from './pageUrl.ts';
import { provideVsCode, type VsCodeAge } from './serverPackage.ts';
import { collect, killGroup, spawnServer } from './serverProcess.ts';
import { type Settings, writeUserSettings } from './settings.ts';

/** How to start VS Code. What is left out gets a temporary folder that `close` removes. */
export interface VsCodeOptions {
  /** Default: the newest. */
  age?: VsCodeAge | undefined;
  /** Folder to open; none opens an empty window. */
  workspace?: string | undefined;
  /** User settings over the quiet ones. */
  userSettings?: Settings | undefined;
  /** The display language, as VS Code names it; default English. */
  language?: string | undefined;
  /** Where installed extensions lie. */
  extensionsDir?: string | undefined;
  /** Only the built-in extensions that a test shows something of, for a faster start; default: all of them. */
  fewBuiltins?: boolean | undefined;
  /** Where VS Code keeps its profile, state and logs. */
  serverDataDir?: string | undefined;
  /** Folder of an extension to load from source. The page's payload can carry only one. */
  developmentPath?: string | undefined;
  /** Module whose `run()` the extension host calls. */
  testsPath?: string | undefined;
  /** Environment of the extension host, over this process's own; `undefined` removes a name. */
  env?: NodeJS.ProcessEnv | undefined;
  /** TCP port on loopback; 0 (the default) takes a free one. */
  port?: number | undefined;
}

/** A running VS Code server. */
export interface VsCode {
  /** Address of the page to open in a browser. */
  url: string;
  port: number;
  /** The server's process, the leader of a group with all that it starts. */
  pid: number;
  /** Profile, state and logs. */
  serverDataDir: string;
  /** Settles when the server ends for whatever reason, with its exit code. */
  ended: Promise<number | null>;
  /** What the server has printed so far. */
  output(): string;
  close(): Promise<void>;
}

/** Where in its data folder the server keeps the user's profile. */
export const userDataFolder = (serverDataDir: string): string => join(serverDataDir, 'data');

/**
 * Starts VS Code on loopback and waits until it listens.
 *
 * @throws Error with the server's output when it ends before that
 */
export async function startVsCode(options: VsCodeOptions = {}): Promise<VsCode> {
  const code = await provideVsCode(options.age);
  const scratch = await temporaryFolder('vscode');
  const serverDataDir = options.serverDataDir ?? join(scratch.path, 'data');
  const extensionsDir = options.extensionsDir ?? join(scratch.path, 'extensions');
  await writeUserSettings(userDataFolder(serverDataDir), options.userSettings);
  if (options.language) await provideLanguage(userDataFolder(serverDataDir), options.language);
  const task = serverTask(options);
  if (options.fewBuiltins) task.push('--builtin-extensions-dir', await fewBuiltinExtensions(code));
  const child = spawnServer(code, { serverDataDir, extensionsDir }, task, options.env);
  const kill = () => killGroup(child);
  process.once('exit', kill);
  const ended = once(child, 'exit').then(([exitCode]) => exitCode as number | null);
  const close = async () => {
    kill();
    await ended;
    process.removeListener('exit', kill);
    await scratch.remove();
  };
  const text = collect(child);
  try {
    const port = await listening(child, text, ended);
    const { pid = 0 } = child;
    return { url: pageUrl(port, options), port, pid, serverDataDir, ended, output: text, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Installs a packaged extension into `extensionsDir`, as a user does from a file. */
export async function installVsix(
  file: string,
  folders: { extensionsDir: string; serverDataDir: string },
): Promise<void> {
  const code = await provideVsCode();
  const child = spawnServer(code, folders, ['--install-extension', file, '--force']);
  const text = collect(child);
  const [exitCode] = await once(child, 'close');
  if (exitCode !== 0) throw new Error(`VS Code did not install ${file} (code ${exitCode}):\n${text()}`);
}

function serverTask(options: VsCodeOptions): string[] {
  const development = options.developmentPath ?? options.testsPath;
  return [
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--without-connection-token'],
    ...(options.language ? ['--locale', options.language] : []),
    // A built VS Code honours the page's payload only with this. Users run without it.
    ...(development ? ['--enable-smoke-test-driver'] : []),
  ];
}

/** The port on which the server says that it listens. */
async function listening(
  child: ChildProcess,
  text: () => string,
  ended: Promise<number | null>,
): Promise<number> {
  const port = new Promise<number>((resolve) => {
    child.stdout?.on('data', () => {
      const found = /Extension host agent listening on (\d+)/.exec(text());
      if (found) resolve(Number(found[1]));
    });
  });
  const failed = ended.then((code) => {
    throw new Error(`VS Code's server ended with code ${code} before it listened:\n${text()}`);
  });
  return Promise.race([port, failed]);
}
