import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a file on this machine so that its name never stands for half of it:
 * under another name in the same folder, which takes the place of what was
 * there when all is written. Each piece is asked for when the ones before are
 * on their way to the disk. Rejects, leaving nothing behind and what was there
 * untouched, when writing fails or the signal is aborted.
 */
export async function atomicWrite(
  path: string,
  pieces: Iterable<string>,
  signal: AbortSignal,
): Promise<void> {
  // A link stays a link: the file that it leads to is replaced.
  const target = await realpath(path).catch(() => path);
  const mode = await stat(target).then(
    (before) => before.mode & 0o777,
    () => undefined,
  );
  const partial = join(dirname(target), partialName());
  try {
    const output = createWriteStream(partial, { flags: 'wx', flush: true, ...(mode && { mode }) });
    await pipeline(Readable.from(pacedPieces(pieces)), output, { signal });
    signal.throwIfAborted();
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** The name of a file that is not whole yet: hidden where systems hide such names, and like no other. */
export function partialName(): string {
  return `.video-rooms-${randomBytes(6).toString('hex')}.part`;
}

/** Lets others have their turn between two pieces: making them is work. */
async function* pacedPieces(pieces: Iterable<string>): AsyncGenerator<string, void, undefined> {
  for (const piece of pieces) {
    yield piece;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
