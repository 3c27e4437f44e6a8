import type { RoomSid } from '../../insights/core/sid.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { ParticipantsState } from '../model/storeState.ts';
import type { FigureReader } from './roomFigures.ts';

/** The API's largest page. */
const fullPage = 1000;

/** About how many requests bring the participants of a room up to date; 0 where they are, or cannot be asked for. */
export function requestsFor(
  room: Room,
  participation: ParticipantsState | undefined,
  figures: FigureReader,
): number {
  if (!room.sid || (participation && participation.state !== 'failed' && !participation.stale)) return 0;
  if (room.source === 'video') return 2; // Those who are there and those who are gone.
  return Math.max(1, Math.ceil((figures.of(room).participants ?? 0) / fullPage));
}

/** The SIDs of rooms in the order in which their participants are loaded: the newest first. */
export function loadingOrder(rooms: readonly Room[]): RoomSid[] {
  return rooms
    .toSorted((one, other) => (other.created ?? 0) - (one.created ?? 0))
    .map(({ sid }) => sid)
    .filter((sid) => sid !== undefined);
}
