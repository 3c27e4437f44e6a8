import { t } from '@vscode/l10n';
import type { CallAnalysis } from '../../calls/analysis/analyzeCall.ts';
import { reasonKind } from '../../calls/analysis/endReason.ts';
import type { Lane } from '../../calls/analysis/lanes.ts';
import { isFailure } from '../../calls/analysis/outcomeCounts.ts';
import type { Stay } from '../../calls/analysis/stay.ts';
import { evidenceText, timesOf } from '../../calls/findings/common/evidenceText.ts';
import { aboutRoom, type Finding } from '../../calls/findings/common/finding.ts';
import { errorInText } from '../../calls/findings/common/nameText.ts';
import { severityLabel } from '../../calls/findings/common/severity.ts';
import { participantLimit } from '../../calls/findings/roomFull.ts';
import type { Call } from '../../calls/summary/call.ts';
import { freshnessOf } from '../../calls/summary/freshness.ts';
import { stayLines } from '../../calls/summary/stayText.ts';
import type { CallView, FindingView, LaneView, StayView, TimelineView } from '../../protocol/call.ts';
import { enumLabel } from '../../text/enumLabels.ts';
import type { Format } from '../../text/format.ts';
import { joinList } from '../../text/joinText.ts';
import { fullName } from '../../text/names/participantLabels.ts';
import { isTwilioPage } from '../../text/twilioUrl.ts';
import { fullNamesIn } from './fullNames.ts';

/**
 * The view model of a call: its summary, findings and timeline.
 * @param lanesWithText number of lanes of the timeline whose stays get their text
 */
export function callView(
  { room, analysis, findings, summary }: Call,
  format: Format,
  lanesWithText = Number.POSITIVE_INFINITY,
): CallView {
  const { text, expiry } = freshnessOf(room, format);
  const datedFormat = format.withDatesAfter(analysis.range);
  const timeline = timelineView(analysis, datedFormat, lanesWithText);
  return {
    summary,
    ...fullNamesIn(summary, analysis.lanes),
    findings: withDistinctIds(findings.map((finding) => findingView(finding, analysis, datedFormat))),
    freshness: expiry ? `${text} · ${expiry}` : text,
    ...(timeline && { timeline }),
  };
}

/** Several findings can be of one rule and code: those after the first are numbered. */
function withDistinctIds(views: readonly FindingView[]): FindingView[] {
  const counts = new Map<string, number>();
  return views.map((view) => {
    const count = (counts.get(view.id) ?? 0) + 1;
    counts.set(view.id, count);
    return count === 1 ? view : { ...view, id: `${view.id}-${count}` };
  });
}

function findingView(finding: Finding, { lanes }: CallAnalysis, format: Format): FindingView {
  const { rule, code, topic, severity, title, evidence, meaning, check, link } = finding;
  const beside = evidenceBeside(finding, format);
  const concerned = new Set(evidence.map(({ lane }) => lane));
  return {
    id: [rule, code ?? topic].filter((part) => part !== undefined).join('-'),
    severity,
    label: severityLabel(severity),
    title,
    evidence: beside,
    ...fullNamesIn(
      joinList([title, beside, check]),
      lanes.filter(({ key }) => concerned.has(key)),
    ),
    meaning,
    check,
    ...(link !== undefined && isTwilioPage(link) && { href: link }),
    participants: [...new Set(evidence.map(({ participant }) => participant))],
  };
}

/** The evidence beside the title: only its times, "10:14 and 10:20", if the title names its participant. */
function evidenceBeside({ rule, evidence }: Finding, format: Format): string {
  const alone = new Set(evidence.map(({ lane }) => lane)).size === 1;
  return alone && !aboutRoom.has(rule) ? timesOf(evidence, format) : evidenceText(evidence, format);
}

function timelineView(call: CallAnalysis, format: Format, lanesWithText: number): TimelineView | undefined {
  const { range, lanes, presence, room } = call;
  const drawn = lanes
    .map((lane, index) => laneView(lane, index < lanesWithText ? format : undefined))
    .filter(({ stays }) => stays.length > 0);
  if (!range || drawn.length === 0) return undefined;
  const allowed = participantLimit(room);
  const peak = presence.peak?.participants;
  return {
    start: range.start,
    end: Math.max(range.end, range.start + 1000),
    timeZone: format.zone.name,
    lanes: drawn,
    present: presence.steps.map(({ time, participants }) => ({ time, count: participants })),
    ...(allowed !== undefined && {
      allowed: { count: allowed, text: t('{0} allowed', format.number(allowed)) },
    }),
    summary: t(
      'From {0} to {1}: {2} in the room at most. The table of participants holds the same as text.',
      format.fullTime(range.start),
      format.fullTime(range.end),
      format.participants(peak?.count ?? 0),
    ),
  };
}

/** @param format undefined while the stays need no text yet */
function laneView({ key, name, stays }: Lane, format: Format | undefined): LaneView {
  const full = stays[0] && fullName(stays[0].participant, name);
  return {
    key,
    name,
    ...(full !== undefined && { fullName: full }),
    stays: stays.flatMap((stay) => stayView(stay, format)),
  };
}

/** A stay without known times cannot be drawn; it is in the table. */
function stayView(stay: Stay, format: Format | undefined): StayView[] {
  const { span, end } = stay;
  if (!span) return [];
  return [
    {
      participant: stay.key,
      start: span.start,
      end: span.end,
      ending: end,
      ...endLabel(stay),
      lines: format ? stayLines(stay, format) : [],
    },
  ];
}

/** The label at the end of a stay's bar. None after an ordinary leave: it would be the same at every bar. */
function endLabel(stay: Stay): Pick<StayView, 'error' | 'reason'> {
  const { errorCode, endReason, outcome, recovered } = stay;
  const failed = isFailure(stay);
  if (errorCode !== undefined && !recovered)
    return failed ? { error: String(errorCode) } : { reason: errorInText(errorCode, undefined) };
  if (endReason === undefined || outcome === 'left' || reasonKind(endReason) === 'other') return {};
  const reason = enumLabel(endReason);
  return failed ? { error: reason } : { reason };
}
