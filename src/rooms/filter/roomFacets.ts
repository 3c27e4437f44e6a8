import { normalizeEnum } from '../../insights/core/normalizeEnum.ts';
import type { Room, RoomField } from '../../insights/resources/room.ts';

/** The facets of the room itself, with the field that each is read from. */
const fields = {
  status: 'room_status',
  type: 'room_type',
  codec: 'codecs',
  region: 'media_region',
  edge: 'edge_location',
  recording: 'recording_enabled',
  endReason: 'end_reason',
} as const satisfies Record<string, RoomField>;

export type RoomFacet = keyof typeof fields;

export const roomFacets = Object.keys(fields) as RoomFacet[];

/** A room's values of a facet, normalised; `recording` is `yes` or `no`. Empty if the API sent none. */
export function roomFacetValues(room: Room, facet: RoomFacet): readonly string[] {
  // Not the field: a room in progress can be over, see `Room.status`.
  if (facet === 'status') return room.status === undefined ? [] : [room.status];
  const value = room.read(fields[facet]);
  if (value === undefined) return [];
  if (typeof value === 'string') return [normalizeEnum(value)];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return value.map(normalizeEnum);
}
