import { t } from '@vscode/l10n';
import type { Format } from '../../text/format.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import type { Stay } from '../analysis/stay.ts';
import { countInText, errorInText, peopleInText, timesInText } from '../findings/common/nameText.ts';
import type { PersonProblem } from './personSentences.ts';
import { withReturns } from './returns.ts';

/** Ends within this time are told as one, in milliseconds. */
const togetherMs = 10_000;

export function manyDropped(problems: readonly PersonProblem[], call: CallAnalysis, format: Format): string {
  const stays = problems.flatMap((problem) => problem.stays);
  const [some, all] = [format.number(problems.length), countInText(call.people, format)];
  const { all: sharedError, majority, first } = mostCommonError(stays);
  const when = period(stays, problems.length, format);
  const sentence = () => {
    if (sharedError) return t('{0} of {1} dropped {2}, all with {3}.', some, all, when, sharedError);
    if (majority) return t('{0} of {1} dropped {2}, most with {3}.', some, all, when, majority);
    return first
      ? t('{0} of {1} dropped {2}, with different errors; the most common is {3}.', some, all, when, first)
      : t('{0} of {1} dropped {2}, with different errors.', some, all, when);
  };
  const last = problems.flatMap((problem) => problem.stays.at(-1) ?? []);
  return withReturns(sentence(), last, call, format);
}

/** "between 18:09 and 18:31", to follow a verb; with the number of stays if there are more of them than people. */
function period(stays: readonly Stay[], people: number, format: Format): string {
  const times = stays.flatMap(({ span, end }) => (span && end === 'left' ? span.end : []));
  const all = stays.length > people ? format.number(stays.length) : undefined;
  if (times.length < stays.length || times.length === 0)
    return all === undefined ? t('at unknown times') : t('at unknown times, {0} times in all', all);
  const from = format.clockTime(extreme(times, Math.min));
  const to = format.clockTime(extreme(times, Math.max));
  if (from === to) return all === undefined ? t('at {0}', from) : t('at {0}, {1} times in all', from, all);
  return all === undefined
    ? t('between {0} and {1}', from, to)
    : t('between {0} and {1}, {2} times in all', from, to, all);
}

// Not Math.min(...): too many arguments overflow the stack.
function extreme(times: readonly number[], pick: (one: number, other: number) => number): number {
  return times.reduce((one, other) => pick(one, other));
}

export function manyRefused(problems: readonly PersonProblem[], _call: CallAnalysis, format: Format): string {
  const stays = problems.flatMap((problem) => problem.stays);
  const { all, majority } = mostCommonError(stays);
  const people = attempts(countInText(lanesOf(problems), format), stays.length, problems.length, format);
  if (all) return t('{0} could not join: {1}.', people, all);
  return majority
    ? t('{0} could not join, most with {1}.', people, majority)
    : t('{0} could not join.', people);
}

/** "3 people (4 times)" if they have more stays than there are people. */
function attempts(people: string, stays: number, count: number, format: Format): string {
  return stays > count
    ? t({
        message: '{0} ({1})',
        comment: ['twice (10:15 and 10:32)'],
        args: [people, timesInText(stays, format)],
      })
    : people;
}

export function manyLimited(problems: readonly PersonProblem[], call: CallAnalysis, format: Format): string {
  const stays = problems.flatMap((problem) => problem.stays);
  const who = peopleInText(lanesOf(problems), format);
  if (stays.every(({ endCode }) => endCode === 53216)) {
    return problems.length === call.people.length
      ? t('Everybody was disconnected at the session length limit (53216).')
      : t('{0} were disconnected at the session length limit (53216).', who);
  }
  const limits = [...new Set(stays.map(({ limitMs }) => limitMs))];
  const [limit] = limits;
  return limits.length === 1 && limit !== undefined
    ? t(
        '{0} were each disconnected {1} after joining, to the second: a session limit.',
        who,
        format.duration(limit / 1000),
      )
    : t('{0} were disconnected at session limits.', who);
}

export function manyRemoved(problems: readonly PersonProblem[], call: CallAnalysis, format: Format): string {
  const stays = problems.flatMap((problem) => problem.stays);
  const times = stays.flatMap(({ span, end }) => (span && end === 'left' ? span.end : []));
  const who = peopleInText(lanesOf(problems), format);
  if (times.length < stays.length || extreme(times, Math.max) - extreme(times, Math.min) > togetherMs)
    return t('{0} were disconnected through the API.', who);
  const at = format.clockTime(extreme(times, Math.max));
  return problems.length === call.people.length && problems.length > 2
    ? t('Everybody was disconnected through the API at {0}.', at)
    : t('{0} were disconnected through the API at {1}.', who, at);
}

export function manyRecovered(
  problems: readonly PersonProblem[],
  _call: CallAnalysis,
  format: Format,
): string {
  const { all } = mostCommonError(
    problems.flatMap(({ stays }) => stays),
    ({ errorCode }) => errorCode,
  );
  const who = countInText(lanesOf(problems), format);
  if (all && problems.every(({ stays }) => stays.every(({ outcome }) => outcome === 'unknown')))
    return t('{0} had {1}.', who, all);
  return all
    ? t('{0} had {1}, during the call.', who, all)
    : t('{0} had errors during the call, which ended no stay.', who);
}

function lanesOf(problems: readonly PersonProblem[]) {
  return problems.map(({ lane }) => lane);
}

/**
 * The error of all stays, of more than half of them, or the single most common one.
 * @param codeOf the code of a stay: default the one that ended it
 */
export function mostCommonError(
  stays: readonly Stay[],
  codeOf: (stay: Stay) => number | undefined = ({ endCode }) => endCode,
): { all?: string; majority?: string; first?: string } {
  const groups = Map.groupBy(stays, (stay) => codeOf(stay) ?? `reason ${stay.endReason}`);
  const [top, second] = [...groups.values()].sort((a, b) => b.length - a.length);
  const [stay] = top ?? [];
  if (!top || !stay) return {};
  const errorText = errorInText(codeOf(stay), stay.endReason);
  if (top.length === stays.length) return { all: errorText };
  if (top.length > stays.length / 2) return { majority: errorText };
  return top.length > (second?.length ?? 0) ? { first: errorText } : {};
}
