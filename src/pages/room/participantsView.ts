import { t } from '@vscode/l10n';
import type { CallAnalysis } from '../../calls/analysis/analyzeCall.ts';
import { countOutcomes, isFailure } from '../../calls/analysis/outcomeCounts.ts';
import { errorInText } from '../../calls/findings/common/nameText.ts';
import { outcomesText } from '../../calls/summary/outcomesText.ts';
import { isJsonObject } from '../../insights/core/json.ts';
import type { Participant, ParticipantField } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import type {
  ParticipantRowView,
  ParticipantsView,
  PropertyView,
  ValueView,
} from '../../protocol/roomPage.ts';
import type { ParticipantsState } from '../../rooms/model/storeState.ts';
import { humanize } from '../../text/enumLabels.ts';
import { fieldText, otherFieldText } from '../../text/fieldText.ts';
import type { Format } from '../../text/format.ts';
import { separator } from '../../text/joinText.ts';
import { type LabelOf, participantLabels } from '../../text/names/participantLabels.ts';
import { openObjectLabels, participantColumns, participantFields } from '../../text/participantFields.ts';
import { byJoinTime, noParticipantsText } from '../../text/participantText.ts';
import { markUnseen } from '../../text/plainText.ts';
import type { FieldShow } from '../../text/roomFields.ts';
import { type Column, compactColumns, deviceColumn, failuresFirst, spanOf } from './participantsTable.ts';

/**
 * The participants as a table of everything that the API sent: a column for each field, each key of the open
 * objects, and each unknown field. Participants who failed come first, and the columns that are read first.
 * @param maxRows rows to render; the columns are those of all participants
 * @param call tells which errors ended a stay; undefined while not all participants are known
 */
export function participantsView(
  state: ParticipantsState | undefined,
  format: Format,
  maxRows = Number.POSITIVE_INFINITY,
  call?: CallAnalysis,
): ParticipantsView {
  const calm = harmless(call);
  const participants = failuresFirst(state?.participants ?? [], call);
  const labelOf = participantLabels(byJoinTime(participants));
  const span = spanOf(participants);
  const columns =
    participants.length === 0
      ? []
      : compactColumns(columnsOf(participants, labelOf), participants, span, format);
  const rows: ParticipantRowView[] = participants.slice(0, maxRows).map((participant) => ({
    key: participant.key,
    name: labelOf(participant),
    cells: columns.map((column) => {
      const cell = column.cell(participant, format);
      return cell.tone === 'error' && calm.has(participant.key) ? withoutTone(cell) : cell;
    }),
  }));
  return {
    summary: [
      summary(state, format, call?.room),
      span ? format.dayName(span.start) : '',
      call ? outcomesText(countOutcomes(call.stays), format) : '',
    ]
      .filter(Boolean)
      .join(separator),
    loading: state === undefined || state.state === 'loading',
    columns: columns.map(({ key, label, meaning, width }) => ({ key, label, meaning, width })),
    rows,
    total: participants.length,
  };
}

/** The keys of the stays that are no failures, whatever their error codes. */
function harmless(call: CallAnalysis | undefined): ReadonlySet<string> {
  const stays = call?.stays.filter((stay) => !isFailure(stay)) ?? [];
  return new Set(stays.map(({ key }) => key));
}

function withoutTone({ tone: _, ...value }: ValueView): ValueView {
  return value;
}

/** One participant with everything that the API sent of it. @param call see `participantsView` */
export function participantProperties(
  participant: Participant,
  format: Format,
  call?: CallAnalysis,
): PropertyView[] {
  const calm = harmless(call).has(participant.key);
  return columnsOf([participant]).map(({ key, label, meaning, cell }) => {
    const value = cell(participant, format);
    return { ...(calm && value.tone === 'error' ? withoutTone(value) : value), key, label, meaning };
  });
}

function summary(state: ParticipantsState | undefined, format: Format, room?: Room): string {
  const count = state?.participants.length ?? 0;
  if (!state || (state.state === 'loading' && count === 0)) return t('Loading participants…');
  if (state.state === 'loading') return t('{0}, loading…', format.participants(count));
  if (state.state === 'failed' && count === 0) return t('Not loaded');
  const shown = count === 0 ? noParticipantsText(room, format) : format.participants(count);
  const { unreadable } = state;
  return unreadable === 0
    ? shown
    : t('{0}; rows that are no participants: {1}', shown, format.number(unreadable));
}

/** @param labelOf undefined to show identities in full */
function columnsOf(participants: readonly Participant[], labelOf?: LabelOf): Column[] {
  const fields = participantFields();
  const columns = participantColumns.flatMap((name) => {
    const { label, meaning, show } = fields[name];
    const keys = show === 'object' ? keysWithin(participants, name) : [];
    if (keys.length > 0) return keys.map((key) => openColumn(name, key, meaning));
    const column = fieldColumn(name, label, meaning, show);
    // Without any client, that field has a column of its own, of the same key.
    if (labelOf && name === 'end_reason' && keysWithin(participants, 'publisher_info').length > 0)
      return [column, deviceColumn()];
    return [labelOf && name === 'participant_identity' ? withLabels(column, labelOf) : column];
  });
  const others = new Set(participants.flatMap((participant) => participant.otherNames));
  return [...columns, ...[...others].map(otherColumn)];
}

function fieldColumn(name: ParticipantField, label: string, meaning: string, show: FieldShow): Column {
  const cell = (participant: Participant, format: Format): ValueView => {
    const value = fieldText(participant, name, show, format);
    if (name !== 'error_code' || value.state !== 'value') return value;
    return participant.errorCode === undefined
      ? { ...value, text: t('0 (none)') }
      : { ...value, text: errorInText(participant.errorCode, undefined), tone: 'error' };
  };
  return { key: name, label, meaning, width: name === 'error_code' ? errorWidth : widths[show], cell };
}

/** The column of the identities, with their labels; the full identity is on hover, and is what is copied. */
function withLabels(column: Column, labelOf: LabelOf): Column {
  const cell = (participant: Participant, format: Format): ValueView => {
    const value = column.cell(participant, format);
    const identity = value.state === 'value' ? participant.read('participant_identity')?.trim() : undefined;
    const label = identity ? labelOf(participant) : value.text;
    return label === value.text ? value : { ...value, text: label, exact: value.text };
  };
  return { ...column, cell };
}

/** The column of a key of an open object. Missing for a participant without the object or the key. */
function openColumn(name: ParticipantField, key: string, meaning: string): Column {
  const path = `${name}.${key}`;
  const labels = openObjectLabels();
  const label = Object.hasOwn(labels, path) ? labels[path] : undefined;
  const cell = ({ json }: Participant): ValueView => {
    const object = json[name];
    if (object === null || object === undefined) return otherFieldText(object);
    // Not an object after all: shown in each of its columns rather than lost.
    if (!isJsonObject(object)) return { ...otherFieldText(object), state: 'invalid' };
    return otherFieldText(Object.hasOwn(object, key) ? object[key] : undefined);
  };
  return { key: path, label: label ?? humanize(key), meaning, width: 16, cell };
}

function otherColumn(key: string): Column {
  return {
    key,
    label: markUnseen(key),
    meaning: t('A field that Twilio sends and this extension does not know.'),
    width: 16,
    cell: ({ json }) => otherFieldText(json[key]),
  };
}

/** The keys in an open object: labelled ones first, in their order, then the others. */
function keysWithin(participants: readonly Participant[], name: ParticipantField): string[] {
  const found = new Set<string>();
  for (const { json } of participants) {
    const object = json[name];
    if (isJsonObject(object)) for (const key of Object.keys(object)) found.add(key);
  }
  const labelled = Object.keys(openObjectLabels())
    .filter((path) => path.startsWith(`${name}.`))
    .map((path) => path.slice(name.length + 1))
    .filter((key) => found.has(key));
  return [...new Set([...labelled, ...found])];
}

/** Room for a code and its meaning. */
const errorWidth = 46;
const widths: Readonly<Record<FieldShow, number>> = {
  text: 24,
  name: 36,
  enum: 18,
  time: 30,
  duration: 14,
  number: 10,
  flag: 10,
  list: 14,
  link: 44,
  object: 16,
};
