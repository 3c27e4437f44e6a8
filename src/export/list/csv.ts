import type { Room, RoomField } from '../../insights/resources/room.ts';
import { isoTime } from '../../text/format.ts';

/** The documented fields of a room but `links`, which says nothing that the SID does not. New ones are added at the end. */
const fields = [
  ...(['account_sid', 'room_sid', 'room_name', 'create_time', 'end_time', 'room_type'] as const),
  ...(['room_status', 'status_callback', 'status_callback_method', 'created_method'] as const),
  ...(['end_reason', 'max_participants', 'unique_participants'] as const),
  ...(['unique_participant_identities', 'concurrent_participants', 'max_concurrent_participants'] as const),
  ...(['codecs', 'media_region', 'edge_location', 'duration_sec'] as const),
  ...(['total_participant_duration_sec', 'total_recording_duration_sec'] as const),
  ...(['processing_state', 'recording_enabled', 'url'] as const),
] satisfies readonly RoomField[];

/** The columns in their order. `note` names what a row does not hold as Twilio sent it. */
export const csvColumns: readonly string[] = [...fields, 'note'];

/** RFC 4180 ends every line so. */
const lineEnd = '\r\n';

/** The names of the columns, after the mark by which spreadsheets know that this is UTF-8. */
export function csvHead(): string {
  return `\uFEFF${csvColumns.join(',')}${lineEnd}`;
}

/** A room as a line: text as Twilio sent it, times in ISO 8601 in UTC, codecs with a blank between, empty for null. */
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

/** An int64 may come as text, or longer than JavaScript's numbers: its digits are kept. */
function numberCell(sent: unknown, value: number): string {
  const digits = typeof sent === 'string' ? sent : JSON.stringify(sent);
  return /^\d+$/.test(digits) ? digits : String(value);
}

/** With any of these before it, a spreadsheet takes text for a formula ("CSV Injection", OWASP); and so for their wide forms. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

/** Text in quotes where it needs them. What a spreadsheet would run gets an apostrophe in front. */
function textCell(text: string): string {
  // Programs written in C end a text at NUL.
  const safe = (formula.test(text) ? `'${text}` : text).replaceAll('\u0000', '\uFFFD');
  return safe === '' || /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What the documented columns leave out; NDJSON and JSON hold it all. Empty, as mostly, for nothing. */
function noteOn(room: Room): string {
  const unreadable = fields.filter((name) => room.state(name) === 'invalid');
  const parts = [
    ...(unreadable.length > 0 ? [`not readable: ${unreadable.join(' ')}`] : []),
    ...(room.otherNames.length > 0 ? [`also sent: ${room.otherNames.join(' ')}`] : []),
  ];
  return parts.join('; ');
}
