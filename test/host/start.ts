import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sampleAccounts } from '../sampleServer/accounts.ts';
import { startSampleServer } from '../sampleServer/server.ts';
import { cacheFolder, extensionFolder, temporaryFolder } from './folders.ts';
import { type Settings, writeUserSettings } from './settings.ts';
import { shortAddress } from './shortAddress.ts';
import { startVsCode } from './vscodeServer.ts';

// Starts VS Code with the extension from source, signed in to the sample API: in the browser, or with --desktop
// in the installed `code`. --language de (es, ja, pt-br) takes another display language in the browser, --port a
// fixed port in place of a free one, --inspect lets a debugger attach to the desktop's extension host at that port.
// Ctrl+C ends everything.
const { values } = parseArgs({
  options: {
    desktop: { type: 'boolean' },
    language: { type: 'string' },
    port: { type: 'string' },
    inspect: { type: 'string' },
  },
});
const desktop = values.desktop === true;
const { username, password } = sampleAccounts.apiKey;
const sampleCredentials: NodeJS.ProcessEnv = {
  TWILIO_API_KEY: username,
  TWILIO_API_SECRET: password,
  // Someone's real account must not be taken in its place.
  TWILIO_ACCOUNT_SID: undefined,
  TWILIO_AUTH_TOKEN: undefined,
};
const starter = join(import.meta.dirname, 'starter');

const built = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: extensionFolder, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const api = await startSampleServer({ clock: Date.now });
const userSettings: Settings = { 'videoRooms.apiBaseUrl': api.url };
const scratch = await temporaryFolder('start');
const workspace = join(scratch.path, 'workspace');
await mkdir(workspace);
try {
  if (desktop && hasCode()) await runDesktop();
  else await runInBrowser();
} finally {
  await api.close();
  await scratch.remove();
}

async function runInBrowser(): Promise<void> {
  if (desktop) console.log('There is no `code` on the PATH: using the browser.');
  // Only one extension can be loaded from source there: the other one is put where installed ones lie.
  const extensionsDir = join(scratch.path, 'extensions');
  await cp(starter, join(extensionsDir, 'starter'), { recursive: true });
  const vscode = await startVsCode({
    workspace,
    developmentPath: extensionFolder,
    extensionsDir,
    userSettings,
    env: sampleCredentials,
    language: values.language,
    port: Number(values.port ?? 0),
  });
  const short = await shortAddress(vscode.url);
  console.log(`\n  Open ${short.url}\n\n  Ctrl+C ends it.`);
  await Promise.race([vscode.ended, interrupted()]);
  await short.close();
  await vscode.close();
}

async function runDesktop(): Promise<void> {
  // A profile of its own: a VS Code that already runs would ignore the environment.
  const profile = join(cacheFolder, 'start-profile');
  await writeUserSettings(profile, userSettings);
  const args = [
    workspace,
    '--wait',
    '--new-window',
    '--disable-workspace-trust',
    ...['--user-data-dir', profile, '--extensions-dir', join(profile, 'extensions')],
    ...(values.inspect ? [`--inspect-extensions=${values.inspect}`] : []),
    ...[extensionFolder, starter].map((path) => `--extensionDevelopmentPath=${path}`),
  ];
  const env = { ...process.env, ...sampleCredentials };
  const code = spawn('code', args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  console.log(`\n  Close the window of VS Code, or press Ctrl+C, to end it.`);
  await Promise.race([once(code, 'close'), interrupted()]);
  code.kill();
}

function hasCode(): boolean {
  const shell = process.platform === 'win32';
  return spawnSync('code', ['--version'], { stdio: 'ignore', shell }).status === 0;
}

/** Settles when someone wants the program to end. */
function interrupted(): Promise<unknown> {
  return Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}
