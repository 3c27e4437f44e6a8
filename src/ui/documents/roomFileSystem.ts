import { t } from '@vscode/l10n';
import {
  type Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FilePermission,
  type FileStat,
  FileSystemError,
  FileType,
  type Tab,
  TabInputText,
  TabInputTextDiff,
  Uri,
  window,
} from 'vscode';
import { isAbort } from '../../async/isAbort.ts';
import { explainSavedRoom } from '../../export/savedRoom/savedRoomError.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import { explainFailure } from '../../text/explainFailure.ts';
import type { Session } from '../session/session.ts';
import { type DocumentPath, parseDocumentUri } from './documentUri.ts';

/** So many milliseconds VS Code may take until it looks whether a file that is said to be deleted is really gone. */
const deletedGraceMs = 10_000;

/** A resource as the API sent it, laid out for reading. */
export function resourceJson({ sent }: Room | Participant): string {
  return laidOut(sent);
}

function laidOut(json: unknown): string {
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

/**
 * Rooms and participants as read-only files, so that the editor's own means work on them:
 * folding, search, outline, diff. What is not known is fetched.
 */
export class RoomFileSystem implements Disposable {
  readonly #store: RoomStore;
  readonly #session: Session;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  /** What each document that was read held last, by its address. */
  readonly #held = new Map<string, { text: string; changedAt: number }>();
  /** Documents of the account before, by their address, and until when nothing is asked for in their stead. */
  readonly #gone = new Map<string, number>();
  /** The account whose rooms they are. */
  #owner: string | undefined;
  readonly #onChange = (change: RoomChange) => this.#tell(change);

  constructor(store: RoomStore, session: Session) {
    this.#store = store;
    this.#session = session;
    store.events.on('change', this.#onChange);
  }

  async stat(uri: Uri): Promise<FileStat> {
    const content = await this.readFile(uri);
    const mtime = this.#held.get(uri.toString())?.changedAt ?? 0;
    return {
      type: FileType.File,
      ctime: 0,
      mtime,
      size: content.byteLength,
      permissions: FilePermission.Readonly,
    };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const address = parseDocumentUri(uri);
    if (!address) throw FileSystemError.FileNotFound(uri);
    const text = address.saved
      ? await readSaved(address, address.saved)
      : (textIn(this.#store, address) ?? (this.#isGone(uri) ? undefined : await this.#fetch(address)));
    if (text === undefined) throw FileSystemError.FileNotFound(uri);
    const key = uri.toString();
    if (this.#held.get(key)?.text !== text) this.#held.set(key, { text, changedAt: Date.now() });
    return new TextEncoder().encode(text);
  }

  dispose(): void {
    this.#store.events.off('change', this.#onChange);
    this.#changed.dispose();
  }

  /** @throws FileSystemError */
  async #fetch(address: DocumentPath): Promise<string | undefined> {
    const store = this.#store;
    const { room, of } = address;
    await this.#session.ready;
    if (!store.signedIn) throw FileSystemError.Unavailable(t('Sign in to read this room.'));
    try {
      // Side by side: neither needs the other.
      await Promise.all([
        of === 'participant' || store.room(room) || store.fetchRoom(room),
        of !== 'room' && store.loadParticipants(room),
      ]);
    } catch (error) {
      if (isAbort(error)) throw FileSystemError.Unavailable(t('The account was switched.'));
      throw unavailable(error);
    }
    const participation = store.participantsState(room);
    if (of !== 'room' && participation?.state === 'failed') throw unavailable(participation.error);
    return textIn(store, address);
  }

  /** Documents that were read follow their room; those of another account are gone. A saved room never changes. */
  #tell(change: RoomChange): void {
    const held = [...this.#held].map(([key, { text }]) => ({ uri: Uri.parse(key, true), text }));
    const followed = held.filter(({ uri }) => uri.query === '');
    if (change.kind === 'account') {
      this.#followAccount(followed);
      return;
    }
    const changed = followed.filter(({ uri, text }) => {
      const address = parseDocumentUri(uri);
      const now = address && textIn(this.#store, address);
      return now !== undefined && now !== text;
    });
    this.#fire(changed, FileChangeType.Changed);
  }

  /** Whoever only signs in anew keeps the documents; nobody sees those of another account in an editor. */
  #followAccount(followed: readonly { readonly uri: Uri }[]): void {
    const owner = this.#session.account?.id;
    if (owner === this.#owner) return;
    this.#owner = owner;
    void window.tabGroups.close(documentTabs(followed));
    for (const { uri } of followed) {
      this.#held.delete(uri.toString());
      this.#gone.set(uri.toString(), Date.now() + deletedGraceMs);
    }
    this.#fire(followed, FileChangeType.Deleted);
  }

  /** VS Code looks, by itself, at what was said to be deleted: that is no reason to ask Twilio for another account's room. */
  #isGone(uri: Uri): boolean {
    const until = this.#gone.get(uri.toString());
    return until !== undefined && Date.now() < until;
  }

  #fire(documents: readonly { readonly uri: Uri }[], type: FileChangeType): void {
    if (documents.length > 0) this.#changed.fire(documents.map(({ uri }) => ({ type, uri })));
  }
}

function unavailable(error: unknown): FileSystemError {
  const { title, detail } = explainFailure(error);
  return FileSystemError.Unavailable(`${title}. ${detail}`);
}

/** The text of a document, if the store knows all of it. */
function textIn(store: RoomStore, { room: sid, of, participant }: DocumentPath): string | undefined {
  const room = store.room(sid);
  const participation = store.participantsState(sid);
  switch (of) {
    case 'room':
      return room && resourceJson(room);
    case 'participant': {
      const found = participation?.participants.find((one) => one.sid === participant);
      return found && resourceJson(found);
    }
    case 'roomWithParticipants': {
      if (!room || participation?.state !== 'complete') return undefined;
      const participants = participation.participants.map(({ json }) => json);
      return laidOut({ room: room.json, participants });
    }
  }
}

/** @throws FileSystemError where the file is no saved room any more */
async function readSaved(address: DocumentPath, saved: Uri): Promise<string | undefined> {
  const { SavedRoomDocument } = await import('./savedRoomDocument.ts');
  const file = await SavedRoomDocument.open(saved);
  if (file.problem) {
    const { title, detail } = explainSavedRoom(file.problem);
    throw FileSystemError.Unavailable(`${title}. ${detail}`);
  }
  return textIn(file.store, address);
}

/** The tabs that show one of these documents, alone or beside another. */
export function documentTabs(documents: readonly { readonly uri: Uri }[]): Tab[] {
  const wanted = new Set(documents.map(({ uri }) => uri.toString()));
  const shows = (uri: Uri) => wanted.has(uri.toString());
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => {
      if (input instanceof TabInputText) return shows(input.uri);
      return input instanceof TabInputTextDiff && (shows(input.original) || shows(input.modified));
    });
}
