import { t } from '@vscode/l10n';
import { minute } from '../../../async/durations.ts';
import type { Format } from '../../../text/format.ts';
import type { CallAnalysis } from '../../analysis/analyzeCall.ts';
import { isLossCode } from '../../analysis/codeFamilies.ts';
import type { Lane } from '../../analysis/lanes.ts';
import type { Stay } from '../../analysis/stay.ts';
import { evidenceOf, type Finding, type Rule } from '../common/finding.ts';
import { countInText, errorInText, lanesWith, nameInText, peopleOfStays } from '../common/nameText.ts';
import { differences } from './traits.ts';

/** A stay of this length, in milliseconds, shows that a client works. */
const worksMs = minute;
/** The chance that those who failed are the only ones with something in common by accident is below one in this. */
const minWays = 10;

/**
 * What stays whose connection or media failed with one code have in common and the others have not: stays of one
 * identity (all tries with one browser failed, another worked), or people. Silent unless the numbers suffice: at least
 * two that failed, and among people so many others that the same would hardly come about by chance.
 */
export const whatDiffers: Rule = (call, format) => {
  const failed = call.stays.filter(
    ({ outcome, recovered, endCode }) =>
      !recovered && dependsOnClient(endCode) && (outcome === 'dropped' || outcome === 'refused'),
  );
  return [...Map.groupBy(failed, ({ endCode }) => endCode)].flatMap(([code, stays]) => {
    if (code === undefined) return [];
    const found = [
      ...lanesWith(stays, call).flatMap((lane) => withinLane(lane, code, format)),
      betweenPeople(stays, code, call, format),
    ];
    return found.filter((one) => one !== undefined);
  });
};

/** Errors that depend on the client or its network; those of tokens, names and quotas do not. */
function dependsOnClient(code: number | undefined): boolean {
  return isLossCode(code) || (code !== undefined && code >= 53400 && code <= 53408);
}

/** One identity whose stays differ. */
function withinLane(lane: Lane, code: number, format: Format): Finding[] {
  const failed = lane.stays.filter(({ endCode, recovered }) => endCode === code && !recovered);
  const worked = lane.stays.filter(works);
  if (failed.length < 2 || worked.length === 0) return [];
  const found = differences(failed, worked);
  const [first] = found;
  if (!first) return [];
  const [have, other] = [
    format.list(found.map(({ text }) => text)),
    format.list([...new Set(found.map((one) => one.other))]),
  ];
  return [
    {
      rule: 'what-differs',
      severity: 'warning',
      title: t(
        '{0}: all {1} stays with {2} ended with {3}, and it worked with {4}',
        ...[nameInText(lane.name), format.number(failed.length), have],
        ...[errorInText(code, undefined), other],
      ),
      evidence: evidenceOf(failed),
      meaning:
        found.length === 1 && first.isBrowser
          ? t(
              'The same participant had no trouble with {0}, so that is what differs; the network comes second.',
              other,
            )
          : t(
              'Any of these can be the cause. With another device the network may have been another one too.',
            ),
      check: t('{0}: settings, extensions, policies and version, and the network there.', have),
    },
  ];
}

/** People who failed, against everybody else who was in the room. */
function betweenPeople(
  stays: readonly Stay[],
  code: number,
  call: CallAnalysis,
  format: Format,
): Finding | undefined {
  const lanes = lanesWith(stays, call);
  const others = call.people.filter((lane) => !lanes.includes(lane) && lane.stays.some(works));
  if (lanes.length < 2 || others.length < 2 || ways(lanes.length, others.length) < minWays) return undefined;
  const found = differences(
    stays,
    others.flatMap((lane) => lane.stays),
  );
  if (found.length === 0) return undefined;
  return {
    rule: 'what-differs',
    severity: 'warning',
    title: t(
      '{0} with {1} have {2} in common; none of {3} without it has',
      peopleOfStays(stays, call, format),
      errorInText(code, undefined),
      format.list(found.map(({ text }) => text)),
      countInText(others, format),
    ),
    evidence: evidenceOf(stays),
    meaning: t(
      'What only they share is where to look first. With so few participants it can still be chance.',
    ),
    check: t('Whether it happens to them with another browser, device, version or network than that.'),
  };
}

/** In how many ways so many could be chosen of all; not counted beyond `minWays`. */
function ways(failed: number, others: number): number {
  let result = 1;
  for (let index = 1; index <= Math.min(failed, others); index++) {
    result = (result * (failed + others - index + 1)) / index;
    if (result >= minWays) return result;
  }
  return result;
}

function works({ outcome, arrival, span }: Stay): boolean {
  if (arrival === 'none' || outcome === 'dropped' || outcome === 'refused') return false;
  return span !== undefined && span.end - span.start >= worksMs;
}
