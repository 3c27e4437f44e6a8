import { t } from '@vscode/l10n';
import { analyzeCall } from '../calls/analysis/analyzeCall.ts';
import { IsoFormat } from '../export/report/isoFormat.ts';
import { inOrderOfJoining, maxParticipantRows, staysTable } from '../export/report/participantsTable.ts';
import { type Call, pseudonymize } from '../export/report/pseudonyms.ts';
import { reportWithin } from '../export/report/roomReport.ts';
import type { Participant } from '../insights/resources/participant.ts';
import type { Room, RoomField } from '../insights/resources/room.ts';
import { fieldText } from '../text/fieldText.ts';
import type { Format } from '../text/format.ts';
import { separator } from '../text/joinText.ts';
import { inline } from '../text/markdown.ts';
import { fullName, participantLabels } from '../text/names/participantLabels.ts';
import { noParticipantsText } from '../text/participantText.ts';
import { plainText } from '../text/plainText.ts';
import { roomFields, roomGroups } from '../text/roomFields.ts';
import { foldText } from '../unicode/foldText.ts';
import { isolate } from '../unicode/isolate.ts';

/** The input of an answer about one room. */
export interface RoomAnswerInput extends Call {
  readonly sample: boolean;
  /** Whether names and identities may be shared. */
  readonly names: boolean;
  readonly nameOf: (room: Room) => string;
  /** The person asked about: a part of an identity, or a SID. */
  readonly person: string | undefined;
  /** Rows of the participants' list that could not be read. */
  readonly unreadable: number;
}

/** An answer with a variable number of rows, `rows` at most. */
export interface RowsText {
  readonly rows: number;
  readonly text: (rows: number) => string;
}

/** Maximum number of findings, the worst first; the participants have to fit beside them. */
const maxFindings = 12;

/** Explains a call with the same report as for a ticket. */
export function explainAnswer(input: RoomAnswerInput, format: Format): RowsText {
  const { names, unreadable } = input;
  const rows = Math.min(maxParticipantRows, input.participants.length);
  const shared = names ? input : pseudonymize(input);
  const head = opening(input, shared);
  const report = reportWithin(shared, { names, unreadable }, format);
  const text = (participants: number) =>
    paragraphs([
      ...head,
      report({ participants, findings: maxFindings }).trimEnd(),
      ...(participants < input.participants.length
        ? [t('videoRooms_get_room lists all participants, page by page.')]
        : []),
    ]);
  return { rows, text };
}

/** The name is given separately; callbacks and links contain URLs of the application, with names in them. */
const omittedFields: readonly RoomField[] = [
  'room_name',
  'status_callback',
  'status_callback_method',
  'url',
  'links',
];

/** All properties of a room as text, and its participants from `skip` on, in the order of joining. */
export function getAnswer(input: RoomAnswerInput, skip: number, given: Format): RowsText {
  const format = new IsoFormat(given);
  const shared = input.names ? input : pseudonymize(input);
  const { room, participants } = shared;
  const stays = inOrderOfJoining(analyzeCall(room, participants, format.now()).stays);
  const page = stays.slice(skip, skip + maxParticipantRows);
  const head = [...opening(input, shared), propertiesText(room, format)];
  const text = (rows: number) => {
    const shown = page.slice(0, rows);
    const left = stays.length - shown.length;
    const next = skip + shown.length;
    return paragraphs([
      ...head,
      stays.length === 0
        ? noParticipantsText(room, format)
        : t('{0}, in the order of joining:', format.participants(stays.length)),
      ...(shown.length > 0 ? [staysTable(shown, format)] : []),
      ...(left > 0 && next < stays.length
        ? [t('Left out: {0}. The next ones come with “skip”: {1}.', format.participants(left), String(next))]
        : []),
      ...(left > 0 && next >= stays.length
        ? [t('Left out: the first {0}, as asked.', format.participants(Math.min(skip, stays.length)))]
        : []),
      ...(input.unreadable > 0
        ? [t('Rows that are no participants: {0}', format.number(input.unreadable))]
        : []),
      t('All times are UTC.'),
      ...(input.names ? [] : [t('Identities and the room’s name were replaced.')]),
    ]);
  };
  return { rows: page.length, text };
}

/** @param shared the call as it is shared: with or without names */
function opening(input: RoomAnswerInput, shared: Call): string[] {
  const name = input.nameOf(input.room);
  return [
    ...(input.sample ? [t('A sample room: made up, not a call of anybody.')] : []),
    ...(name ? [inline(t('Name: {0}', name))] : []),
    ...personText(input, shared.participants),
  ];
}

function propertiesText(room: Room, format: IsoFormat): string {
  const fields = roomFields();
  const names = Object.values(roomGroups).flat();
  return names
    .filter((name) => !omittedFields.includes(name))
    .map((name) => {
      const { label, show } = fields[name];
      return `- ${inline(`${label}: ${plainText(fieldText(room, name, show, format).text)}`)}`;
    })
    .join('\n');
}

/** Names the matching participants as the answer does; the requested text is not repeated. */
function personText(input: RoomAnswerInput, shared: readonly Participant[]): string[] {
  const part = foldText(plainText(input.person ?? ''));
  if (part === '') return [];
  const matching = shared.filter((_, index) => isMeant(input.participants[index], part));
  const byLabel = Map.groupBy(matching, participantLabels(shared));
  if (byLabel.size === 0) return [t('No participant of this room has the name that was asked for.')];
  if (byLabel.size > maxMatches)
    return [t('More than {0} participants have the name that was asked for.', maxMatches)];
  const people = [...byLabel].map(([name, stays]) => {
    const full = stays[0] && fullName(stays[0], name);
    const sids = stays.slice(0, maxMatches).map(({ sid }) => sid ?? t('without a SID'));
    const known = full === undefined ? isolate(name) : `${isolate(name)}${separator}${full}`;
    return `${known} (${sids.join(', ')}${stays.length > sids.length ? ', …' : ''})`;
  });
  return [inline(t('The person asked for: {0}', people.join('; ')))];
}

/** Maximum number of people, and of stays of each, that are listed for the person asked about. */
const maxMatches = 5;

function isMeant(participant: Participant | undefined, part: string): boolean {
  const identity = participant?.read('participant_identity') ?? '';
  return foldText(`${plainText(identity)}\n${participant?.sid ?? ''}`).includes(part);
}

function paragraphs(parts: readonly string[]): string {
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
