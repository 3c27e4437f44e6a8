import { t } from '@vscode/l10n';
import type { Participant } from '../insights/participant.ts';
import type { Room } from '../insights/room.ts';
import type { ParticipantDetailsView, PropertyView } from '../protocol.ts';
import { analyseCall, type CallAnalysis } from './call/callAnalysis.ts';
import type { Stay } from './call/stay.ts';
import { stayLines } from './callView.ts';
import { deviceWords } from './deviceWords.ts';
import type { Format } from './format.ts';
import { participantProperties } from './participantsView.ts';

/** What happens within this time of a drop may have to do with it; milliseconds. */
const around = 10_000;

/** One participant in full: its fields, its other stays, and what else happened when it dropped. */
export function participantDetails(
  room: Room,
  participants: readonly Participant[],
  key: string,
  format: Format,
): ParticipantDetailsView | undefined {
  const participant = participants.find((one) => one.key === key);
  if (!participant) return undefined;
  const call = analyseCall(room, participants, format.now());
  const stay = call.stays.find((one) => one.key === key);
  const sections = [
    { title: t('Other stays of the same identity'), lines: otherStays(call, stay, format) },
    { title: t('Within 10 seconds of the end'), lines: meanwhile(call, stay, format) },
  ];
  const properties: PropertyView[] = participantProperties(participant, format);
  return {
    key,
    title: stay?.name ?? key,
    device: deviceWords(participant),
    properties,
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
}

function otherStays({ stays }: CallAnalysis, stay: Stay | undefined, format: Format): string[] {
  if (!stay) return [];
  return stays
    .filter(({ lane, key }) => lane === stay.lane && key !== stay.key)
    .map((other) => stayLines(other, format).slice(1).join(' · '));
}

/** Joins and leaves of the others around the end of this stay, in the order of time. */
function meanwhile({ stays }: CallAnalysis, stay: Stay | undefined, format: Format): string[] {
  if (!stay?.span || stay.end !== 'left') return [];
  const ended = stay.span.end;
  const near = (time: number) => Math.abs(time - ended) <= around;
  return stays
    .filter(({ key, span }) => key !== stay.key && span !== undefined)
    .flatMap(({ name, span, end, errorCode }) => {
      if (!span) return [];
      const left =
        errorCode === undefined ? t('{0} left', name) : t('{0} left with error {1}', name, errorCode);
      return [
        { time: span.start, text: t('{0} joined', name), shown: near(span.start) },
        { time: span.end, text: left, shown: end === 'left' && near(span.end) },
      ];
    })
    .filter(({ shown }) => shown)
    .sort((a, b) => a.time - b.time)
    .map(({ time, text }) => `${format.secondTime(time)} ${text}`);
}
