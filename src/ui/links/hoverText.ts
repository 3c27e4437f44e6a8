import { t } from '@vscode/l10n';
import { MarkdownString } from 'vscode';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { ParticipantsState } from '../../rooms/model/storeState.ts';
import { explainFailure } from '../../text/explainFailure.ts';
import type { Format } from '../../text/format.ts';
import { literal } from '../../text/markdown.ts';
import { fullName, participantLabels } from '../../text/names/participantLabels.ts';
import { participantLine } from '../../text/participantText.ts';
import { mainFields, roomTitle } from '../../text/roomText.ts';
import { isolate } from '../../unicode/isolate.ts';

export interface HoverInput {
  readonly room: Room;
  readonly participantsState: ParticipantsState | undefined;
  /** Key of the participant under the pointer. */
  readonly participant: string | undefined;
  /** Summary of the call; undefined unless it is known. */
  readonly summary: string | undefined;
}

/**
 * The participant's line, the room's main fields, and a summary of the call if all participants are loaded.
 */
export function roomHover(
  { room, participantsState, participant, summary }: HoverInput,
  format: Format,
): MarkdownString {
  const fields = mainFields(room, format).map(([label, value]) => `${literal(label)}: ${literal(value)}`);
  return hover([
    ...participantLines(participantsState?.participants ?? [], participant, room, format),
    `**${literal(roomTitle(room))}**`,
    fields.join('  \n'),
    ...(summary ? [literal(summary)] : []),
  ]);
}

/** The name and the stay of the participant with that key, and the full identity if the name is its label. */
function participantLines(
  participants: readonly Participant[],
  key: string | undefined,
  room: Room,
  format: Format,
): string[] {
  const pointedAt = participants.find((one) => one.key === key);
  if (!pointedAt) return [];
  const label = participantLabels(participants)(pointedAt);
  const full = fullName(pointedAt, label);
  return [
    `**${literal(isolate(label))}**: ${literal(participantLine(pointedAt, room, format))}`,
    ...(full === undefined ? [] : [literal(full)]),
  ];
}

/** Explains why the room cannot be shown. */
export function failureHover(error: unknown): MarkdownString {
  const { title, detail } = explainFailure(error);
  return hover([`**${literal(title)}**`, literal(detail)]);
}

/** Says that no account is signed in. */
export function signedOutHover(): MarkdownString {
  return hover([
    `**${literal(t('A room of Twilio Video'))}**`,
    literal(t('Nobody is signed in. Opening the room asks for the account that it belongs to.')),
  ]);
}

/** Not trusted, so that no text of a room's name can run a command. The SID itself is the link. */
function hover(paragraphs: readonly string[]): MarkdownString {
  return new MarkdownString(paragraphs.join('\n\n'));
}
