import type { Room, RoomField } from '../../insights/resources/room.ts';
import { isoTime } from '../../text/format.ts';

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

/** The header line, after the byte order mark that tells spreadsheets the encoding, UTF-8. */
export function csvHead(): string {
  return `\uFEFF${csvColumns.join(',')}${lineEnd}`;
}

/** A room as a line: text as sent, times in ISO 8601 in UTC, codecs separated by blanks, empty for null. */
export function csvRow(room: Room): string {
  const cells = fields.map((name) => cellOf(room, name));
  const note = noteOn(room);
  return `${[...cells, note && textCell(note)].join(',')}${lineEnd}`;
}

function cellOf(room: Room, name: RoomField): string {
  const value = room.read(name);
  if (value === undefined) return '';
  if (Array.isArray(value)) return textCell(value.join(' '));
  switch (typeof value) {
    case 'number':
      return name.endsWith('_time') ? isoTime(value) : numberCell(room.json[name], value);
    case 'boolean':
      return String(value);
    default:
      return textCell(String(value));
  }
}

/** An int64 may be sent as text, or exceed JavaScript's numbers: its digits are preserved. */
function numberCell(sent: unknown, value: number): string {
  const digits = typeof sent === 'string' ? sent : JSON.stringify(sent);
  return /^\d+$/.test(digits) ? digits : String(value);
}

/**
 * Text that starts with one of these, or its wide form, is a formula to a spreadsheet ("CSV Injection",
 * OWASP).
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

/** Quotes text if needed. Text that a spreadsheet would run as a formula gets an apostrophe in front. */
function textCell(text: string): string {
  // Programs written in C end a string at NUL.
  const safe = (formula.test(text) ? `'${text}` : text).replaceAll('\u0000', '\uFFFD');
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
