import type { Room } from '../../insights/resources/room.ts';
import { foldText } from '../../text/foldText.ts';
import type { Format } from '../../text/format.ts';
import { plainText } from '../../text/plainText.ts';

/** Between two looks at the clock. */
const roomsPerSlice = 200;

/**
 * Rooms by their name, SID and time of creation, to be found while somebody
 * types. Nothing has to be known of them until something is typed, so they are
 * read in slices, and whoever opens a list does not wait for 100,000. A search
 * goes through that many in a few milliseconds.
 */
export class RoomIndex {
  readonly #rooms: readonly Room[];
  readonly #format: Format;
  /** What can be found, of the rooms in their order; of the first ones, until all have been read. */
  readonly #texts: string[] = [];

  /** @param rooms in the order in which they are found */
  constructor(rooms: readonly Room[], format: Format) {
    this.#rooms = rooms;
    this.#format = format;
  }

  get size(): number {
    return this.#rooms.length;
  }

  /** Whether all rooms have been read: before, a search finds only some of what there is. */
  get isWhole(): boolean {
    return this.#texts.length === this.#rooms.length;
  }

  /** Reads further rooms, for about so many milliseconds. */
  readOn(milliseconds: number): void {
    const end = performance.now() + milliseconds;
    do {
      const from = this.#texts.length;
      for (const room of this.#rooms.slice(from, from + roomsPerSlice)) {
        this.#texts.push(textOf(room, this.#format));
      }
    } while (!this.isWhole && performance.now() < end);
  }

  /** The first rooms that hold every word of what is typed, and how many there are; without a word, all. */
  find(typed: string, most: number): { readonly rooms: readonly Room[]; readonly count: number } {
    const words = foldText(typed).split(/\s+/).filter(Boolean);
    if (words.length === 0) return { rooms: this.#rooms.slice(0, most), count: this.size };
    const rooms: Room[] = [];
    let count = 0;
    for (const [place, text] of this.#texts.entries()) {
      if (!words.every((word) => text.includes(word))) continue;
      count++;
      const room = this.#rooms[place];
      if (room && rooms.length < most) rooms.push(room);
    }
    return { rooms, count };
  }
}

/** A long name would cost memory for nothing: nobody types so much. */
const maxNameLength = 200;

function textOf(room: Room, format: Format): string {
  const created = room.created;
  const name = plainText((room.read('room_name') ?? '').slice(0, maxNameLength));
  const time = created === undefined ? '' : format.sortableTime(created);
  return foldText(`${name}\n${room.sid ?? ''}\n${time}`);
}
