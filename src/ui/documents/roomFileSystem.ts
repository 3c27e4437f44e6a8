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
  workspace,
} from 'vscode';
import { isAbort } from '../../async/isAbort.ts';
import { explainSavedRoom } from '../../export/savedRoom/savedRoomError.ts';
import { documentScheme } from '../../ids.ts';
import { isSameSid } from '../../insights/core/sid.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import { explainFailure } from '../../text/explainFailure.ts';
import { joinTitle } from '../../text/joinText.ts';
import type { Session } from '../session/session.ts';
import { type DocumentPath, parseDocumentUri } from './documentUri.ts';

/** Milliseconds within which VS Code checks whether a file that was reported as deleted is really gone. */
const deletedGraceMs = 10_000;

/** The JSON of a resource as the API sent it, indented. */
export function resourceJson({ sent }: Room | Participant): string {
  return indentedJson(sent);
}

function indentedJson(json: unknown): string {
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

/**
 * Rooms and participants as read-only files, so that folding, search, outline and diff of the editor work on
 * them. Fetches what the store does not have.
 */
export class RoomFileSystem implements Disposable {
  readonly #store: RoomStore;
  readonly #session: Session;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  /** The last text of each document that was read, by URI. */
  readonly #lastRead = new Map<string, { text: string; changedAt: number }>();
  /** Documents of the previous account, by URI, and the time until which they are not requested. */
  readonly #gone = new Map<string, number>();
  /** Id of the account that the documents belong to. */
  #owner: string | undefined;
  readonly #onChange = (change: RoomChange) => this.#onRoomChange(change);

  constructor(store: RoomStore, session: Session) {
    this.#store = store;
    this.#session = session;
    store.events.on('change', this.#onChange);
  }

  async stat(uri: Uri): Promise<FileStat> {
    const content = await this.readFile(uri);
    const mtime = this.#lastRead.get(uri.toString())?.changedAt ?? 0;
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
    if (this.#lastRead.get(key)?.text !== text) this.#lastRead.set(key, { text, changedAt: Date.now() });
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
      // In parallel: neither needs the other.
      await Promise.all([
        of === 'participant' || store.room(room) || store.fetchRoom(room),
        of !== 'room' && store.loadParticipants(room),
      ]);
    } catch (error) {
      if (isAbort(error)) throw FileSystemError.Unavailable(t('The account was switched.'));
      throw unavailable(error);
    }
    const participantsState = store.participantsState(room);
    if (of !== 'room' && participantsState?.state === 'failed') throw unavailable(participantsState.error);
    return textIn(store, address);
  }

  /**
   * Updates the open documents of rooms that changed; deletes those of another account. A saved room never
   * changes.
   */
  #onRoomChange(change: RoomChange): void {
    const read = [...this.#lastRead].map(([key, { text }]) => ({ uri: Uri.parse(key, true), text }));
    const followed = [...read, ...this.#retained()].filter(({ uri }) => uri.query === '');
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

  /**
   * Documents that VS Code keeps for some minutes after they were closed with their account. It shows the old text
   * if they are opened again meanwhile, and reads them only if they are reported as changed.
   */
  #retained(): { readonly uri: Uri; readonly text: string }[] {
    return workspace.textDocuments
      .filter(({ uri }) => uri.scheme === documentScheme && !this.#lastRead.has(uri.toString()))
      .map((document) => ({ uri: document.uri, text: document.getText() }));
  }

  /**
   * Closes the documents of another account; they stay open if the user signs in to the same account again.
   */
  #followAccount(followed: readonly { readonly uri: Uri }[]): void {
    const owner = this.#session.account?.id;
    if (owner === this.#owner) return;
    this.#owner = owner;
    void window.tabGroups.close(documentTabs(followed));
    for (const { uri } of followed) {
      this.#lastRead.delete(uri.toString());
      this.#gone.set(uri.toString(), Date.now() + deletedGraceMs);
    }
    this.#fire(followed, FileChangeType.Deleted);
  }

  /**
   * VS Code reads deleted files once more by itself, which must not request another account's room from
   * Twilio.
   */
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
  return FileSystemError.Unavailable(joinTitle(title, detail));
}

/** The text of a document; undefined unless the store has all of it. */
function textIn(store: RoomStore, { room: sid, of, participant }: DocumentPath): string | undefined {
  const room = store.room(sid);
  const participantsState = store.participantsState(sid);
  switch (of) {
    case 'room':
      return room && resourceJson(room);
    case 'participant': {
      const found = participantsState?.participants.find(
        ({ sid }) => sid && participant && isSameSid(sid, participant),
      );
      return found && resourceJson(found);
    }
    case 'roomWithParticipants': {
      if (!room || participantsState?.state !== 'complete') return undefined;
      const participants = participantsState.participants.map(({ json }) => json);
      return indentedJson({ room: room.json, participants });
    }
  }
}

/** @throws FileSystemError if the file is no saved room any more */
async function readSaved(address: DocumentPath, saved: Uri): Promise<string | undefined> {
  const { SavedRoomDocument } = await import('./savedRoomDocument.ts');
  const file = await SavedRoomDocument.open(saved);
  if (file.problem) {
    const { title, detail } = explainSavedRoom(file.problem);
    throw FileSystemError.Unavailable(joinTitle(title, detail));
  }
  return textIn(file.store, address);
}

/** The tabs that show one of these documents, alone or in a diff. */
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
