import type { RoomQuery } from '../../insights/client/insightsClient.ts';
import { normalizeEnum } from '../../insights/core/normalizeEnum.ts';
import type { Room } from '../../insights/resources/room.ts';

/**
 * Whether a room in progress, which the Insights API left out, belongs to what
 * that was asked for. Codecs are left to the filter of what is loaded: the
 * Video API knows only those of the video.
 * @param reachesNow the list was of all rooms up to the moment: also those that have begun since belong to it
 */
export function matchesQuery(query: RoomQuery, reachesNow: boolean, room: Room): boolean {
  const { createdAfter, createdBefore, roomType, roomName } = query;
  const { created } = room;
  if (created === undefined || created < createdAfter) return false;
  if (created >= createdBefore && !reachesNow) return false;
  if (roomName !== undefined && room.read('room_name') !== roomName) return false;
  if (!roomType || roomType.length === 0) return true;
  const type = normalizeEnum(room.read('room_type') ?? '');
  return roomType.some((wanted) => normalizeEnum(wanted) === type);
}
