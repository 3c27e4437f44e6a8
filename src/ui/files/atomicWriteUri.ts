import { t } from '@vscode/l10n';
import { Uri, workspace } from 'vscode';
import { atomicWrite, partialName } from './atomicWrite.ts';

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
 * content is collected in memory first.
 * @throws FileTooLarge, an AbortError, or an error of the file system
 */
export async function atomicWriteUri(
  target: Uri,
  pieces: Iterable<string | Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  if (target.scheme === 'file') return atomicWrite(target.fsPath, pieces, signal);
  const content = await gather(pieces, signal);
  const partial = Uri.joinPath(target, '..', partialName());
  try {
    await workspace.fs.writeFile(partial, content);
    signal.throwIfAborted();
    await putInPlace(partial, target);
  } catch (error) {
    await discard(partial);
    throw error;
  }
}

/**
 * Renames a file to a name that may be taken. With `overwrite`, VS Code deletes the existing file first, and
 * it is lost if the rename fails: so it is renamed instead, and restored after a failure.
 */
async function putInPlace(file: Uri, target: Uri): Promise<void> {
  if (!(await isTaken(target))) return workspace.fs.rename(file, target);
  const aside = Uri.joinPath(target, '..', partialName());
  await workspace.fs.rename(target, aside);
  try {
    await workspace.fs.rename(file, target);
  } catch (error) {
    await workspace.fs.rename(aside, target);
    throw error;
  }
  await discard(aside);
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
