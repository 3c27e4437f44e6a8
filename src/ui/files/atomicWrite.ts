import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a local file atomically: to a temporary name in the same folder, which replaces the target when all
 * is written. A piece is pulled from `pieces` when the ones before are on their way to the disk. Rejects if
 * writing fails or the signal is aborted; the temporary file is then deleted and the target unchanged.
 */
export async function atomicWrite(
  path: string,
  pieces: Iterable<string | Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  // A symbolic link stays a link: the file that it points to is replaced.
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

/** A unique name for an incomplete file, hidden on systems that hide names with a leading dot. */
export function partialName(): string {
  return `.video-rooms-${randomBytes(6).toString('hex')}.part`;
}

/** Yields to the event loop between two pieces, because creating them takes time. */
async function* pacedPieces(
  pieces: Iterable<string | Uint8Array>,
): AsyncGenerator<string | Uint8Array, void, undefined> {
  for (const piece of pieces) {
    yield piece;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
