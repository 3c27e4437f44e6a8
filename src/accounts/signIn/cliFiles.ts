import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { t } from '@vscode/l10n';
import { env, FileType, Uri, workspace } from 'vscode';
import { cliConfigFile } from './readTwilioCli.ts';
import { isHere } from './whereLooked.ts';

/** A configuration file of the Twilio CLI, which need not exist. */
export interface CliFile {
  readonly path: string;
  /** Rejects if the file cannot be read, with the code `ENOENT` or `FileNotFound` if it does not exist. */
  readonly read: () => Promise<Uint8Array>;
}

/** The file on the machine that the extension runs on. */
export function ownCliFile(environment: Readonly<Record<string, string | undefined>>): CliFile {
  const path = cliConfigFile(environment, homedir(), join);
  return { path, read: () => readFile(path) };
}

/** The other machine of a remote window, if its files can be reached from here. */
export interface OtherMachine {
  /** The label of the button that looks there. */
  readonly label: string;
  /** The file of the first user there that has one; else undefined. */
  readonly find: () => Promise<CliFile | undefined>;
}

/**
 * Where the extension runs on the user's computer, VS Code gives access to the remote machine's files. On WSL,
 * Windows' drives are mounted.
 */
export function otherMachine(): OtherMachine | undefined {
  if (env.remoteName === undefined) return undefined;
  const remote = workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'vscode-remote')?.uri;
  if (isHere() && remote) {
    return {
      label: t('Look on the Remote Machine'),
      find: () => findCliFile(remote, remoteHomes(remote.path)),
    };
  }
  if (!isHere() && env.remoteName === 'wsl') {
    return { label: t('Look on Windows'), find: () => findCliFile(Uri.file('/'), ['/mnt/c/Users/*']) };
  }
  return undefined;
}

/** Folders of users on a machine, that of the open folder first; `*` is any name. */
export function remoteHomes(folder: string): string[] {
  const [own] = /^(?:\/(?:home|Users)\/[^/]+|\/root|\/[a-z]:\/Users\/[^/]+)(?=\/|$)/i.exec(folder) ?? [];
  return [...(own ? [own] : []), '/root', '/home/*', '/Users/*'];
}

/**
 * The first file of the CLI in the folders of users on a machine.
 * @param machine any URI of that machine
 * @param homes paths; with `/*` at the end, all folders there
 */
export async function findCliFile(machine: Uri, homes: readonly string[]): Promise<CliFile | undefined> {
  for (const home of homes) {
    for (const path of home.endsWith('/*') ? await foldersIn(machine, home.slice(0, -2)) : [home]) {
      const file = machine.with({ path: `${path}/.twilio-cli/config.json` });
      const exists = await Promise.resolve(workspace.fs.stat(file)).then(
        () => true,
        () => false,
      );
      if (exists) return { path: file.path, read: async () => workspace.fs.readFile(file) };
    }
  }
  return undefined;
}

async function foldersIn(machine: Uri, path: string): Promise<string[]> {
  const entries = await Promise.resolve(workspace.fs.readDirectory(machine.with({ path }))).catch(() => []);
  return entries.filter(([, type]) => type & FileType.Directory).map(([name]) => `${path}/${name}`);
}
