import { posix } from 'node:path';
import type { FileSystem, Uri } from 'vscode';
import { partialName } from './atomicWrite.ts';
import { IncompleteFile, type WriteMethod } from './writeMethod.ts';

/** The calls of VS Code's API that replace a file. */
export type FileCalls = Pick<FileSystem, 'stat' | 'readFile' | 'writeFile' | 'rename' | 'delete'>;

/** Codes of VS Code for a folder that takes no new file; `FileNotFound` where a browser knows no folder of the file. */
const creationRefusals: ReadonlySet<unknown> = new Set(['NoPermissions', 'FileNotFound']);

/** Codes of VS Code for a file that cannot be renamed; `Unavailable` also where its file system renames none. */
const renameRefusals: ReadonlySet<unknown> = new Set(['NoPermissions', 'Unavailable']);

/**
 * Refusals that VS Code has no code for: codes of the system as in `atomicWrite`, and what providers throw for a
 * call that they do not have. A full disk (ENOSPC, EDQUOT) and a failed or lost device are none.
 */
const refusalText =
  /\b(?:EBUSY|ENOSYS|ENOTSUP|EOPNOTSUPP|EROFS|EXDEV):|\bnot (?:implemented|supported)[.)]*$/;

/**
 * Replaces a file of any file system, or creates it: writes the content under another name and renames that file.
 * Only where the file system refuses to create or to rename it, the target is written in place. After any other
 * failure, as of a full disk or a lost connection, the target is unchanged.
 * @throws IncompleteFile, an AbortError, or an error of the file system
 */
export async function replaceFile(
  files: FileCalls,
  target: Uri,
  content: Uint8Array,
  signal: AbortSignal,
): Promise<WriteMethod> {
  if (await isReplaced(files, target, content, signal)) return 'atomic';
  signal.throwIfAborted();
  await writeInPlace(files, target, content);
  return 'inPlace';
}

/** Writes a file under another name and renames it; false if the file system refuses, and the target is unchanged. */
async function isReplaced(
  files: FileCalls,
  target: Uri,
  content: Uint8Array,
  signal: AbortSignal,
): Promise<boolean> {
  const partial = beside(target);
  try {
    // An empty file first: so a refusal to create it differs from a failure to write so much.
    if (!(await isAllowed(files.writeFile(partial, new Uint8Array()), creationRefusals))) return false;
    signal.throwIfAborted();
    await files.writeFile(partial, content);
    signal.throwIfAborted();
    if (await isAllowed(rename(files, partial, target), renameRefusals)) return true;
    // A lost connection may be `Unavailable` too: then this fails, and the target is not tried.
    await files.stat(partial);
    return false;
  } finally {
    await discard(files, partial);
  }
}

/** Whether the file system did it; false if it refuses. Rejects after any other failure. */
async function isAllowed(call: Thenable<void>, refusals: ReadonlySet<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (error instanceof IncompleteFile || !(error instanceof Error)) throw error;
    if (refusals.has(codeOf(error)) || refusalText.test(error.message)) return false;
    throw error;
  }
}

/**
 * Renames a file to a name that may be taken. With `overwrite`, VS Code deletes the existing file first, and
 * it is lost if the rename fails: so it is renamed instead, and restored after a failure.
 */
async function rename(files: FileCalls, file: Uri, target: Uri): Promise<void> {
  if (!(await exists(files, target))) return files.rename(file, target);
  const aside = beside(target);
  await files.rename(target, aside);
  try {
    await files.rename(file, target);
  } catch (error) {
    await moveBack(files, aside, target).catch(() => {
      throw new IncompleteFile(error, aside.toString(true));
    });
    throw error;
  }
  await discard(files, aside);
}

/** Restores a file under its name, by a copy if it cannot be renamed. */
async function moveBack(files: FileCalls, aside: Uri, target: Uri): Promise<void> {
  try {
    await files.rename(aside, target);
  } catch {
    await files.writeFile(target, await files.readFile(aside));
    await discard(files, aside);
  }
}

/** Writes over a file; restores what was there after a failure. */
async function writeInPlace(files: FileCalls, target: Uri, content: Uint8Array): Promise<void> {
  const before = (await exists(files, target)) ? await files.readFile(target) : undefined;
  try {
    await files.writeFile(target, content);
  } catch (error) {
    if (before === undefined) await discard(files, target);
    else if (!(await isRestored(files, target, before))) throw new IncompleteFile(error);
    throw error;
  }
}

/** Whether a file has its earlier content, after writing it again if that is necessary. */
async function isRestored(files: FileCalls, target: Uri, before: Uint8Array): Promise<boolean> {
  const isSame = () =>
    Promise.resolve(files.readFile(target)).then(
      (now) => Buffer.compare(now, before) === 0,
      () => false,
    );
  if (await isSame()) return true;
  await Promise.resolve(files.writeFile(target, before)).catch(() => undefined);
  return isSame();
}

/** Whether a file exists. Rejects if that is not known: one that seems to be missing is deleted after a failure. */
async function exists(files: FileCalls, file: Uri): Promise<boolean> {
  try {
    await files.stat(file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'FileNotFound') return false;
    throw error;
  }
}

/** Deletes a file, which need not exist. */
async function discard(files: FileCalls, file: Uri): Promise<void> {
  await Promise.resolve(files.delete(file)).catch(() => undefined);
}

/** A name in the same folder that is not taken. */
function beside(file: Uri): Uri {
  return file.with({ path: posix.join(posix.dirname(file.path), partialName()) });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
