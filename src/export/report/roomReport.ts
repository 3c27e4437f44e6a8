import { t } from '@vscode/l10n';
import { analyzeCall, type CallAnalysis } from '../../calls/analysis/analyzeCall.ts';
import { evidenceText } from '../../calls/findings/common/evidenceText.ts';
import type { Finding } from '../../calls/findings/common/finding.ts';
import { severityLabel } from '../../calls/findings/common/severity.ts';
import { findingsOf } from '../../calls/findings/findings.ts';
import { summarizeCall } from '../../calls/summary/summarizeCall.ts';
import type { Room } from '../../insights/resources/room.ts';
import { enumLabel } from '../../text/enumLabels.ts';
import type { Format } from '../../text/format.ts';
import { joinSentences } from '../../text/joinText.ts';
import { code, inline } from '../../text/markdown.ts';
import { deviceLabel, noParticipantsText } from '../../text/participantText.ts';
import { plainText } from '../../text/plainText.ts';
import { isTwilioPage } from '../../text/twilioUrl.ts';
import { IsoFormat } from './isoFormat.ts';
import { participantsTable } from './participantsTable.ts';
import { type Call, pseudonymize } from './pseudonyms.ts';
import { roomFactsTable } from './roomFactsTable.ts';

export interface ReportOptions {
  /** Identities and the room's name as they are; if false, each gets the same pseudonym everywhere. */
  readonly names: boolean;
  /** Rows of the participants' list that could not be read. */
  readonly unreadable?: number;
  /** Whether all participants are known; true by default. */
  readonly complete?: boolean;
}

/** The maximum numbers of rows; the rest is counted. */
export interface ReportLimits {
  readonly participants: number;
  readonly findings: number;
}

/**
 * A room as Markdown for a ticket: SIDs and fields, a summary, findings, SDKs and regions, and all
 * participants. All times are ISO 8601 in UTC. The application's own URLs (callbacks) are left out.
 */
export function roomReport(given: Call, options: ReportOptions, format: Format): string {
  return reportWithin(options.names ? given : pseudonymize(given), options, format)();
}

/**
 * The same report, computed once, to be written within several limits.
 * @param shared the call as it is shared: with names, or already pseudonymized
 */
export function reportWithin(
  shared: Call,
  { names, unreadable = 0, complete = true }: ReportOptions,
  format: Format,
): (limits?: ReportLimits) => string {
  const iso = new IsoFormat(format);
  const { room, participants } = shared;
  const call = analyzeCall(room, participants, format.now());
  const findings = findingsOf(call, iso);
  const before = [
    `# ${t('Room {0}', room.sid ? code(room.sid) : t('without a SID'))}`,
    roomFactsTable(call, iso),
    `## ${t('What happened')}`,
    inline(summarizeCall(call, findings, iso)),
  ];
  const between = [`## ${t('SDKs and regions')}`, useOf(call, iso), `## ${t('Participants')}`];
  const after = [
    ...(complete ? [] : [t('Not all participants are known.')]),
    ...(participants.length === 0 && complete ? [noParticipantsText(room, iso)] : []),
    ...(unreadable > 0 ? [t('Rows that are no participants: {0}', iso.number(unreadable))] : []),
    '---',
    closing(room, names, iso),
  ];
  return (limits) => {
    const blocks = [
      ...before,
      ...findingsText(findings, iso, limits?.findings),
      ...between,
      ...(participants.length > 0 ? [participantsTable(call, iso, limits?.participants)] : []),
      ...after,
    ];
    return `${blocks.join('\n\n')}\n`;
  };
}

function findingsText(findings: readonly Finding[], format: IsoFormat, max = findings.length): string[] {
  if (findings.length === 0) return [];
  const shown = findings.slice(0, max).map((one) => findingText(one, format));
  const more = findings.length - shown.length;
  const left = more > 0 ? [t('Further findings, which are left out: {0}', format.number(more))] : [];
  return [`## ${t('Findings')}`, ...shown, ...left];
}

function findingText(finding: Finding, format: IsoFormat): string {
  const { severity, title, evidence, meaning, check, link } = finding;
  const lines = [
    `- **${inline(`${severityLabel(severity)}: ${title}`)}**`,
    inline(t('Usually means: {0}', meaning)),
    inline(t('Check: {0}', check)),
    ...(evidence.length > 0 ? [inline(t('Concerns: {0}', evidenceText(evidence, format)))] : []),
    ...(link !== undefined && isTwilioPage(link) ? [`<${link}>`] : []),
  ];
  return lines.join('  \n  ');
}

/** The SDKs, devices, regions and edges in use, with their numbers of participants. */
function useOf({ stays }: CallAnalysis, format: IsoFormat): string {
  const all = stays.map(({ participant }) => participant);
  const lines: (readonly [string, string])[] = [
    [t('SDKs and devices'), counted(all.map(deviceLabel), format)],
    [
      t('Media regions'),
      counted(
        all.map((one) => enumLabel(one.read('media_region') ?? '')),
        format,
      ),
    ],
    [
      t('Edges'),
      counted(
        all.map((one) => enumLabel(one.read('edge_location') ?? '')),
        format,
      ),
    ],
  ];
  return lines.map(([label, text]) => `- ${inline(`${label}: ${text || t('unknown')}`)}`).join('\n');
}

/** Maximum number of distinct values in a list; the rest is counted. */
const maxListed = 8;

/** "a (×3), b": each value once, the most frequent first. */
function counted(values: readonly string[], format: IsoFormat): string {
  const groups = [...Map.groupBy(values.filter(Boolean), (value) => value)].sort(
    ([, one], [, other]) => other.length - one.length,
  );
  const named = groups
    .slice(0, maxListed)
    .map(([value, { length }]) =>
      length === 1 ? plainText(value) : t('{0} (×{1})', plainText(value), format.number(length)),
    );
  const more = groups.length - named.length;
  return [...named, ...(more > 0 ? [t('{0} more', format.number(more))] : [])].join('; ');
}

function closing({ source }: Room, names: boolean, format: IsoFormat): string {
  const now = format.fullTime(format.now());
  const made =
    source === 'video'
      ? t('From Twilio’s Video API, by Video Rooms for Twilio, {0}. All times are UTC.', now)
      : t('From Twilio’s Insights API, by Video Rooms for Twilio, {0}. All times are UTC.', now);
  return names ? made : joinSentences([made, t('Identities and the room’s name were replaced.')]);
}
