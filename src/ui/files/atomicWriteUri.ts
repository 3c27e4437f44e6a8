import { t } from '@vscode/l10n';
import { type Uri, workspace } from 'vscode';
import { atomicWrite } from './atomicWrite.ts';
import { replaceFile } from './replaceFile.ts';
import type { WriteMethod } from './writeMethod.ts';

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
 * content is collected in memory first, see `replaceFile`.
 * @throws FileTooLarge, IncompleteFile, an AbortError, or an error of the file system
 */
export async function atomicWriteUri(
  target: Uri,
  pieces: Iterable<string | Uint8Array>,
  signal: AbortSignal,
): Promise<WriteMethod> {
  if (target.scheme === 'file') return atomicWrite(target.fsPath, pieces, signal);
  const content = await gather(pieces, signal);
  return replaceFile(workspace.fs, target, content, signal);
}

/** Whether a file of this name exists. */
export async function isTaken(target: Uri): Promise<boolean> {
  return Promise.resolve(workspace.fs.stat(target)).then(
    () => true,
    () => false,
  );
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
