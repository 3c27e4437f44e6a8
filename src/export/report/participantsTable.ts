import { t } from '@vscode/l10n';
import type { CallAnalysis } from '../../calls/analysis/analyzeCall.ts';
import { isDrop } from '../../calls/analysis/outcome.ts';
import type { Stay } from '../../calls/analysis/stay.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import { enumLabel } from '../../text/enumLabels.ts';
import { joinList } from '../../text/joinText.ts';
import { code, inline, table } from '../../text/markdown.ts';
import { deviceLabel } from '../../text/participantText.ts';
import { plainText } from '../../text/plainText.ts';
import type { IsoFormat } from './isoFormat.ts';

/** More rows do not fit into a ticket (GitHub takes 65,536 characters). */
export const maxParticipantRows = 150;

/**
 * Everybody who was there, in the order of joining, with SID, times, error, place and device.
 * @param most rows; of more participants those who did not end well come first
 */
export function participantsTable(call: CallAnalysis, format: IsoFormat, most = maxParticipantRows): string {
  const stays = inOrderOfJoining(call.stays);
  const shown = stays.length > most ? weightiest(stays, most) : stays;
  const rows = staysTable(shown, format);
  const more = stays.length - shown.length;
  if (more === 0) return rows;
  const left = t(
    'Left out, so that the report fits into a ticket: {0}. Those that did not end well were taken first.',
    format.participants(more),
  );
  return `${rows}\n\n${inline(left)}`;
}

/** These stays, a row each. */
export function staysTable(stays: readonly Stay[], format: IsoFormat): string {
  const head = [
    t('Participant'),
    t('SID'),
    t('Joined'),
    t('Left'),
    t('Duration'),
    t('Error'),
    t('End reason'),
    t('Region, edge'),
    t('SDK, device'),
  ];
  return table(
    head.map(inline),
    stays.map((stay) => row(stay, format)),
  );
}

/** Those that did not end well, and of the others the first, in the order of joining. */
function weightiest(stays: readonly Stay[], most: number): Stay[] {
  const bad = stays.filter(({ outcome }) => isDrop(outcome));
  const others = stays.filter(({ outcome }) => !isDrop(outcome));
  return inOrderOfJoining([...bad, ...others].slice(0, most));
}

export function inOrderOfJoining(stays: readonly Stay[]): Stay[] {
  const at = ({ span }: Stay) => span?.start ?? Number.MAX_VALUE;
  return [...stays].sort((one, other) => at(one) - at(other));
}

function row({ name, participant, span, end, errorCode, endReason }: Stay, format: IsoFormat): string[] {
  const seconds = participant.read('duration_sec');
  return [
    words(name),
    participant.sid ? code(participant.sid) : '',
    span ? format.fullTime(span.start) : t('unknown'),
    leftAt(),
    seconds === undefined ? '' : format.duration(seconds),
    errorCode === undefined ? '' : String(errorCode),
    endReason ? words(enumLabel(endReason)) : '',
    words(place(participant)),
    words(deviceLabel(participant)),
  ];

  function leftAt(): string {
    if (end === 'present') return t('still there');
    return end === 'left' && span ? format.fullTime(span.end) : t('unknown');
  }
}

function place(participant: Participant): string {
  const [region, edge] = [participant.read('media_region'), participant.read('edge_location')];
  return joinList([region, edge].filter((value) => value !== undefined).map(enumLabel));
}

function words(text: string): string {
  return inline(plainText(text));
}
