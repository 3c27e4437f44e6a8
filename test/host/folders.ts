import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** The extension's own folder: where package.json lies. */
export const extensionFolder = join(import.meta.dirname, '..', '..');

/** What is fetched once and kept between runs (git-ignored). */
export const cacheFolder = join(extensionFolder, '.vscode-test');

/** What test runs leave behind: totals, screenshots, logs (git-ignored). */
export const outFolder = join(extensionFolder, 'out');

/**
 * Fills `target` unless it is there, and returns it. The work happens in a folder beside it that is renamed at
 * the end, so that an interrupted or a second, simultaneous run never leaves a half-filled target behind.
 */
export async function fillOnce(target: string, fill: (folder: string) => Promise<void>): Promise<string> {
  if (existsSync(target)) return target;
  await mkdir(dirname(target), { recursive: true });
  const folder = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    await fill(folder);
    await rename(folder, target);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    // Another run may have finished the same work first.
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** A new empty folder outside the project, with a function that removes it. */
export async function temporaryFolder(name: string): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), `video-rooms-${name}-`));
  // An extension host that is just ending may still write its last log lines.
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
}

/** The packaged extension that `test/run.ts` builds for the parts that test the package itself. */
export const packagedVsix = join(outFolder, 'video-rooms-for-twilio.vsix');
