import { serializeRooms } from '../../../../src/export/list/serializeRooms.ts';
import type { Room } from '../../../../src/insights/resources/room.ts';

/** The whole file that an export of rooms writes. */
export const textOf = (rooms: Room[], format: 'csv' | 'ndjson' | 'json') =>
  [...serializeRooms(rooms, format)].map(({ text }) => text).join('');
