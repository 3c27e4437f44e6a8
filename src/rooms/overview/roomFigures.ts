import type { Room } from '../../insights/resources/room.ts';
import { roomDuration } from '../../text/roomText.ts';
import { roomFacetValues } from '../filter/roomFacets.ts';

/** What is counted of a room. */
export interface RoomFigures {
  /** Milliseconds since 1970. */
  readonly created: number | undefined;
  readonly participants: number | undefined;
  readonly live: boolean;
  /** Undefined for a live room that tells when it was created: it has lasted since then. */
  readonly seconds: number | undefined;
  /** Normalised. */
  readonly endReason: string | undefined;
}

/** Reads each room once: fields are checked whenever they are read, and all rooms are counted again and again. */
export class FigureReader {
  readonly #known = new WeakMap<Room, RoomFigures>();

  of(room: Room): RoomFigures {
    const known = this.#known.get(room);
    if (known) return known;
    const { created } = room;
    const [endReason] = roomFacetValues(room, 'endReason');
    const figures: RoomFigures = {
      created,
      participants: room.read('unique_participants'),
      live: room.live,
      seconds: room.live && created !== undefined ? undefined : roomDuration(room, 0)?.seconds,
      endReason: endReason || undefined,
    };
    this.#known.set(room, figures);
    return figures;
  }
}

/** How long a room has lasted at a time (milliseconds since 1970), in seconds. */
export function secondsAt({ live, created, seconds }: RoomFigures, now: number): number | undefined {
  return live && created !== undefined ? Math.max(0, (now - created) / 1000) : seconds;
}
