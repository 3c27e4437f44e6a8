import type { Room } from '../../insights/resources/room.ts';
import type { Format } from '../../text/format.ts';
import { plainText } from '../../text/plainText.ts';
import { foldText } from '../../unicode/foldText.ts';
import { beginning } from '../../unicode/truncate.ts';

/** Rooms that are read between two checks of the time. */
const roomsPerSlice = 200;

/**
 * An index of rooms by name, SID and time of creation, to search while the user types. It is not needed until
 * something is typed, so rooms are read in time slices and opening a list does not wait for 100,000 of them.
 * A search through that many takes a few milliseconds.
 */
export class RoomIndex {
  readonly #rooms: readonly Room[];
  readonly #format: Format;
  /** The searchable texts of the rooms, in their order; of the first ones only until all have been read. */
  readonly #texts: string[] = [];

  /** @param rooms in the order of the results */
  constructor(rooms: readonly Room[], format: Format) {
    this.#rooms = rooms;
    this.#format = format;
  }

  get size(): number {
    return this.#rooms.length;
  }

  /** Whether all rooms have been read; until then, a search finds only some of the matches. */
  get isWhole(): boolean {
    return this.#texts.length === this.#rooms.length;
  }

  /** Reads further rooms for about this many milliseconds. */
  readOn(milliseconds: number): void {
    const end = performance.now() + milliseconds;
    do {
      const from = this.#texts.length;
      for (const room of this.#rooms.slice(from, from + roomsPerSlice)) {
        this.#texts.push(textOf(room, this.#format));
      }
    } while (!this.isWhole && performance.now() < end);
  }

  /**
   * The first `limit` rooms that contain every typed word, and the number of all of them; without a word, all
   * rooms.
   */
  find(typed: string, limit: number): { readonly rooms: readonly Room[]; readonly count: number } {
    const words = foldText(typed).split(/\s+/).filter(Boolean);
    if (words.length === 0) return { rooms: this.#rooms.slice(0, limit), count: this.size };
    const rooms: Room[] = [];
    let count = 0;
    for (const [index, text] of this.#texts.entries()) {
      if (!words.every((word) => text.includes(word))) continue;
      count++;
      const room = this.#rooms[index];
      if (room && rooms.length < limit) rooms.push(room);
    }
    return { rooms, count };
  }
}

/** A longer name would only cost memory: nobody types that much. */
const maxNameLength = 200;

function textOf(room: Room, format: Format): string {
  const created = room.created;
  const name = plainText(beginning(room.read('room_name') ?? '', maxNameLength));
  const time = created === undefined ? '' : format.sortableTime(created);
  return foldText(`${name}\n${room.sid ?? ''}\n${time}`);
}
