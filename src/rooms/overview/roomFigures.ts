import type { Room } from '../../insights/resources/room.ts';
import { roomDuration } from '../../text/roomText.ts';
import { roomFacetValues } from '../filter/roomFacets.ts';

/** The figures of a room that are counted. */
export interface RoomFigures {
  /** Milliseconds since 1970. */
  readonly created: number | undefined;
  readonly participants: number | undefined;
  readonly live: boolean;
  /** Undefined for a live room with a creation time: see `secondsAt`. */
  readonly seconds: number | undefined;
  /** Normalised. */
  readonly endReason: string | undefined;
}

/** Caches the figures of each room: reading a field validates it, and all rooms are counted repeatedly. */
export class FigureReader {
  readonly #cache = new WeakMap<Room, RoomFigures>();

  of(room: Room): RoomFigures {
    const cached = this.#cache.get(room);
    if (cached) return cached;
    const { created } = room;
    const [endReason] = roomFacetValues(room, 'endReason');
    const figures: RoomFigures = {
      created,
      participants: room.read('unique_participants'),
      live: room.live,
      seconds: room.live && created !== undefined ? undefined : roomDuration(room, 0)?.seconds,
      endReason: endReason || undefined,
    };
    this.#cache.set(room, figures);
    return figures;
  }
}

/** The duration of a room in seconds; of a live room up to `now`, in milliseconds since 1970. */
export function secondsAt({ live, created, seconds }: RoomFigures, now: number): number | undefined {
  return live && created !== undefined ? Math.max(0, (now - created) / 1000) : seconds;
}
