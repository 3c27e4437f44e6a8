import { t } from '@vscode/l10n';
import type { CallAnalysis } from '../../calls/analysis/analyzeCall.ts';
import { countOutcomes } from '../../calls/analysis/outcomeCounts.ts';
import { freshnessOf } from '../../calls/summary/freshness.ts';
import { outcomesText } from '../../calls/summary/outcomesText.ts';
import { isAccountSid } from '../../insights/core/sid.ts';
import type { Room } from '../../insights/resources/room.ts';
import { enumLabel } from '../../text/enumLabels.ts';
import { joinList } from '../../text/joinText.ts';
import { code, inline, table } from '../../text/markdown.ts';
import { plainText } from '../../text/plainText.ts';
import { roomDuration, roomStatus } from '../../text/roomText.ts';
import type { IsoFormat } from './isoFormat.ts';

/** The fields of the room as a table, only those that the API sent. */
export function roomFactsTable(call: CallAnalysis, format: IsoFormat): string {
  const { room, presence } = call;
  const account = room.read('account_sid');
  const [created, ended] = [room.read('create_time'), room.read('end_time')];
  const peak = presence.peak?.participants;
  const freshness = freshnessOf(room, format);
  const rows: (readonly [label: string, value: string | undefined])[] = [
    [t('Room SID'), room.sid && code(room.sid)],
    [t('Name'), room.read('room_name') && textCell(room.read('room_name'))],
    [t('Account SID'), account && (isAccountSid(account) ? code(account) : textCell(account))],
    [t('Status'), inline(roomStatus(room).label)],
    [t('Created at'), created === undefined ? undefined : format.fullTime(created)],
    [t('Ended at'), ended === undefined ? undefined : format.fullTime(ended)],
    [t('Duration'), duration(room, format)],
    [t('End reason'), enumCell(room.read('end_reason'))],
    [t('Type'), enumCell(room.read('room_type'))],
    [t('Participants'), people(call, format)],
    [t('Outcomes'), inline(outcomesText(countOutcomes(call.stays), format))],
    [t('Peak'), peak && t('{0} at {1}', format.participants(peak.count), format.fullTime(peak.time))],
    [t('Media region'), enumCell(room.read('media_region'))],
    [t('Edge location'), enumCell(room.read('edge_location'))],
    [t('Codecs'), textCell(joinList((room.read('codecs') ?? []).map(enumLabel)))],
    [t('Processing'), inline(freshness.text)],
    [
      t('Stored by Twilio until'),
      freshness.expiresAt === undefined ? undefined : format.fullTime(freshness.expiresAt),
    ],
  ];
  return table(
    [t('Room'), ''],
    rows.flatMap(([label, value]) => (value ? [[inline(label), value]] : [])),
  );
}

function duration(room: Room, format: IsoFormat): string | undefined {
  const lasted = roomDuration(room, format.now());
  if (!lasted) return undefined;
  const length = format.duration(lasted.seconds);
  return lasted.soFar ? t('{0} so far', length) : length;
}

/** Twilio counts a rejoin as another participant. */
function people({ stays, lanes }: CallAnalysis, format: IsoFormat): string {
  const participants = format.participants(stays.length);
  return stays.length === lanes.length
    ? participants
    : t('{0}, of {1}', participants, format.people(lanes.length));
}

function enumCell(value: string | undefined): string | undefined {
  return value === undefined ? undefined : textCell(enumLabel(value));
}

function textCell(value: string | undefined): string {
  return inline(plainText(value ?? ''));
}
