import { t } from '@vscode/l10n';
import { Uri, workspace } from 'vscode';
import { atomicWrite, partialName } from './atomicWrite.ts';

/** What other file systems than this machine's take at once, in bytes: they know no streams. */
const maxRemoteBytes = 128 * 1024 * 1024;

/** A file is too large for the file system that it was to be written to. */
class FileTooLarge extends Error {
  constructor() {
    super(
      t(
        'More than 128 MB can be written only to a file of this machine: other file systems take a file as a whole.',
      ),
    );
    this.name = 'TooLargeForPlace';
  }
}

/**
 * Writes a file of any file system so that its name never stands for half of
 * it, see `writeFileWhole`. Off this machine, the file is put together in memory
 * first.
 * @throws TooLargeForPlace, an AbortError, or what the file system says
 */
export async function atomicWriteUri(
  target: Uri,
  pieces: Iterable<string>,
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
 * Renames a file to a name that may be taken. Told to overwrite, the editor
 * deletes what is there first, and it is lost if the renaming fails: so it is
 * set aside, and set back then.
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

/** Whether something of this name is there. */
export async function isTaken(target: Uri): Promise<boolean> {
  return Promise.resolve(workspace.fs.stat(target)).then(
    () => true,
    () => false,
  );
}

/** Deletes what may not be there. */
async function discard(file: Uri): Promise<void> {
  await Promise.resolve(workspace.fs.delete(file)).catch(() => undefined);
}

async function gather(pieces: Iterable<string>, signal: AbortSignal): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for (const piece of pieces) {
    const part = Buffer.from(piece);
    size += part.byteLength;
    if (size > maxRemoteBytes) throw new FileTooLarge();
    parts.push(part);
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  }
  return Buffer.concat(parts);
}
