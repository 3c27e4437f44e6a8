import { type Disposable, type Uri, workspace } from 'vscode';
import { parseSavedRoom } from '../../export/savedRoom/parseSavedRoom.ts';
import { maxSavedBytes, type SavedRoom } from '../../export/savedRoom/savedRoom.ts';
import { isSavedRoomError, SavedRoomError } from '../../export/savedRoom/savedRoomError.ts';
import { RoomStore } from '../../rooms/store/roomStore.ts';
import { savedRoomStore } from './savedRoomStore.ts';

/** A file that was opened as a saved room, and its parsed content. */
export class SavedRoomDocument implements Disposable {
  readonly uri: Uri;
  /** Holds only the saved room; empty if the file has none. */
  readonly store: RoomStore;
  /** The room's key in the store. */
  readonly key: string;
  readonly saved: SavedRoom | undefined;
  /** The reason why `saved` is undefined. */
  readonly problem: SavedRoomError | undefined;

  private constructor(uri: Uri, store: RoomStore, found: SavedRoom | SavedRoomError) {
    this.uri = uri;
    this.store = store;
    this.saved = found instanceof SavedRoomError ? undefined : found;
    this.problem = found instanceof SavedRoomError ? found : undefined;
    this.key = String(this.saved?.room.room_sid ?? '');
  }

  /** Reads a file. Never rejects for an invalid file: the error is the document's `problem`. */
  static async open(uri: Uri): Promise<SavedRoomDocument> {
    try {
      const saved = parseSavedRoom(await readFile(uri));
      return new SavedRoomDocument(uri, await savedRoomStore(saved), saved);
    } catch (error) {
      if (!isSavedRoomError(error)) throw error;
      return new SavedRoomDocument(uri, new RoomStore(), error);
    }
  }

  dispose(): void {
    this.store.dispose();
  }
}

async function readFile(uri: Uri): Promise<Uint8Array> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > maxSavedBytes) throw new SavedRoomError('tooLarge');
    return await workspace.fs.readFile(uri);
  } catch (cause) {
    throw isSavedRoomError(cause) ? cause : new SavedRoomError('unreadable', { cause });
  }
}
