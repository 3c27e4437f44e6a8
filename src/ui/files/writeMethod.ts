import { t } from '@vscode/l10n';
import { joinSentences } from '../../text/joinText.ts';

/**
 * How a file was written: complete under another name, which then replaced it, or in place, because that was
 * refused: by the file system, the folder, or a program that has the file open.
 */
export type WriteMethod = 'atomic' | 'inPlace';

/**
 * What can go wrong where a file is written in place; empty for an atomic write. The cause is not named: codes
 * do not tell a folder that takes no new file from a file in use and a file system without rename.
 */
function inPlaceNote(method: WriteMethod): string {
  return method === 'atomic'
    ? ''
    : t('The file was written in place: an interruption would have left it incomplete.');
}

/** The message after a file was written: what was done, and what can go wrong with the way. */
export function writtenMessage(done: readonly string[], method: WriteMethod): string {
  return joinSentences([...done, inPlaceNote(method)]);
}

/** A file could not be written in place, and what was there before could not be restored. */
export class IncompleteFile extends Error {
  /** @param backup the file with what was there before; undefined if that is lost */
  constructor(cause: unknown, backup?: string) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      backup === undefined
        ? t('The file may be incomplete now: {0}', why)
        : t('The file may be incomplete now; what was there before is in {0}: {1}', backup, why),
      { cause },
    );
    this.name = 'IncompleteFile';
  }
}
