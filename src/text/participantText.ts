import { t } from '@vscode/l10n';
import type { Participant } from '../insights/resources/participant.ts';
import type { Room } from '../insights/resources/room.ts';
import type { Format } from './format.ts';
import { joinList, separator } from './joinText.ts';
import { plainText } from './plainText.ts';

/** The full name of a participant: the identity on one line, or the SID if there is none. */
export function participantName(participant: Participant): string {
  return (
    plainText(participant.read('participant_identity') ?? '') ||
    participant.sid ||
    t('Participant without a name')
  );
}

/** The line in place of the participants of a room of which none is listed. */
export function noParticipantsText(room: Room | undefined, format: Format): string {
  const counted = room?.read('unique_participants') ?? 0;
  return counted > 0
    ? t('Twilio lists no participants, although it counted {0}', format.participants(counted))
    : t('Nobody joined this room');
}

/** Participants by join time; those without one come last. */
export function byJoinTime(participants: readonly Participant[]): Participant[] {
  const joined = new Map(participants.map((one) => [one, one.read('join_time') ?? Number.POSITIVE_INFINITY]));
  const at = (one: Participant) => joined.get(one) ?? 0;
  // Infinity − Infinity is NaN, hence the comparison instead of a difference.
  return [...participants].sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
}

/**
 * Whether a participant is in the room now. A missing leave time in a room that is over only means that the
 * end is unknown.
 */
export function isPresent(participant: Participant, room: Room | undefined): boolean {
  return !participant.ended && room?.live === true;
}

function stayText(participant: Participant, room: Room | undefined, format: Format): string {
  const joined = participant.read('join_time');
  const left = participant.read('leave_time');
  if (joined === undefined)
    return left === undefined ? t('times unknown') : t('left {0}', format.shortTime(left));
  const from = format.shortTime(joined);
  if (left !== undefined) return format.timeSpan(joined, left);
  return isPresent(participant, room) ? t('present since {0}', from) : t('{0}, end unknown', from);
}

function participantParts(participant: Participant, room: Room | undefined, format: Format): string[] {
  const seconds = participant.read('duration_sec');
  const error = participant.errorCode;
  const length = seconds === undefined ? '' : format.duration(seconds);
  const failed = error === undefined ? '' : t('error {0}', error);
  // The error first: a narrow view truncates the rest.
  return [failed, stayText(participant, room, format), length].filter(Boolean);
}

/** The description of a participant in the tree: the error if one ended the stay, join–leave, duration. */
export function participantLine(participant: Participant, room: Room | undefined, format: Format): string {
  return participantParts(participant, room, format).join(separator);
}

/** The accessible label of a participant in the tree. @param name the label of the participant */
export function participantAccessibleLabel(
  name: string,
  participant: Participant,
  room: Room | undefined,
  format: Format,
): string {
  return joinList([name, ...participantParts(participant, room, format)]);
}

/**
 * "twilio-video.js 2.28.1 · Chrome 126.0 · Mac OS 14.5 · Apple iPhone 15": the known parts of
 * `publisher_info`.
 */
export function deviceLabel(participant: Participant): string {
  const info = participant.read('publisher_info') ?? {};
  const field = (key: string) => {
    const value = info[key];
    return typeof value === 'string' || typeof value === 'number' ? plainText(String(value)) : '';
  };
  const pair = (...keys: string[]) => keys.map(field).filter(Boolean).join(' ');
  return [
    pair('name', 'sdk_version'),
    pair('browser_name', 'browser_version'),
    pair('platform_name', 'platform_version'),
    pair('device_manufacturer', 'device_model'),
  ]
    .filter(Boolean)
    .join(' · ');
}
