import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, fillOnce } from './folders.ts';

/** The version whose VS Code is used; it carries VS Code 1.139. */
const version = '4.139.1';

/**
 * Provides the VS Code server with its web workbench, installed from npm at the first call.
 *
 * @returns the folder that holds `out/server-main.js`
 * @throws Error with npm's output when the installation fails
 */
export async function provideVsCode(): Promise<string> {
  const target = join(cacheFolder, `code-server-${version}`);
  const inside = join('node_modules', 'code-server', 'lib', 'vscode');
  await fillOnce(target, async (folder) => {
    console.log(`Installing VS Code's server (code-server ${version} from npm), once…`);
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
    // No install scripts: its native modules need a compiler, and VS Code runs without them.
    await npm(folder, 'install', '--ignore-scripts', '--no-audit', '--no-fund', `code-server@${version}`);
    await npm(join(folder, inside), 'install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund');
    const log = join(folder, inside, 'node_modules', '@vscode', 'spdlog', 'index.js');
    await copyFile(join(import.meta.dirname, 'plainLog.cjs'), log);
  });
  return join(target, inside);
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
