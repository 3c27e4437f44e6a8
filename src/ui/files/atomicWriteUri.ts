import { t } from '@vscode/l10n';
import { Uri, workspace } from 'vscode';
import { atomicWrite, partialName } from './atomicWrite.ts';
import { IncompleteFile, type WriteMethod } from './writeMethod.ts';

/** Maximum size of a file on other than local file systems, in bytes: their API has no streams. */
const maxRemoteBytes = 128 * 1024 * 1024;

/** The file is larger than `maxRemoteBytes`. */
class FileTooLarge extends Error {
  constructor() {
    super(
      t(
        'More than 128 MB can be written only to a file of this machine: other file systems take a file as a whole.',
      ),
    );
    this.name = 'FileTooLarge';
  }
}

/**
 * Writes a file of any file system atomically, see `atomicWrite`. For other than local file systems, the
 * content is collected in memory first. Where such a system creates no other file beside the target, as for a file
 * that was chosen in a browser, or cannot rename it, the target is written in place.
 * @throws FileTooLarge, IncompleteFile, an AbortError, or an error of the file system
 */
export async function atomicWriteUri(
  target: Uri,
  pieces: Iterable<string | Uint8Array>,
  signal: AbortSignal,
): Promise<WriteMethod> {
  if (target.scheme === 'file') return atomicWrite(target.fsPath, pieces, signal);
  const content = await gather(pieces, signal);
  if (await isReplaced(target, content, signal)) return 'atomic';
  signal.throwIfAborted();
  await writeInPlace(target, content);
  return 'inPlace';
}

/** Writes a file under another name and renames it; false if the file system refuses, and the target is unchanged. */
async function isReplaced(target: Uri, content: Uint8Array, signal: AbortSignal): Promise<boolean> {
  const partial = Uri.joinPath(target, '..', partialName());
  try {
    await workspace.fs.writeFile(partial, content);
    signal.throwIfAborted();
    await rename(partial, target);
    return true;
  } catch (error) {
    await discard(partial);
    if (signal.aborted || error instanceof IncompleteFile) throw error;
    return false;
  }
}

/**
 * Renames a file to a name that may be taken. With `overwrite`, VS Code deletes the existing file first, and
 * it is lost if the rename fails: so it is renamed instead, and restored after a failure.
 */
async function rename(file: Uri, target: Uri): Promise<void> {
  if (!(await isTaken(target))) return workspace.fs.rename(file, target);
  const aside = Uri.joinPath(target, '..', partialName());
  await workspace.fs.rename(target, aside);
  try {
    await workspace.fs.rename(file, target);
  } catch (error) {
    await moveBack(aside, target).catch(() => {
      throw new IncompleteFile(error, aside.toString(true));
    });
    throw error;
  }
  await discard(aside);
}

/** Restores a file under its name, by a copy if it cannot be renamed. */
async function moveBack(aside: Uri, target: Uri): Promise<void> {
  try {
    await workspace.fs.rename(aside, target);
  } catch {
    await workspace.fs.writeFile(target, await workspace.fs.readFile(aside));
    await discard(aside);
  }
}

/** Writes over a file; restores what was there after a failure. */
async function writeInPlace(target: Uri, content: Uint8Array): Promise<void> {
  const before = (await isTaken(target)) ? await workspace.fs.readFile(target) : undefined;
  try {
    await workspace.fs.writeFile(target, content);
  } catch (error) {
    if (before === undefined) await discard(target);
    else if (!(await isRestored(target, before))) throw new IncompleteFile(error);
    throw error;
  }
}

/** Whether a file has its earlier content, after writing it again if that is necessary. */
async function isRestored(target: Uri, before: Uint8Array): Promise<boolean> {
  const isSame = () =>
    Promise.resolve(workspace.fs.readFile(target)).then(
      (now) => Buffer.compare(now, before) === 0,
      () => false,
    );
  if (await isSame()) return true;
  await Promise.resolve(workspace.fs.writeFile(target, before)).catch(() => undefined);
  return isSame();
}

/** Whether a file of this name exists. */
export async function isTaken(target: Uri): Promise<boolean> {
  return Promise.resolve(workspace.fs.stat(target)).then(
    () => true,
    () => false,
  );
}

/** Deletes a file, which need not exist. */
async function discard(file: Uri): Promise<void> {
  await Promise.resolve(workspace.fs.delete(file)).catch(() => undefined);
}

async function gather(pieces: Iterable<string | Uint8Array>, signal: AbortSignal): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (const piece of pieces) {
    const part = typeof piece === 'string' ? Buffer.from(piece) : piece;
    size += part.byteLength;
    if (size > maxRemoteBytes) throw new FileTooLarge();
    parts.push(part);
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  }
  return Buffer.concat(parts);
}
