import { t } from '@vscode/l10n';
import {
  type Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FilePermission,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
} from 'vscode';
import { documentScheme } from '../ids.ts';
import { isAbort } from '../insights/abort.ts';
import type { Participant } from '../insights/participant.ts';
import type { Room } from '../insights/room.ts';
import { isParticipantSid, isRoomSid, type ParticipantSid, type RoomSid } from '../insights/sid.ts';
import { explainFailure } from '../rooms/explainFailure.ts';
import type { RoomStore } from '../rooms/store.ts';
import type { RoomChange } from '../rooms/storeState.ts';
import type { Session } from './session.ts';

/** The address of a room's JSON document. */
export function roomDocument(sid: RoomSid): Uri {
  return Uri.from({ scheme: documentScheme, path: `/${sid}.json` });
}

/** The address of a participant's JSON document. */
export function participantDocument(room: RoomSid, participant: ParticipantSid): Uri {
  return Uri.from({ scheme: documentScheme, path: `/${room}/${participant}.json` });
}

/** A resource as the API sent it, laid out for reading. */
export function resourceJson({ json }: Room | Participant): string {
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

/**
 * Rooms and participants as read-only files, so that the editor's own means work on them:
 * folding, search, outline, diff. What is not known is fetched.
 */
export class RoomDocuments implements FileSystemProvider, Disposable {
  readonly #store: RoomStore;
  readonly #session: Session;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  /** What each document that was read held last, by its path. */
  readonly #held = new Map<string, { text: string; changedAt: number }>();
  readonly #onChange = (change: RoomChange) => this.#tell(change);

  constructor(store: RoomStore, session: Session) {
    this.#store = store;
    this.#session = session;
    store.events.on('change', this.#onChange);
  }

  watch(): Disposable {
    return { dispose() {} };
  }

  async stat(uri: Uri): Promise<FileStat> {
    const content = await this.readFile(uri);
    const mtime = this.#held.get(uri.path)?.changedAt ?? 0;
    return {
      type: FileType.File,
      ctime: 0,
      mtime,
      size: content.byteLength,
      permissions: FilePermission.Readonly,
    };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const address = parsePath(uri.path);
    if (!address) throw FileSystemError.FileNotFound(uri);
    await this.#session.ready;
    if (!this.#store.signedIn) throw FileSystemError.Unavailable(t('Sign in to read this room.'));
    const resource = this.#known(address) ?? (await this.#fetch(address));
    if (!resource) throw FileSystemError.FileNotFound(uri);
    const text = resourceJson(resource);
    if (this.#held.get(uri.path)?.text !== text) this.#held.set(uri.path, { text, changedAt: Date.now() });
    return new TextEncoder().encode(text);
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(): void {
    throw FileSystemError.NoPermissions();
  }

  writeFile(): void {
    throw FileSystemError.NoPermissions();
  }

  delete(): void {
    throw FileSystemError.NoPermissions();
  }

  rename(): void {
    throw FileSystemError.NoPermissions();
  }

  dispose(): void {
    this.#store.events.off('change', this.#onChange);
    this.#changed.dispose();
  }

  #known({ room, participant }: Address): Room | Participant | undefined {
    if (participant === undefined) return this.#store.room(room);
    return this.#store.participation(room)?.participants.find(({ sid }) => sid === participant);
  }

  async #fetch(address: Address): Promise<Room | Participant | undefined> {
    if (address.participant !== undefined) {
      await this.#store.loadParticipants(address.room);
      return this.#known(address);
    }
    try {
      return await this.#store.fetchRoom(address.room);
    } catch (error) {
      if (isAbort(error)) throw FileSystemError.Unavailable(t('The account was switched.'));
      const { title, detail } = explainFailure(error);
      throw FileSystemError.Unavailable(`${title}. ${detail}`);
    }
  }

  /** Documents that were read follow their room; those of another account are gone. */
  #tell(change: RoomChange): void {
    if (change.kind === 'account') {
      this.#fire([...this.#held.keys()], FileChangeType.Deleted);
      this.#held.clear();
      return;
    }
    const changed = [...this.#held].filter(([path, { text }]) => {
      const address = parsePath(path);
      const resource = address && this.#known(address);
      return resource && resourceJson(resource) !== text;
    });
    this.#fire(
      changed.map(([path]) => path),
      FileChangeType.Changed,
    );
  }

  #fire(paths: readonly string[], type: FileChangeType): void {
    if (paths.length === 0) return;
    this.#changed.fire(paths.map((path) => ({ type, uri: Uri.from({ scheme: documentScheme, path }) })));
  }
}

/** What a document's path names. */
interface Address {
  readonly room: RoomSid;
  readonly participant?: ParticipantSid;
}

function parsePath(path: string): Address | undefined {
  const [, room, participant] = /^\/(RM[^/]*?)(?:\/(PA[^/]*))?\.json$/.exec(path) ?? [];
  if (!isRoomSid(room)) return undefined;
  if (participant === undefined) return { room };
  return isParticipantSid(participant) ? { room, participant } : undefined;
}
