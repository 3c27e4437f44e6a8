import { t } from '@vscode/l10n';
import type { Participant } from '../insights/participant.ts';
import type { Room } from '../insights/room.ts';
import { enumWord } from './enumWords.ts';
import type { Format } from './format.ts';
import { commas } from './joined.ts';
import { participantName } from './participantName.ts';
import { plainText } from './plainText.ts';
import { roomDuration, roomHeadline, roomStatus, roomTitle } from './roomView.ts';

const separator = ' · ';

/**
 * Behind a room's name in the tree: state and when, how long, how many participants.
 * @param people how many are known of a room that does not tell: those of the Video API do not
 */
export function roomLine(room: Room, format: Format, people?: number): string {
  return roomParts(room, format, people).join(separator);
}

function roomParts(room: Room, format: Format, people: number | undefined): string[] {
  return [when(room, format), lasting(room, format), size(room, format, people)].filter(Boolean);
}

/** What a screen reader says of a room in the tree; `people` as for `roomLine`. */
export function roomSpoken(room: Room, format: Format, people?: number): string {
  return commas([roomTitle(room), roomStatus(room).word, ...roomParts(room, format, people)]);
}

/** The main facts of a room for its tooltip, as pairs of label and value. */
export function roomFacts(room: Room, format: Format): [label: string, value: string][] {
  const facts: [string, string | undefined][] = [
    [t('Status'), roomStatus(room).word],
    [t('When'), roomHeadline(room, format)],
    [t('Participants'), peopleFact(room, format)],
    [t('Type'), optional(room.read('room_type'), enumWord)],
    [t('Media region'), optional(room.read('media_region'), enumWord)],
    [t('End reason'), optional(room.read('end_reason'), enumWord)],
    [t('Source'), room.source === 'video' ? t('Twilio’s Video API, so far') : undefined],
    [t('Room SID'), room.sid],
  ];
  return facts.flatMap(([label, value]) => (value ? [[label, plainText(value)]] : []));
}

/** Behind a participant's name: the error if one ended the stay, join–leave, duration. */
export function participantLine(participant: Participant, room: Room | undefined, format: Format): string {
  return participantParts(participant, room, format).join(separator);
}

/** What a screen reader says of a participant in the tree. */
export function participantSpoken(participant: Participant, room: Room | undefined, format: Format): string {
  return commas([participantName(participant), ...participantParts(participant, room, format)]);
}

function participantParts(participant: Participant, room: Room | undefined, format: Format): string[] {
  const seconds = participant.read('duration_sec');
  const error = participant.errorCode;
  const length = seconds === undefined ? '' : format.duration(seconds);
  const failed = error === undefined ? '' : t('error {0}', error);
  // The error first: a narrow view shows no more than the beginning.
  return [failed, stay(participant, room, format), length].filter(Boolean);
}

/** In a room that is over nobody is present: a missing leave time means that the end is not known. */
export function isPresent(participant: Participant, room: Room | undefined): boolean {
  return !participant.ended && room?.live === true;
}

function when(room: Room, format: Format): string {
  const created = room.created;
  const ended = room.read('end_time');
  if (room.live) {
    return created === undefined ? t('live') : t('live since {0}', format.shortTime(created));
  }
  if (created !== undefined && ended !== undefined) return format.timeSpan(created, ended);
  if (ended !== undefined) return t('ended {0}', format.shortTime(ended));
  return created === undefined ? '' : t('created {0}', format.shortTime(created));
}

function lasting(room: Room, format: Format): string {
  const duration = roomDuration(room, format.now());
  if (!duration) return '';
  const length = format.duration(duration.seconds);
  return duration.soFar ? t('{0} so far', length) : length;
}

function size(room: Room, format: Format, people: number | undefined): string {
  const participants = room.read('unique_participants') ?? people;
  return participants === undefined ? '' : format.participants(participants);
}

/** "7 participants, 5 identities" where some of them are rejoins. */
function peopleFact(room: Room, format: Format): string | undefined {
  const participants = room.read('unique_participants');
  const identities = room.read('unique_participant_identities');
  if (participants === undefined) return undefined;
  if (identities === undefined || identities === participants) return format.number(participants);
  return t('{0}, of {1} distinct identities', format.number(participants), format.number(identities));
}

function stay(participant: Participant, room: Room | undefined, format: Format): string {
  const joined = participant.read('join_time');
  const left = participant.read('leave_time');
  if (joined === undefined)
    return left === undefined ? t('times unknown') : t('left {0}', format.shortTime(left));
  const from = format.shortTime(joined);
  if (left !== undefined) return format.timeSpan(joined, left);
  return isPresent(participant, room) ? t('present since {0}', from) : t('{0}, end unknown', from);
}

function optional<Value>(value: Value | undefined, show: (value: Value) => string): string | undefined {
  return value === undefined ? undefined : show(value);
}
