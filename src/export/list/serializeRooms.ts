import type { Room } from '../../insights/resources/room.ts';
import { csvHead, csvRow } from './csv.ts';

export const exportFormats = ['csv', 'ndjson', 'json'] as const;

/** `ndjson` has one room resource per line, `json` is an array of them: both exactly as Twilio sent them. */
export type ExportFormat = (typeof exportFormats)[number];

/** A piece of the file, and the number of rooms in it. */
export interface ExportPiece {
  readonly text: string;
  readonly rooms: number;
}

/** A piece is yielded when it has this length, in characters. */
const chunkLength = 64 * 1024;

/** Generates the file's text lazily, piece by piece: never more than one piece is in memory. */
export function* serializeRooms(
  rooms: Iterable<Room>,
  format: ExportFormat,
): Generator<ExportPiece, void, undefined> {
  const { head, row, between, tail } = serializers[format];
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

const serializers: Record<ExportFormat, Serializer> = {
  csv: { head: csvHead, row: csvRow, between: '', tail: () => '' },
  ndjson: { head: () => '', row: ({ json }) => `${JSON.stringify(json)}\n`, between: '', tail: () => '' },
  json: {
    head: () => '[',
    row: ({ json }) => `\n${JSON.stringify(json)}`,
    between: ',',
    tail: (empty) => (empty ? ']\n' : '\n]\n'),
  },
};
