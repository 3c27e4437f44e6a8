import { t } from '@vscode/l10n';
import { isJsonObject } from '../insights/json.ts';
import type { Room, RoomField } from '../insights/room.ts';
import type { GroupView, PropertyView, RoomView, StatusView } from '../pageViews.ts';
import { enumWord } from './enumWords.ts';
import { fieldValue, otherValue } from './fieldValue.ts';
import type { Format } from './format.ts';
import { sentences } from './joined.ts';
import { markUnseen, plainText } from './plainText.ts';
import { type RoomGroup, roomGroups, roomGroupTitle, roomWords } from './roomWords.ts';

/** The name of a room for people: its SID where it has no name. */
export function roomTitle(room: Room): string {
  return plainText(room.read('room_name') ?? '') || room.sid || t('Room without a name');
}

/** The room's state as an icon and a word. */
export function roomStatus(room: Room): StatusView {
  if (room.live) return { word: t('In progress'), icon: 'broadcast', tone: 'live' };
  if (room.status === 'completed') return { word: t('Completed'), icon: 'pass', tone: 'done' };
  if (room.status === undefined) return { word: t('Status unknown'), icon: 'question', tone: 'other' };
  return { word: enumWord(room.status), icon: 'circle-outline', tone: 'other' };
}

/**
 * How long the room lasted, in seconds; for a live room, which has no end yet,
 * the time since its creation (`soFar`).
 */
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

/** One sentence for the head of the panel: since when, or until when, and how long. */
export function roomHeadline(room: Room, format: Format): string {
  const created = room.created;
  const ended = room.read('end_time');
  const duration = roomDuration(room, format.now());
  const length = duration && format.duration(duration.seconds);
  if (room.live) {
    if (created === undefined || !length) return t('Live');
    return t('Live since {0}, {1} so far', format.fullTime(created), length);
  }
  if (ended === undefined) return created === undefined ? '' : t('Created {0}', format.fullTime(created));
  return length
    ? t('Ended {0} after {1}', format.fullTime(ended), length)
    : t('Ended {0}', format.fullTime(ended));
}

/** Everything that is known of a room, in groups; what the API added since stands under "Other". */
export function roomView(room: Room, format: Format): RoomView {
  const groups = (Object.keys(roomGroups) as RoomGroup[]).map((id) => groupView(room, id, format));
  const others = otherProperties(room);
  if (others.length > 0) groups.push({ id: 'other', title: roomGroupTitle('other'), properties: others });
  return {
    title: roomTitle(room),
    ...(room.sid && { sid: room.sid }),
    status: roomStatus(room),
    headline: roomHeadline(room, format),
    groups,
  };
}

function groupView(room: Room, id: RoomGroup, format: Format): GroupView {
  const properties = roomGroups[id].flatMap((name) => propertyViews(room, name, format));
  return { id, title: roomGroupTitle(id), properties };
}

function propertyViews(room: Room, name: RoomField, format: Format): PropertyView[] {
  const { label, meaning, show } = roomWords()[name];
  const object = room.field(name);
  if (show === 'object' && isJsonObject(object) && Object.keys(object).length > 0) {
    return Object.entries(object).map(([key, value]) => ({
      ...otherValue(value),
      key: `${name}.${key}`,
      label: `${label}: ${markUnseen(key)}`,
      meaning,
      tone: 'code',
    }));
  }
  const view = { ...fieldValue(room, name, show, format), key: name, label, meaning };
  return [
    stillRunning(room, name)
      ? { ...view, meaning: sentences([meaning, t('The room is in progress.')]) }
      : view,
  ];
}

function stillRunning(room: Room, name: RoomField): boolean {
  return room.live && (name === 'end_time' || name === 'duration_sec' || name === 'end_reason');
}

function otherProperties(room: Room): PropertyView[] {
  return room.otherNames.map((key) => ({
    ...otherValue(room.field(key)),
    key,
    label: markUnseen(key),
    meaning:
      room.source === 'video'
        ? t('A field of Twilio’s Video API, which the summary does not have.')
        : t('A field that Twilio sends and this extension does not know.'),
  }));
}
