import { t } from '@vscode/l10n';
import { analyzeCall } from '../calls/analysis/analyzeCall.ts';
import { IsoFormat } from '../export/report/isoFormat.ts';
import { inOrderOfJoining, maxParticipantRows, staysTable } from '../export/report/participantsTable.ts';
import { type Call, pseudonymize } from '../export/report/pseudonyms.ts';
import { reportWithin } from '../export/report/roomReport.ts';
import type { Participant } from '../insights/resources/participant.ts';
import type { Room, RoomField } from '../insights/resources/room.ts';
import { fieldText } from '../text/fieldText.ts';
import { foldText } from '../text/foldText.ts';
import type { Format } from '../text/format.ts';
import { inline } from '../text/markdown.ts';
import { plainText } from '../text/plainText.ts';
import { roomFields, roomGroups } from '../text/roomFields.ts';

/** What an answer about one room is made from. */
export interface RoomAnswerInput extends Call {
  readonly sample: boolean;
  /** Whether names and identities may be given. */
  readonly names: boolean;
  readonly nameOf: (room: Room) => string;
  /** A part of an identity, or a SID: who is that? */
  readonly person: string | undefined;
  /** Rows of the participants' list that could not be read. */
  readonly unreadable: number;
}

/** An answer with as many rows as fit. */
export interface RowsText {
  readonly rows: number;
  readonly text: (rows: number) => string;
}

/** So many findings are told of, the worst first; the participants have to fit beside them. */
const maxFindings = 12;

/** What happened in a room: the report as for a ticket. */
export function explainAnswer(facts: RoomAnswerInput, format: Format): RowsText {
  const { names, unreadable } = facts;
  const rows = Math.min(maxParticipantRows, facts.participants.length);
  const told = names ? facts : pseudonymize(facts);
  const head = opening(facts, told);
  const report = reportWithin(told, { names, unreadable }, format);
  const text = (participants: number) =>
    paragraphs([
      ...head,
      report({ participants, findings: maxFindings }).trimEnd(),
      ...(participants < facts.participants.length
        ? [t('videoRooms_get_room lists all participants, page by page.')]
        : []),
    ]);
  return { rows, text };
}

/** Callbacks and links hold addresses of the application's own, and names in them. */
const omittedFields: readonly RoomField[] = [
  'room_name',
  'status_callback',
  'status_callback_method',
  'url',
  'links',
];

/** Every property of a room in words, and its participants from a place on, in the order of joining. */
export function getAnswer(facts: RoomAnswerInput, skip: number, given: Format): RowsText {
  const format = new IsoFormat(given);
  const told = facts.names ? facts : pseudonymize(facts);
  const { room, participants } = told;
  const stays = inOrderOfJoining(analyzeCall(room, participants, format.now()).stays);
  const page = stays.slice(skip, skip + maxParticipantRows);
  const head = [...opening(facts, told), propertiesText(room, format)];
  const text = (rows: number) => {
    const shown = page.slice(0, rows);
    const left = stays.length - shown.length;
    const next = skip + shown.length;
    return paragraphs([
      ...head,
      stays.length === 0
        ? t('Nobody joined this room')
        : t('{0}, in the order of joining:', format.participants(stays.length)),
      ...(shown.length > 0 ? [staysTable(shown, format)] : []),
      ...(left > 0 && next < stays.length
        ? [t('Left out: {0}. The next ones come with “skip”: {1}.', format.participants(left), String(next))]
        : []),
      ...(left > 0 && next >= stays.length
        ? [t('Left out: the first {0}, as asked.', format.participants(Math.min(skip, stays.length)))]
        : []),
      ...(facts.unreadable > 0
        ? [t('Rows that are no participants: {0}', format.number(facts.unreadable))]
        : []),
      t('All times are UTC.'),
      ...(facts.names ? [] : [t('Identities and the room’s name were replaced.')]),
    ]);
  };
  return { rows: page.length, text };
}

/** @param told the call as it is told: with or without names */
function opening(facts: RoomAnswerInput, told: Call): string[] {
  const name = facts.nameOf(facts.room);
  return [
    ...(facts.sample ? [t('A sample room: made up, not a call of anybody.')] : []),
    ...(name ? [inline(t('Name: {0}', name))] : []),
    ...personText(facts, told.participants),
  ];
}

function propertiesText(room: Room, format: IsoFormat): string {
  const words = roomFields();
  const fields = Object.values(roomGroups).flat();
  return fields
    .filter((field) => !omittedFields.includes(field))
    .map((field) => {
      const { label, show } = words[field];
      return `- ${inline(`${label}: ${plainText(fieldText(room, field, show, format).text)}`)}`;
    })
    .join('\n');
}

/** Who is meant, by the name that the answer has for them: what was asked is not said again. */
function personText(facts: RoomAnswerInput, called: readonly Participant[]): string[] {
  const part = foldText(plainText(facts.person ?? ''));
  if (part === '') return [];
  const theirs = called.filter((_, place) => isMeant(facts.participants[place], part));
  const by = Map.groupBy(theirs, (one) => one.read('participant_identity') ?? '');
  if (by.size === 0) return [t('Nobody in this room is called like the person asked for.')];
  if (by.size > maxMatches)
    return [t('More than {0} people are called like the person asked for.', maxMatches)];
  const words = [...by].map(([name, stays]) => {
    const sids = stays.slice(0, maxMatches).map(({ sid }) => sid ?? t('without a SID'));
    return `${plainText(name)} (${sids.join(', ')}${stays.length > sids.length ? ', …' : ''})`;
  });
  return [inline(t('The person asked for: {0}', words.join('; ')))];
}

/** People, and stays of each, that are named when somebody is asked for. */
const maxMatches = 5;

function isMeant(participant: Participant | undefined, part: string): boolean {
  const identity = participant?.read('participant_identity') ?? '';
  return foldText(`${plainText(identity)}\n${participant?.sid ?? ''}`).includes(part);
}

function paragraphs(parts: readonly string[]): string {
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
