import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import type { LaunchOptions } from 'playwright-core';
import { cacheFolder, fillOnce } from './folders.ts';

/**
 * Browsers to try, best first: the one that `CHROME_PATH` names, and no other if it is set; one that is
 * installed; at last, on Linux, the one that comes with the project's packages.
 */
export async function* browserCandidates(): AsyncGenerator<LaunchOptions> {
  if (process.env.CHROME_PATH) {
    yield { executablePath: process.env.CHROME_PATH };
    return;
  }
  if (process.platform !== 'linux') {
    for (const channel of ['chrome', 'msedge', 'chromium']) yield { channel };
    return;
  }
  for (const name of ['google-chrome', 'google-chrome-stable', 'chromium', 'microsoft-edge']) {
    const executablePath = onPath(name);
    if (executablePath) yield { executablePath };
  }
  yield await packagedChromium();
}

function onPath(name: string): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/** Chromium of @sparticuz/chromium, with the libraries and the font that a bare machine lacks. */
async function packagedChromium(): Promise<LaunchOptions> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const home = join(dirname(main), '..');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const folder = join(cacheFolder, `chromium-${version}`);
  await fillOnce(folder, async (target) => {
    for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflateInto(target, join(home, 'bin', name));
    }
    await writeFile(join(target, 'fonts.conf'), fontConfiguration(folder));
  });
  const executablePath = join(folder, 'chromium');
  const env: NodeJS.ProcessEnv = { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  if (spawnSync(executablePath, ['--version'], { stdio: 'ignore' }).status !== 0) {
    // libnss3 and its like are not installed. Given to the browser alone: other programs must not load them.
    env.LD_LIBRARY_PATH = [join(folder, 'al2023', 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
  return {
    executablePath,
    env: defined(env),
    args: ['--headless=shell', '--no-zygote', '--disable-gpu'],
    ...(hasSharedMemory() ? { ignoreDefaultArgs: ['--disable-dev-shm-usage'] } : {}),
  };
}

/**
 * True where what is drawn can pass from process to process in memory. Playwright has it pass through files in the
 * temporary folder, because containers often have only 64 MB for it.
 */
function hasSharedMemory(): boolean {
  if (!existsSync('/dev/shm')) return false;
  const { bavail, bsize } = statfsSync('/dev/shm');
  return bavail * bsize > 1e9;
}

/** The package unpacks into the system's temporary folder, where a file of another version may lie. */
async function inflateInto(folder: string, file: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await inflate(file);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** The machine's own fonts, where it has any, and the one of the package. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

function defined(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => !!entry[1]));
}
