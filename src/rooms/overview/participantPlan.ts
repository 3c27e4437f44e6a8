import type { RoomSid } from '../../insights/core/sid.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { ParticipantsState } from '../model/storeState.ts';
import type { FigureReader } from './roomFigures.ts';

/** The API's maximum page size. */
const fullPage = 1000;

/** Estimates the requests that bring a room's participants up to date; 0 if they are, or without a SID. */
export function requestsFor(
  room: Room,
  participants: ParticipantsState | undefined,
  figures: FigureReader,
): number {
  if (!room.sid || (participants && participants.state !== 'failed' && !participants.stale)) return 0;
  if (room.source === 'video') return 2; // One for connected and one for disconnected participants.
  return Math.max(1, Math.ceil((figures.of(room).participants ?? 0) / fullPage));
}

/** The SIDs of the rooms in the order in which their participants are loaded: newest first. */
export function loadingOrder(rooms: readonly Room[]): RoomSid[] {
  return rooms
    .toSorted((one, other) => (other.created ?? 0) - (one.created ?? 0))
    .map(({ sid }) => sid)
    .filter((sid) => sid !== undefined);
}
