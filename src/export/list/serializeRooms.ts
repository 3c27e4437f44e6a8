import type { Room } from '../../insights/resources/room.ts';
import { type Csv, strictCsv } from './csv.ts';

export const exportFormats = ['csv', 'csvStrict', 'ndjson', 'json'] as const;

/**
 * `csv` is for spreadsheets, `csvStrict` for programs. `ndjson` has one room resource per line, `json` is an array of
 * them: both exactly as Twilio sent them.
 */
export type ExportFormat = (typeof exportFormats)[number];

/** A piece of the file, and the number of rooms in it. */
export interface ExportPiece {
  readonly text: string;
  readonly rooms: number;
}

/** A piece is yielded when it has this length, in characters. */
const chunkLength = 64 * 1024;

/**
 * Generates the file's text lazily, piece by piece: never more than one piece is in memory.
 * @param csv how `csv` is written
 */
export function* serializeRooms(
  rooms: Iterable<Room>,
  format: ExportFormat,
  csv: Csv = strictCsv,
): Generator<ExportPiece, void, undefined> {
  const { head, row, between, tail } = format === 'csv' ? ofCsv(csv) : serializers[format];
  let text = head();
  let first = true;
  let count = 0;
  for (const room of rooms) {
    text += (first ? '' : between) + row(room);
    first = false;
    count++;
    if (text.length < chunkLength) continue;
    yield { text, rooms: count };
    text = '';
    count = 0;
  }
  yield { text: text + tail(first), rooms: count };
}

interface Serializer {
  readonly head: () => string;
  readonly row: (room: Room) => string;
  readonly between: string;
  readonly tail: (empty: boolean) => string;
}

function ofCsv({ head, row }: Csv): Serializer {
  return { head, row, between: '', tail: () => '' };
}

const serializers: Record<Exclude<ExportFormat, 'csv'>, Serializer> = {
  csvStrict: ofCsv(strictCsv),
  ndjson: { head: () => '', row: ({ json }) => `${JSON.stringify(json)}\n`, between: '', tail: () => '' },
  json: {
    head: () => '[',
    row: ({ json }) => `\n${JSON.stringify(json)}`,
    between: ',',
    tail: (empty) => (empty ? ']\n' : '\n]\n'),
  },
};
