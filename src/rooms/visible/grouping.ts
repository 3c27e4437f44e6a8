import type { Room } from '../../insights/resources/room.ts';

/** Rooms of one status. */
export interface RoomGroupList {
  /** The normalised status; empty for rooms whose status the API left out. */
  readonly status: string;
  readonly rooms: readonly Room[];
}

/** The statuses that always have a group, even an empty one, in this order. */
const always = ['in_progress', 'completed'];

/** Groups rooms by status and keeps their order. A status unknown to this extension gets its own group. */
export function groupRooms(rooms: Iterable<Room>): RoomGroupList[] {
  const groups = new Map<string, Room[]>(always.map((status) => [status, []]));
  for (const room of rooms) {
    const status = room.status ?? '';
    const group = groups.get(status);
    if (group) group.push(room);
    else groups.set(status, [room]);
  }
  return [...groups].map(([status, members]) => ({ status, rooms: members }));
}
