import { t } from '@vscode/l10n';

/**
 * How a file was written: complete under another name, which then replaced it, or in place, because its file
 * system creates or renames no other file.
 */
export type WriteMethod = 'atomic' | 'inPlace';

/** What can go wrong where a file is written in place; empty for an atomic write. */
export function inPlaceNote(method: WriteMethod): string {
  return method === 'atomic'
    ? ''
    : t(
        'Its file system cannot rename files, so it was written in place: an interruption would have left it incomplete.',
      );
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
