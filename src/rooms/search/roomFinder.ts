import type { Room } from '../../insights/resources/room.ts';
import type { Format } from '../../text/format.ts';
import { newestFirst } from '../filter/sorting.ts';
import { RoomIndex } from './roomIndex.ts';

/** How long the extension host is held up at once, in milliseconds: keys and other extensions get through. */
const slice = 8;

/** Of the store. */
export interface ListedRooms {
  readonly revision: number;
  listedRooms(): Iterable<Room>;
}

/**
 * The listed rooms, newest first, to be found while somebody types. They are
 * read in the background; where the list has changed, the rooms of before are
 * searched until the new ones have been read.
 */
export class RoomFinder {
  readonly #store: ListedRooms;
  readonly #format: Format;
  readonly #onRead: () => void;
  #revision = -1;
  #index: RoomIndex;
  #reading: RoomIndex | undefined;
  #turn: NodeJS.Immediate | undefined;

  /** @param onRead told when other rooms, or more, can be found than before */
  constructor(store: ListedRooms, format: Format, onRead: () => void) {
    this.#store = store;
    this.#format = format;
    this.#onRead = onRead;
    this.#index = new RoomIndex([], format);
    this.follow();
  }

  /** Whether rooms are being read. What is found until then comes first in the end, too: it is read in order. */
  get reading(): boolean {
    return this.#reading !== undefined;
  }

  /** Goes over to the rooms that are listed now. */
  follow(): void {
    if (this.#reading || this.#revision === this.#store.revision) return;
    this.#revision = this.#store.revision;
    const next = new RoomIndex(newestFirst([...this.#store.listedRooms()]), this.#format);
    if (this.#index.size === 0) this.#index = next;
    this.#reading = next;
    this.#turn = setImmediate(() => this.#readOn(next));
  }

  /** The first rooms that hold every word of what is typed, and how many there are. */
  find(typed: string, most: number): { readonly rooms: readonly Room[]; readonly count: number } {
    return this.#index.find(typed, most);
  }

  /** Reads what is left at once: somebody has decided. */
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
    next.readOn(slice);
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
