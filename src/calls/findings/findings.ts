import type { Format } from '../../text/format.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import { endedWithPeople, removed } from './apiRules.ts';
import { codecMismatch } from './clients/codecs.ts';
import { knownFaults } from './clients/knownFaults.ts';
import { sdkMixed, sdkOutdated } from './clients/sdkVersions.ts';
import { whatDiffers } from './clients/whatDiffers.ts';
import type { Finding, Rule, RuleId } from './common/finding.ts';
import { severityRank } from './common/severity.ts';
import { dropEvents, partnerLeft } from './dropEventRules.ts';
import { duplicateIdentity } from './duplicateIdentity.ts';
import { abnormalEnds, errorCodes } from './errorRules.ts';
import {
  listIncomplete,
  reconnecting,
  statusContradiction,
  timesDoubtful,
  unknownReasons,
} from './recordRules.ts';
import { farEdge, otherEdge, otherRegion } from './regions.ts';
import { roomFull } from './roomFull.ts';
import { alone, processing } from './roomRules.ts';
import { endMissing, rejoinStorm, sessionLimit, shortStay } from './stayRules.ts';

/** All rules, the most important first. */
export const rules: Readonly<Record<RuleId, Rule>> = {
  'drop-event': dropEvents,
  'error-code': errorCodes,
  'abnormal-end': abnormalEnds,
  reconnecting,
  'duplicate-identity': duplicateIdentity,
  'session-limit': sessionLimit,
  'rejoin-storm': rejoinStorm,
  'what-differs': whatDiffers,
  'room-full': roomFull,
  'codec-mismatch': codecMismatch,
  'sdk-outdated': sdkOutdated,
  alone,
  'ended-with-people': endedWithPeople,
  removed,
  'partner-left': partnerLeft,
  'unknown-reason': unknownReasons,
  'short-stay': shortStay,
  'other-region': otherRegion,
  'other-edge': otherEdge,
  'far-edge': farEdge,
  'sdk-mixed': sdkMixed,
  'known-fault': knownFaults,
  'end-missing': endMissing,
  processing,
  'status-contradiction': statusContradiction,
  'times-doubtful': timesDoubtful,
  'list-incomplete': listIncomplete,
};

/**
 * The findings of a call, worst first; with equal severity in the order of the rules, then by number of
 * participants. Empty for a call without problems.
 */
export function findingsOf(call: CallAnalysis, anyFormat: Format): Finding[] {
  const format = anyFormat.withDatesAfter(call.range);
  const order = Object.keys(rules);
  return Object.values(rules)
    .flatMap((rule) => rule(call, format))
    .sort(
      (a, b) =>
        severityRank(b.severity) - severityRank(a.severity) ||
        order.indexOf(a.rule) - order.indexOf(b.rule) ||
        b.evidence.length - a.evidence.length ||
        (a.code ?? 0) - (b.code ?? 0),
    );
}
