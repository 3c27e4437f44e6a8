import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, fillOnce } from './folders.ts';

/** The versions of the server; 4.N carries VS Code 1.N. */
const versions = {
  newest: '4.139.1',
  /** The oldest VS Code that the manifest allows, which editors built on VS Code stay at for months. */
  oldest: '4.105.1',
};

/** One of the VS Codes in which tests run. */
export type VsCodeAge = keyof typeof versions;

/** Environment variable that names the age for a program that starts VS Code. */
export const ageVariable = 'TEST_VSCODE_AGE';

/**
 * Provides the VS Code server with its web workbench, installed from npm at the first call.
 *
 * @returns the folder that holds `out/server-main.js`
 * @throws Error with npm's output when the installation fails
 */
export async function provideVsCode(age: VsCodeAge = 'newest'): Promise<string> {
  const version = versions[age];
  const target = join(cacheFolder, `code-server-${version}`);
  const inside = join('node_modules', 'code-server', 'lib', 'vscode');
  await fillOnce(target, async (folder) => {
    console.log(`Installing VS Code's server (code-server ${version} from npm), once…`);
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    // No install scripts: its native modules need a compiler, and VS Code runs without them.
    await npm(folder, 'install', '--ignore-scripts', '--no-audit', '--no-fund', `code-server@${version}`);
    await registryOnly(join(folder, inside));
    await npm(join(folder, inside), 'install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund');
    const log = join(folder, inside, 'node_modules', '@vscode', 'spdlog', 'index.js');
    await copyFile(join(import.meta.dirname, 'plainLog.cjs'), log);
    // Ends an extension host whose server is gone, by native code; `killGroup` does so here.
    const watchdog = join(folder, inside, 'node_modules', 'native-watchdog', 'index.js');
    if (existsSync(watchdog)) await writeFile(watchdog, 'exports.start = () => {};\n');
  });
  return join(target, inside);
}

/** The parts of package.json and of npm-shrinkwrap.json that name packages. */
interface Manifest {
  dependencies: Record<string, string>;
}
interface Shrinkwrap {
  packages: Record<string, Partial<Manifest> & { version?: string; resolved?: string }>;
}

/** Takes packages from the registry, in the same version, that the server's own lists take from a repository. */
async function registryOnly(folder: string): Promise<void> {
  const manifestFile = join(folder, 'package.json');
  const listFile = join(folder, 'npm-shrinkwrap.json');
  const manifest = await readJson<Manifest>(manifestFile);
  const list = await readJson<Shrinkwrap>(listFile);
  for (const [place, entry] of Object.entries(list.packages)) {
    if (!entry.resolved?.startsWith('git')) continue;
    // Npm looks it up again, with the parts for each platform that only the registry has.
    delete list.packages[place];
    const name = place.replace(/^.*node_modules\//, '');
    for (const { dependencies } of [manifest, list.packages[''] ?? {}])
      if (dependencies && name in dependencies && entry.version) dependencies[name] = entry.version;
  }
  await writeFile(manifestFile, JSON.stringify(manifest));
  await writeFile(listFile, JSON.stringify(list));
}

async function readJson<Content>(file: string): Promise<Content> {
  return JSON.parse(await readFile(file, 'utf8')) as Content;
}

/** Runs npm silently; its output is shown only in the error. */
async function npm(folder: string, ...args: string[]): Promise<void> {
  // Inside an npm script this names the npm that runs it; it needs no PATH and no shell.
  const cli = process.env.npm_execpath;
  const child = cli
    ? spawn(process.execPath, [cli, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn('npm', args, {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
        shell: process.platform === 'win32',
      });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with code ${code}:\n${output}`);
}
