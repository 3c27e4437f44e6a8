import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { IncompleteFile, type WriteMethod } from './writeMethod.ts';

/** The operations that a folder or a file system may refuse; replaced in tests. */
const fileOperations = { open, rename };

/**
 * Codes of a refusal to create the other file or to let it replace the target, although the target may be
 * writable: a folder without permission, a file that is open in another program on Windows, a single file that is
 * mounted into a container, a system without rename.
 */
const refusals: ReadonlySet<unknown> = new Set([
  'EACCES',
  'EBUSY',
  'ENOSYS',
  'ENOTSUP',
  'EOPNOTSUPP',
  'EPERM',
  'EROFS',
  'EXDEV',
]);

/** The file that is written first. */
interface Staging {
  readonly path: string;
  readonly file: FileHandle;
  /** Whether it is in the target's folder, so that it can replace the target. */
  readonly beside: boolean;
}

/**
 * Writes a local file atomically: to a temporary name in the same folder, which replaces the target when all
 * is written. A piece is pulled from `pieces` when the ones before are on their way to the disk. Where the other
 * file cannot be created, or cannot replace the target, the complete content is copied into the target. Rejects if
 * writing fails or the signal is aborted; the temporary file is then deleted and the target unchanged.
 * @throws IncompleteFile if a copy failed and what was there before could not be restored
 */
export async function atomicWrite(
  path: string,
  pieces: Iterable<string | Uint8Array>,
  signal: AbortSignal,
  operations = fileOperations,
): Promise<WriteMethod> {
  // A symbolic link stays a link: the file that it points to is replaced.
  const target = await realpath(path).catch(() => path);
  const mode = await stat(target).then(
    (before) => before.mode & 0o777,
    () => undefined,
  );
  const staging = await stage(target, mode, operations);
  try {
    const output = staging.file.createWriteStream({ flush: true });
    await pipeline(Readable.from(pacedPieces(pieces)), output, { signal });
    signal.throwIfAborted();
    if (staging.beside && (await isRenamed(staging.path, target, operations))) return 'atomic';
    await copyInto(target, staging.path, mode !== undefined);
    return 'inPlace';
  } finally {
    await rm(staging.path, { force: true });
  }
}

/** A unique name for an incomplete file, hidden on systems that hide names with a leading dot. */
export function partialName(): string {
  return `.video-rooms-${randomBytes(6).toString('hex')}.part`;
}

/** Creates the file beside the target, or in the system's folder for temporary files if the target exists. */
async function stage(
  target: string,
  mode: number | undefined,
  { open }: typeof fileOperations,
): Promise<Staging> {
  const path = join(dirname(target), partialName());
  try {
    return { path, file: await open(path, 'wx', mode), beside: true };
  } catch (error) {
    if (mode === undefined || !isRefusal(error)) throw error;
    const elsewhere = join(tmpdir(), partialName());
    return { path: elsewhere, file: await open(elsewhere, 'wx', 0o600), beside: false };
  }
}

async function isRenamed(path: string, target: string, { rename }: typeof fileOperations): Promise<boolean> {
  try {
    await rename(path, target);
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/** Replaces the content of a file; restores it after a failure. */
async function copyInto(target: string, source: string, existed: boolean): Promise<void> {
  // A file that may not be written is not changed, and there is nothing to restore.
  if (existed) await (await open(target, 'r+')).close();
  const before = join(dirname(source), partialName());
  let isLost = false;
  try {
    if (existed) await copy(target, before, { flags: 'wx', mode: 0o600 });
    await copy(source, target, { flush: true }).catch(async (error: unknown) => {
      if (!existed) await rm(target, { force: true });
      else {
        await copy(before, target, { flush: true }).catch(() => {
          isLost = true;
          throw new IncompleteFile(error, before);
        });
      }
      throw error;
    });
  } finally {
    // If the content could not be restored, the copy is all that is left.
    if (!isLost) await rm(before, { force: true });
  }
}

async function copy(
  from: string,
  to: string,
  options: { readonly flags?: string; readonly mode?: number; readonly flush?: boolean },
): Promise<void> {
  await pipeline(createReadStream(from), createWriteStream(to, options));
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && refusals.has(error.code);
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
