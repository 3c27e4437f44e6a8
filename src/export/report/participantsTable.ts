import { t } from '@vscode/l10n';
import type { CallAnalysis } from '../../calls/analysis/analyzeCall.ts';
import { isFailure } from '../../calls/analysis/outcomeCounts.ts';
import type { Stay } from '../../calls/analysis/stay.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import { enumLabel } from '../../text/enumLabels.ts';
import { joinList, separator } from '../../text/joinText.ts';
import { code, inline, table } from '../../text/markdown.ts';
import { fullName } from '../../text/names/participantLabels.ts';
import { deviceLabel } from '../../text/participantText.ts';
import { plainText } from '../../text/plainText.ts';
import type { IsoFormat } from './isoFormat.ts';

/** More rows do not fit into a ticket: GitHub's limit is 65,536 characters. */
export const maxParticipantRows = 150;

/**
 * All participants in the order of joining, with SID, times, error, place and device.
 * @param max number of rows; if there are more participants, those whose stay failed take precedence
 */
export function participantsTable(call: CallAnalysis, format: IsoFormat, max = maxParticipantRows): string {
  const stays = inOrderOfJoining(call.stays);
  const shown = stays.length > max ? failuresFirst(stays, max) : stays;
  const rows = staysTable(shown, format);
  const more = stays.length - shown.length;
  if (more === 0) return rows;
  const left = t(
    'Left out, so that the report fits into a ticket: {0}. Those that did not end well were taken first.',
    format.participants(more),
  );
  return `${rows}\n\n${inline(left)}`;
}

/** A table with one row per stay. */
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

/** The stays that failed, then the first of the others, `max` in all; in the order of joining. */
function failuresFirst(stays: readonly Stay[], max: number): Stay[] {
  const bad = stays.filter(isFailure);
  const others = stays.filter((stay) => !isFailure(stay));
  return inOrderOfJoining([...bad, ...others].slice(0, max));
}

/** Sorts by the time of joining; stays without a time come last. */
export function inOrderOfJoining(stays: readonly Stay[]): Stay[] {
  const at = ({ span }: Stay) => span?.start ?? Number.MAX_VALUE;
  return [...stays].sort((one, other) => at(one) - at(other));
}

function row({ name, participant, span, end, errorCode, endReason }: Stay, format: IsoFormat): string[] {
  const seconds = participant.read('duration_sec');
  const full = fullName(participant, name);
  return [
    // A reader of the report has no hover: the full identity is beside its label.
    textCell(full === undefined || full === participant.sid ? name : `${name}${separator}${full}`),
    participant.sid ? code(participant.sid) : '',
    span ? format.fullTime(span.start) : t('unknown'),
    leftAt(),
    seconds === undefined ? '' : format.duration(seconds),
    errorCode === undefined ? '' : String(errorCode),
    endReason ? textCell(enumLabel(endReason)) : '',
    textCell(place(participant)),
    textCell(deviceLabel(participant)),
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

function textCell(text: string): string {
  return inline(plainText(text));
}
