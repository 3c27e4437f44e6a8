import type { Csv } from '../../../../src/export/list/csv.ts';
import { type ExportFormat, serializeRooms } from '../../../../src/export/list/serializeRooms.ts';
import type { Room } from '../../../../src/insights/resources/room.ts';

/** The whole file that an export of rooms writes. */
export const textOf = (rooms: Room[], format: ExportFormat, csv?: Csv) =>
  [...serializeRooms(rooms, format, csv)].map(({ text }) => text).join('');
