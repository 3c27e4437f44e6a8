import { t } from '@vscode/l10n';

/** Why a file cannot be shown as a saved room. */
export type SavedRoomProblem =
  /** The file is empty. */
  | 'empty'
  /** Larger than any saved room can be; it was not read. */
  | 'tooLarge'
  /** Not text, or not JSON. */
  | 'notJson'
  /** It was a saved room, but ends too early or was changed by hand. */
  | 'damaged'
  /** JSON, but not saved by this extension. */
  | 'otherFormat'
  /** Saved by a newer version of this extension. */
  | 'newer'
  /** The file is missing or cannot be read. */
  | 'unreadable';

/** A file that cannot be read as a saved room. */
export class SavedRoomError extends Error {
  readonly kind: SavedRoomProblem;

  constructor(kind: SavedRoomProblem, options?: ErrorOptions) {
    super(kind, options);
    this.name = 'SavedRoomError';
    this.kind = kind;
  }
}

/** Checks the shape, not the class: the code that reads files is loaded lazily. */
export function isSavedRoomError(error: unknown): error is SavedRoomError {
  return error instanceof Error && error.name === 'SavedRoomError' && 'kind' in error;
}

/** The error as a title and a detail for the user, with a remedy if there is one. */
export function explainSavedRoom({ kind, cause }: SavedRoomError): { title: string; detail: string } {
  switch (kind) {
    case 'empty':
      return {
        title: t('This file is empty'),
        detail: t('The file is empty: the room that was saved in it, or was to be, is lost.'),
      };
    case 'tooLarge':
      return {
        title: t('This file is too large for a saved room'),
        detail: t('It was not read: even the largest room takes only a few megabytes.'),
      };
    case 'notJson':
      return {
        title: t('This file is not a saved room'),
        detail: t('A saved room is JSON text; this is something else, or only a part of it.'),
      };
    case 'damaged':
      return {
        title: t('This saved room is damaged'),
        detail: t('The file ends too early, or was changed. Its text may still tell something.'),
      };
    case 'otherFormat':
      return {
        title: t('This file is not a saved room'),
        detail: t('It is JSON, but was not written by Save Room.'),
      };
    case 'newer':
      return {
        title: t('This room was saved by a newer version of the extension'),
        detail: t('Update the extension to open it.'),
      };
    case 'unreadable':
      return {
        title: t('This file cannot be read'),
        detail: cause instanceof Error ? cause.message : t('It is not there, or access to it is denied.'),
      };
  }
}
