import type { RoomQuery } from '../../insights/client/insightsClient.ts';
import { normalizeEnum } from '../../insights/core/normalizeEnum.ts';
import type { Room } from '../../insights/resources/room.ts';

/**
 * Whether a room in progress that the Insights API left out matches the query. Codecs are left to the filter
 * of loaded rooms: the Video API knows only the video codecs.
 * @param reachesNow whether the list was of all rooms up to now: rooms created since belong to it too
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
