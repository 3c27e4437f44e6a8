import type { Room } from '../../insights/resources/room.ts';
import { csvHead, csvRow } from './csv.ts';

export const exportFormats = ['csv', 'ndjson', 'json'] as const;

/** `ndjson` is a room's resource on each line, `json` an array of them: both exactly as Twilio sent them. */
export type ExportFormat = (typeof exportFormats)[number];

/** A piece of the file, and how many rooms are written with it. */
export interface ExportPiece {
  readonly text: string;
  readonly rooms: number;
}

/** A piece is handed on when it is so long, in characters. */
const chunkLength = 64 * 1024;

/** The file's text piece by piece, made as it is asked for: never more than one piece is held. */
export function* serializeRooms(
  rooms: Iterable<Room>,
  format: ExportFormat,
): Generator<ExportPiece, void, undefined> {
  const { head, row, between, tail } = parts[format];
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

interface Parts {
  readonly head: () => string;
  readonly row: (room: Room) => string;
  readonly between: string;
  readonly tail: (empty: boolean) => string;
}

const parts: Record<ExportFormat, Parts> = {
  csv: { head: csvHead, row: csvRow, between: '', tail: () => '' },
  ndjson: { head: () => '', row: ({ json }) => `${JSON.stringify(json)}\n`, between: '', tail: () => '' },
  json: {
    head: () => '[',
    row: ({ json }) => `\n${JSON.stringify(json)}`,
    between: ',',
    tail: (empty) => (empty ? ']\n' : '\n]\n'),
  },
};
