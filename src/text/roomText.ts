import { t } from '@vscode/l10n';
import type { Room } from '../insights/resources/room.ts';
import { withoutIsolates } from '../unicode/isolate.ts';
import { enumLabel } from './enumLabels.ts';
import type { Format } from './format.ts';
import { joinList, separator } from './joinText.ts';
import { plainText } from './plainText.ts';

/**
 * A room in a line: status and times, duration, number of participants.
 * @param people number of participants for a room without that field: the Video API does not send it
 */
export function roomLine(room: Room, format: Format, people?: number): string {
  return roomParts(room, format, people).join(separator);
}

function roomParts(room: Room, format: Format, people: number | undefined): string[] {
  return [timesText(room, format), durationText(room, format), participantsText(room, format, people)].filter(
    Boolean,
  );
}

/**
 * The description of a room in the tree, short enough for a narrow view: when it began, how long it lasted, and how many
 * participants it had. @param people as for `roomLine`
 */
export function roomRow(room: Room, format: Format, people?: number): string {
  const began = room.created;
  const time = began === undefined || isEndUnknown(room) ? timesText(room, format) : format.shortTime(began);
  return [time, durationText(room, format), participantsText(room, format, people)]
    .filter(Boolean)
    .join(separator);
}

/** The accessible label of a room in the tree; `people` as for `roomLine`. */
export function roomAccessibleLabel(room: Room, format: Format, people?: number): string {
  return joinList([
    withoutIsolates(roomTitle(room)),
    roomStatus(room).label,
    ...roomParts(room, format, people),
  ]);
}

/** The main fields of a room for its tooltip, as pairs of label and value. */
export function mainFields(room: Room, format: Format): [label: string, value: string][] {
  const rows: [string, string | undefined][] = [
    [t('Status'), roomStatus(room).label],
    [t('When'), roomHeadline(room, format)],
    [t('Participants'), participantsRow(room, format)],
    [t('Type'), optional(room.read('room_type'), enumLabel)],
    [t('Media region'), optional(room.read('media_region'), enumLabel)],
    [t('End reason'), optional(room.read('end_reason'), enumLabel)],
    [t('Source'), room.source === 'video' ? t('Twilio’s Video API, so far') : undefined],
    [t('Room SID'), room.sid],
  ];
  return rows.flatMap(([label, value]) => (value ? [[label, plainText(value)]] : []));
}

/** Whether a room in progress went away without a word of its end. */
function isEndUnknown(room: Room): boolean {
  return room.missing && room.read('end_time') === undefined;
}

function timesText(room: Room, format: Format): string {
  const created = room.created;
  const ended = room.read('end_time');
  if (room.live) {
    return created === undefined ? t('live') : t('live since {0}', format.shortTime(created));
  }
  if (isEndUnknown(room)) {
    return created === undefined
      ? t('end unknown')
      : t('created {0}, end unknown', format.shortTime(created));
  }
  if (created !== undefined && ended !== undefined) return format.timeSpan(created, ended);
  if (ended !== undefined) return t('ended {0}', format.shortTime(ended));
  return created === undefined ? '' : t('created {0}', format.shortTime(created));
}

function durationText(room: Room, format: Format): string {
  const duration = roomDuration(room, format.now());
  if (!duration) return '';
  const length = format.duration(duration.seconds);
  return duration.soFar ? t('{0} so far', length) : length;
}

function participantsText(room: Room, format: Format, people: number | undefined): string {
  const participants = room.read('unique_participants') ?? people;
  return participants === undefined ? '' : format.participants(participants);
}

/** "7 (distinct identities: 5)" if some of them are rejoins. */
function participantsRow(room: Room, format: Format): string | undefined {
  const participants = room.read('unique_participants');
  const identities = room.read('unique_participant_identities');
  if (participants === undefined) return undefined;
  if (identities === undefined || identities === participants) return format.number(participants);
  return t('{0} (distinct identities: {1})', format.number(participants), format.number(identities));
}

function optional<Value>(value: Value | undefined, show: (value: Value) => string): string | undefined {
  return value === undefined ? undefined : show(value);
}

/** The display name of a room: its SID if it has no name. */
export function roomTitle(room: Room): string {
  return plainText(room.read('room_name') ?? '') || room.sid || t('Room without a name');
}

/** The label of a status, with its codicon. */
export interface RoomStatus {
  readonly label: string;
  /** Codicon name without the `codicon-` prefix. */
  readonly icon: 'broadcast' | 'pass' | 'question' | 'circle-outline';
  readonly tone: 'live' | 'done' | 'other';
}

/** The room's status, with label and icon. */
export function roomStatus(room: Room): RoomStatus {
  if (room.live) return { label: t('In progress'), icon: 'broadcast', tone: 'live' };
  if (room.missing) return { label: t('Ended, time unknown'), icon: 'question', tone: 'other' };
  if (room.status === 'completed') return { label: t('Completed'), icon: 'pass', tone: 'done' };
  if (room.status === undefined) return { label: t('Status unknown'), icon: 'question', tone: 'other' };
  return { label: enumLabel(room.status), icon: 'circle-outline', tone: 'other' };
}

/** The duration of the room in seconds; for a live room the time since its creation (`soFar`). */
export function roomDuration(room: Room, now: number): { seconds: number; soFar: boolean } | undefined {
  const { created } = room;
  if (room.live && created !== undefined) {
    return { seconds: Math.max(0, (now - created) / 1000), soFar: true };
  }
  const seconds = room.read('duration_sec');
  if (seconds !== undefined) return { seconds, soFar: false };
  const ended = room.read('end_time');
  if (created === undefined || ended === undefined) return undefined;
  return { seconds: Math.max(0, (ended - created) / 1000), soFar: false };
}

/** The headline of the panel: since when, or until when, and how long. */
export function roomHeadline(room: Room, format: Format): string {
  const created = room.created;
  const ended = room.read('end_time');
  const duration = roomDuration(room, format.now());
  const length = duration && format.duration(duration.seconds);
  if (room.live) {
    if (created === undefined || !length) return t('Live');
    return t('Live since {0}; room {1} so far', format.fullTime(created), length);
  }
  if (ended === undefined && room.missing && created !== undefined) {
    return t('Created {0}, ended at an unknown time', format.fullTime(created));
  }
  if (ended === undefined) return created === undefined ? '' : t('Created {0}', format.fullTime(created));
  return length
    ? t('Ended {0}; room {1}', format.fullTime(ended), length)
    : t('Ended {0}', format.fullTime(ended));
}
