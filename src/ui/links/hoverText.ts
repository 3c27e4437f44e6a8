import { t } from '@vscode/l10n';
import { MarkdownString } from 'vscode';
import type { Room } from '../../insights/resources/room.ts';
import type { ParticipantsState } from '../../rooms/model/storeState.ts';
import { explainFailure } from '../../text/explainFailure.ts';
import type { Format } from '../../text/format.ts';
import { literal } from '../../text/markdown.ts';
import { participantLine, participantName } from '../../text/participantText.ts';
import { mainFields, roomTitle } from '../../text/roomText.ts';

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
  const pointedAt = participantsState?.participants.find(({ key }) => key === participant);
  return hover([
    ...(pointedAt
      ? [`**${literal(participantName(pointedAt))}**: ${literal(participantLine(pointedAt, room, format))}`]
      : []),
    `**${literal(roomTitle(room))}**`,
    fields.join('  \n'),
    ...(summary ? [literal(summary)] : []),
  ]);
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
