import type { Room } from '../insights/room.ts';

/** Rooms of one status, newest first. */
export interface RoomGroupList {
  /** The normalised status; empty for rooms whose status the API left out. */
  readonly status: string;
  readonly rooms: readonly Room[];
}

/** The statuses that always have a group, also an empty one, in this order. */
const always = ['in_progress', 'completed'];

/** Rooms by status, newest first. A status that is new to us gets a group of its own. */
export function groupRooms(rooms: Iterable<Room>): RoomGroupList[] {
  const groups = new Map<string, Room[]>(always.map((status) => [status, []]));
  for (const room of rooms) {
    const status = room.status ?? '';
    const group = groups.get(status);
    if (group) group.push(room);
    else groups.set(status, [room]);
  }
  return [...groups].map(([status, members]) => ({
    status,
    rooms: newestFirst(members),
  }));
}

/** By creation, newest first; the API does not document its order. Rooms without a time come last. */
export function newestFirst(rooms: readonly Room[]): Room[] {
  return rooms
    .map((room) => ({ room, created: room.read('create_time') ?? Number.NEGATIVE_INFINITY }))
    .sort((a, b) => (a.created > b.created ? -1 : a.created < b.created ? 1 : 0))
    .map(({ room }) => room);
}
