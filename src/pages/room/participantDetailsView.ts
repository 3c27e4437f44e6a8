import { t } from '@vscode/l10n';
import type { CallAnalysis } from '../../calls/analysis/analyzeCall.ts';
import { isFailure } from '../../calls/analysis/outcomeCounts.ts';
import type { Stay } from '../../calls/analysis/stay.ts';
import { errorInText, nameInText } from '../../calls/findings/common/nameText.ts';
import type { Call } from '../../calls/summary/call.ts';
import { stayLines } from '../../calls/summary/stayText.ts';
import type { ParticipantDetailsView, PropertyView } from '../../protocol/roomPage.ts';
import type { Format } from '../../text/format.ts';
import { deviceLabel } from '../../text/participantText.ts';
import { participantProperties } from './participantsView.ts';

/** Events within this time of a drop may be related to it; milliseconds. */
const aroundMs = 10_000;
/** When a large room ends, hundreds leave at once: only the nearest events are shown. */
const maxEvents = 20;

/**
 * The details of a participant: its fields, its other stays, and the events around its end. Undefined if
 * there is no such participant.
 */
export function participantDetails(
  { participants, analysis }: Call,
  key: string,
  anyFormat: Format,
): ParticipantDetailsView | undefined {
  const participant = participants.find((one) => one.key === key);
  if (!participant) return undefined;
  const format = anyFormat.withDatesAfter(analysis.range);
  const stay = analysis.stays.find((one) => one.key === key);
  const sections = [
    { title: t('This stay'), lines: stay ? stayLines(stay, format).slice(1) : [] },
    { title: t('Other stays of the same identity'), lines: otherStays(analysis, stay, format) },
    { title: t('Within 10 seconds of the end'), lines: meanwhile(analysis, stay, format) },
  ];
  const properties: PropertyView[] = participantProperties(participant, format, analysis);
  return {
    key,
    title: stay?.name ?? key,
    device: deviceLabel(participant),
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

interface Event {
  readonly time: number;
  readonly text: string;
}

/**
 * The joins and leaves of the others and the end of the room around the end of this stay, in chronological
 * order. After a drop, a line also says if there are none.
 */
function meanwhile(call: CallAnalysis, stay: Stay | undefined, format: Format): string[] {
  if (!stay?.span || stay.end !== 'left') return [];
  const away = ({ time }: Event) => Math.abs(time - (stay.span?.end ?? 0));
  const near = eventsBeside(stay, call).filter((event) => away(event) <= aroundMs);
  if (near.length === 0 && isFailure(stay)) return [t('Nothing else happened.')];
  const shown = near.sort((a, b) => away(a) - away(b)).slice(0, maxEvents);
  const lines = shown
    .sort((a, b) => a.time - b.time)
    .map(({ time, text }) => `${format.secondTime(time)} ${text}`);
  const more = near.length - shown.length;
  return more > 0 ? [...lines, t('{0} more', format.number(more))] : lines;
}

function eventsBeside(stay: Stay, { stays, ended }: CallAnalysis): Event[] {
  const events = stays.flatMap(({ key, name: label, span, end, errorCode }): Event[] => {
    if (key === stay.key || !span) return [];
    const name = nameInText(label);
    const joined = { time: span.start, text: t('{0} joined', name) };
    if (end !== 'left') return [joined];
    const error = errorCode === undefined ? '' : errorInText(errorCode, undefined);
    return [
      joined,
      { time: span.end, text: error ? t('{0} left with {1}', name, error) : t('{0} left', name) },
    ];
  });
  return ended === undefined ? events : [...events, { time: ended, text: t('The room ended') }];
}
