import { t } from '@vscode/l10n';
import { MarkdownString } from 'vscode';
import type { Room } from '../../insights/resources/room.ts';
import type { ParticipantsState } from '../../rooms/model/storeState.ts';
import { explainFailure } from '../../text/explainFailure.ts';
import type { Format } from '../../text/format.ts';
import { literal } from '../../text/markdown.ts';
import { participantLine, participantName } from '../../text/participantText.ts';
import { roomFacts, roomTitle } from '../../text/roomText.ts';

export interface HoverInput {
  readonly room: Room;
  readonly participation: ParticipantsState | undefined;
  /** Key of the participant that was pointed at. */
  readonly participant: string | undefined;
  /** What happened in the call, as far as it is known. */
  readonly summary: string | undefined;
}

/** The room's main facts, the participant's line, and what happened where that is known. */
export function roomHover(
  { room, participation, participant, summary }: HoverInput,
  format: Format,
): MarkdownString {
  const facts = roomFacts(room, format).map(([label, value]) => `${literal(label)}: ${literal(value)}`);
  const somebody = participation?.participants.find(({ key }) => key === participant);
  return hover([
    ...(somebody
      ? [`**${literal(participantName(somebody))}**: ${literal(participantLine(somebody, room, format))}`]
      : []),
    `**${literal(roomTitle(room))}**`,
    facts.join('  \n'),
    ...(summary ? [literal(summary)] : []),
  ]);
}

/** Why nothing can be said of the room. */
export function failureHover(error: unknown): MarkdownString {
  const { title, detail } = explainFailure(error);
  return hover([`**${literal(title)}**`, literal(detail)]);
}

export function signedOutHover(): MarkdownString {
  return hover([
    `**${literal(t('A room of Twilio Video'))}**`,
    literal(t('Nobody is signed in. Opening the room asks for the account that it belongs to.')),
  ]);
}

/** Not trusted: whatever a room's name holds, nothing here can run a command. The SID itself is the link. */
function hover(paragraphs: readonly string[]): MarkdownString {
  return new MarkdownString(paragraphs.join('\n\n'));
}
