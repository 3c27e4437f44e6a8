import type { Room, RoomField } from '../../insights/resources/room.ts';
import { isoTime } from '../../text/format.ts';
import { formulaStart, spreadsheetDigits, spreadsheetText } from './spreadsheetText.ts';

/**
 * A room's documented fields except `links`, which adds nothing to the SID. New ones are added at the end.
 */
const fields = [
  'account_sid',
  'room_sid',
  'room_name',
  'create_time',
  'end_time',
  'room_type',
  'room_status',
  'status_callback',
  'status_callback_method',
  'created_method',
  'end_reason',
  'max_participants',
  'unique_participants',
  'unique_participant_identities',
  'concurrent_participants',
  'max_concurrent_participants',
  'codecs',
  'media_region',
  'edge_location',
  'duration_sec',
  'total_participant_duration_sec',
  'total_recording_duration_sec',
  'processing_state',
  'recording_enabled',
  'url',
] as const satisfies readonly RoomField[];

/** The columns in their order. `note` names data that a row does not contain as Twilio sent it. */
export const csvColumns: readonly string[] = [...fields, 'note'];

/** The line ending of RFC 4180. */
const lineEnd = '\r\n';

/** How a CSV file is written. */
interface CsvForm {
  readonly separator: string;
  /** The content of the cell for a text, before it is quoted. */
  readonly text: (text: string) => string;
  /** The content of the cell for a whole number. */
  readonly digits: (digits: string) => string;
}

/** A CSV file: the lines before the rooms, and the line of a room. */
export interface Csv {
  readonly head: () => string;
  readonly row: (room: Room) => string;
}

/** The byte order mark that tells spreadsheets the encoding. */
const byteOrderMark = '\uFEFF';

/**
 * CSV as RFC 4180 has it, for programs: text as sent, except that text which a spreadsheet would run as a
 * formula gets an apostrophe in front.
 */
export const strictCsv: Csv = csvOf(byteOrderMark, {
  separator: ',',
  text: (text) => (formulaStart.test(text) ? `'${text}` : text),
  digits: (digits) => digits,
});

/** The separators of a file for spreadsheets. */
export type CsvSeparator = ',' | ';' | '\t';

/**
 * CSV that spreadsheets open in columns, with text that stays text.
 *
 * Excel takes the separator from the system's region, unless the first line is `sep=`; with that line it
 * ignores the byte order mark. So the line helps only where each character is one of ASCII, and then in every
 * region. A file with tabs has no need of it if it is UTF-16.
 * @param ascii whether all rooms are written in ASCII, see `isAscii`
 */
export function spreadsheetCsv(separator: CsvSeparator, ascii: boolean): Csv {
  const lead = ascii && separator !== '\t' ? `sep=${separator}${lineEnd}` : byteOrderMark;
  return csvOf(lead, { separator, text: spreadsheetText, digits: spreadsheetDigits });
}

/** Whether a text holds only characters of ASCII. */
export function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

function csvOf(lead: string, form: CsvForm): Csv {
  return {
    head: () => `${lead}${csvColumns.join(form.separator)}${lineEnd}`,
    row: (room) => csvRow(room, form),
  };
}

/** A room as a line: times in ISO 8601 in UTC, codecs separated by blanks, empty for null. */
function csvRow(room: Room, form: CsvForm): string {
  const cells = fields.map((name) => cellOf(room, name, form));
  const note = noteOn(room);
  return `${[...cells, note && quoted(form.text(note))].join(form.separator)}${lineEnd}`;
}

function cellOf(room: Room, name: RoomField, form: CsvForm): string {
  const value = room.read(name);
  if (value === undefined) return '';
  if (Array.isArray(value)) return quoted(form.text(value.join(' ')));
  switch (typeof value) {
    case 'number':
      return name.endsWith('_time') ? isoTime(value) : quoted(form.digits(digitsOf(room.json[name], value)));
    case 'boolean':
      return String(value);
    default:
      return quoted(form.text(String(value)));
  }
}

/** An int64 may be sent as text, or exceed JavaScript's numbers: its digits are preserved. */
function digitsOf(sent: unknown, value: number): string {
  const digits = typeof sent === 'string' ? sent : JSON.stringify(sent);
  return /^\d+$/.test(digits) ? digits : String(value);
}

/** Quotes the content of a cell if needed. */
function quoted(content: string): string {
  // Programs written in C end a string at NUL.
  const safe = content.replaceAll('\u0000', '\uFFFD');
  return safe === '' || /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Names the data that the columns leave out; NDJSON and JSON contain all of it. Mostly empty. */
function noteOn(room: Room): string {
  const unreadable = fields.filter((name) => room.state(name) === 'invalid');
  const parts = [
    ...(unreadable.length > 0 ? [`not readable: ${unreadable.join(' ')}`] : []),
    ...(room.otherNames.length > 0 ? [`also sent: ${room.otherNames.join(' ')}`] : []),
  ];
  return parts.join('; ');
}
