import type { Format } from '../format.ts';
import { severityRank } from '../severityWord.ts';
import type { CallAnalysis } from './callAnalysis.ts';
import type { Finding, Rule, RuleId } from './finding.ts';
import { codecMismatch } from './rules/codecs.ts';
import { abnormalEnds, errorCodes } from './rules/errorCodes.ts';
import { duplicateIdentity } from './rules/identity.ts';
import { roomFull } from './rules/limit.ts';
import { otherEdge, otherRegion } from './rules/place.ts';
import { alone, endedWithPeople, processing } from './rules/room.ts';
import { sdkMixed, sdkOutdated } from './rules/sdk.ts';
import { endMissing, rejoinStorm, sessionLimit, shortStay } from './rules/stays.ts';

/** Every rule, the weightiest first. */
export const rules: Readonly<Record<RuleId, Rule>> = {
  'error-code': errorCodes,
  'abnormal-end': abnormalEnds,
  'duplicate-identity': duplicateIdentity,
  'session-limit': sessionLimit,
  'rejoin-storm': rejoinStorm,
  'room-full': roomFull,
  'codec-mismatch': codecMismatch,
  'sdk-outdated': sdkOutdated,
  alone,
  'ended-with-people': endedWithPeople,
  'short-stay': shortStay,
  'other-region': otherRegion,
  'other-edge': otherEdge,
  'sdk-mixed': sdkMixed,
  'end-missing': endMissing,
  processing,
};

/**
 * What is worth knowing about a call, worst first; among equals in the order
 * of the rules, then what concerns most participants. Empty for a call in which nothing was wrong.
 */
export function findingsOf(call: CallAnalysis, format: Format): Finding[] {
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
