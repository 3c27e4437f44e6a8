import { t } from '@vscode/l10n';
import { isJsonObject } from '../../insights/core/json.ts';
import type { Room, RoomField } from '../../insights/resources/room.ts';
import type { GroupView, PropertyView, RoomView } from '../../protocol/roomPage.ts';
import { fieldText, otherFieldText } from '../../text/fieldText.ts';
import type { Format } from '../../text/format.ts';
import { joinSentences } from '../../text/joinText.ts';
import { markUnseen } from '../../text/plainText.ts';
import { type RoomGroup, roomFields, roomGroups, roomGroupTitle } from '../../text/roomFields.ts';
import { roomHeadline, roomStatus, roomTitle } from '../../text/roomText.ts';
import { withoutIsolates } from '../../unicode/isolate.ts';

/** All fields of a room, in groups; fields unknown to this extension are in the group "Other". */
export function roomView(room: Room, format: Format): RoomView {
  const groups = (Object.keys(roomGroups) as RoomGroup[]).map((id) => groupView(room, id, format));
  const others = otherProperties(room);
  if (others.length > 0) groups.push({ id: 'other', title: roomGroupTitle('other'), properties: others });
  return {
    title: withoutIsolates(roomTitle(room)),
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
  const { label, meaning, show } = roomFields()[name];
  const object = room.field(name);
  if (show === 'object' && isJsonObject(object) && Object.keys(object).length > 0) {
    return Object.entries(object).map(([key, value]) => ({
      ...otherFieldText(value),
      key: `${name}.${key}`,
      label: `${label}: ${markUnseen(key)}`,
      meaning,
      tone: 'code',
    }));
  }
  const view = { ...fieldText(room, name, show, format), key: name, label, meaning };
  return [
    stillRunning(room, name)
      ? { ...view, meaning: joinSentences([meaning, t('The room is in progress.')]) }
      : view,
  ];
}

function stillRunning(room: Room, name: RoomField): boolean {
  return room.live && (name === 'end_time' || name === 'duration_sec' || name === 'end_reason');
}

function otherProperties(room: Room): PropertyView[] {
  return room.otherNames.map((key) => ({
    ...otherFieldText(room.field(key)),
    key,
    label: markUnseen(key),
    meaning:
      room.source === 'video'
        ? t('A field of Twilio’s Video API, which the summary does not have.')
        : t('A field that Twilio sends and this extension does not know.'),
  }));
}
