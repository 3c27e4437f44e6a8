import type { Room } from '../../insights/resources/room.ts';
import type { Format } from '../../text/format.ts';
import { newestFirst } from '../filter/sorting.ts';
import { RoomIndex } from './roomIndex.ts';

/** How long the extension host is blocked at once, in ms: keystrokes and other extensions get through. */
const sliceMs = 8;

/** The part of the store that is searched. */
export interface ListedRooms {
  readonly revision: number;
  listedRooms(): Iterable<Room>;
}

/**
 * Finds listed rooms while the user types, newest first. The rooms are indexed in the background; after a
 * change of the list, the previous index is searched until the new one is complete.
 */
export class RoomFinder {
  readonly #store: ListedRooms;
  readonly #format: Format;
  readonly #onRead: () => void;
  #revision = -1;
  #index: RoomIndex;
  #reading: RoomIndex | undefined;
  #turn: NodeJS.Immediate | undefined;

  /** @param onRead called when a new index is complete, so that other or more rooms can be found */
  constructor(store: ListedRooms, format: Format, onRead: () => void) {
    this.#store = store;
    this.#format = format;
    this.#onRead = onRead;
    this.#index = new RoomIndex([], format);
    this.follow();
  }

  /** Whether rooms are being indexed: in order, so the rooms found so far stay the first ones. */
  get reading(): boolean {
    return this.#reading !== undefined;
  }

  /** Indexes the rooms that are listed now, if the list has changed. */
  follow(): void {
    if (this.#reading || this.#revision === this.#store.revision) return;
    this.#revision = this.#store.revision;
    const next = new RoomIndex(newestFirst([...this.#store.listedRooms()]), this.#format);
    if (this.#index.size === 0) this.#index = next;
    this.#reading = next;
    this.#turn = setImmediate(() => this.#readOn(next));
  }

  /** The first `limit` rooms that contain every typed word, and the number of all of them. */
  find(typed: string, limit: number): { readonly rooms: readonly Room[]; readonly count: number } {
    return this.#index.find(typed, limit);
  }

  /** Indexes the remaining rooms at once, because the user has accepted the input. */
  finish(): void {
    if (!this.#reading) return;
    this.#reading.readOn(Number.POSITIVE_INFINITY);
    this.#index = this.#reading;
    this.dispose();
  }

  dispose(): void {
    clearImmediate(this.#turn);
    this.#reading = undefined;
  }

  #readOn(next: RoomIndex): void {
    next.readOn(sliceMs);
    if (!next.isWhole) {
      this.#turn = setImmediate(() => this.#readOn(next));
      return;
    }
    this.#index = next;
    this.#reading = undefined;
    this.#onRead();
    this.follow(); // The list may have changed meanwhile.
  }
}
