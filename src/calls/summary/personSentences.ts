import { t } from '@vscode/l10n';
import { minute } from '../../async/durations.ts';
import type { Format } from '../../text/format.ts';
import { joinSentences } from '../../text/joinText.ts';
import type { CallAnalysis } from '../analysis/analyzeCall.ts';
import type { Lane } from '../analysis/lanes.ts';
import type { Stay } from '../analysis/stay.ts';
import { errorInText, nameInText, timesInText } from '../findings/common/nameText.ts';
import { cameBack } from './returns.ts';

/** Up to this number of times each stands in the sentence. */
const maxTimes = 3;

/** The stays of one person that have the same problem. */
export interface PersonProblem {
  readonly lane: Lane;
  /** By time; at least one. */
  readonly stays: readonly Stay[];
}

/** "Bob dropped at 10:14 with 53405, media connection failed, and came back after 12 sec." */
export function dropped({ lane, stays }: PersonProblem, call: CallAnalysis, format: Format): string {
  const name = nameInText(lane.name);
  if (stays.length > 1) return droppedOften({ lane, stays }, call, format);
  const [stay] = stays;
  const error = errorInText(stay?.errorCode, stay?.endReason);
  // Where another connection of the identity went on, nobody was away.
  const awayMs = stay?.span && stay.backAt !== undefined ? stay.backAt - stay.span.end : 0;
  const away = awayMs > 0 ? format.duration(awayMs / 1000) : undefined;
  if (!stay?.span || stay.end !== 'left') {
    return away === undefined
      ? t('{0} dropped with {1}.', name, error)
      : t('{0} dropped with {1}, and came back after {2}.', name, error, away);
  }
  const at = format.clockTime(stay.span.end);
  if (away !== undefined)
    return t('{0} dropped at {1} with {2}, and came back after {3}.', name, at, error, away);
  return cameBack(stay, lane, call)
    ? t('{0} dropped at {1} with {2}.', name, at, error)
    : t('{0} dropped at {1} with {2}, and did not come back.', name, at, error);
}

/** Whole sentences, because each language orders and joins the parts in its own way. */
function droppedOften({ lane, stays }: PersonProblem, call: CallAnalysis, format: Format): string {
  const name = nameInText(lane.name);
  const errors = stays.map(({ errorCode, endReason }) => errorInText(errorCode, endReason));
  const [error = ''] = errors;
  const times = timesWithClock(stays, format);
  const last = stays.at(-1);
  const back = last?.span !== undefined && last.backAt !== undefined && last.backAt > last.span.end;
  const brief = allBrief(stays, format);
  const known = back || !last || !cameBack(last, lane, call);
  const sentence = () => {
    if (errors.every((one) => one === error)) {
      if (!known) return t('{0} dropped {1} with {2}.', name, times, error);
      return back
        ? t('{0} dropped {1} with {2}, and came back.', name, times, error)
        : t('{0} dropped {1} with {2}, and did not come back.', name, times, error);
    }
    if (!known) return t('{0} dropped {1}, first with {2}.', name, times, error);
    return back
      ? t('{0} dropped {1}, first with {2}, and came back.', name, times, error)
      : t('{0} dropped {1}, first with {2}, and did not come back.', name, times, error);
  };
  return joinSentences([sentence(), brief]);
}

/** Stays up to this length, in milliseconds, were tries that never came to a call. */
const briefMs = minute;

/** Says of several short stays that they were short: a connection that never came about is no loss of one. */
function allBrief(stays: readonly Stay[], format: Format): string {
  const lengths = stays.map(({ span, end }) => (span && end === 'left' ? span.end - span.start : Infinity));
  const longest = lengths.reduce((one, other) => Math.max(one, other), 0);
  return longest <= briefMs
    ? t('Each of these stays ended within {0}.', format.duration(Math.max(1, Math.ceil(longest / 1000))))
    : '';
}

/** "at 10:15", "twice (10:15 and 10:32)", "7 times between 10:15 and 11:02": how often stays ended, and when. */
export function timesWithClock(stays: readonly Stay[], format: Format, at: 'start' | 'end' = 'end'): string {
  const often = timesInText(stays.length, format);
  const times = stays.flatMap(({ span, end }) =>
    span && (at === 'start' || end === 'left') ? span[at] : [],
  );
  const clock = [...new Set(times.sort((a, b) => a - b).map((time) => format.clockTime(time)))];
  const [first, last] = [clock[0], clock.at(-1)];
  if (times.length < stays.length || first === undefined || last === undefined) return often;
  if (stays.length === 1) return t('at {0}', first);
  if (first === last) return t({ message: '{0} at {1}', comment: ['twice at 10:15'], args: [often, first] });
  return clock.length <= maxTimes && clock.length === stays.length
    ? t({
        message: '{0} ({1})',
        comment: ['twice (10:15 and 10:32)'],
        args: [often, format.list(clock)],
      })
    : t({ message: '{0} between {1} and {2}', comment: ['7 times between …'], args: [often, first, last] });
}

/** "Carol could not join at 10:20: 53118, room completed." */
export function refused({ lane, stays }: PersonProblem, _call: CallAnalysis, format: Format): string {
  const name = nameInText(lane.name);
  const stay = stays.at(-1);
  const error = errorInText(stay?.errorCode, stay?.endReason);
  const refusal =
    stays.length > 1
      ? t('{0} could not join, tried {1}, last: {2}.', name, timesWithClock(stays, format, 'start'), error)
      : stay?.span
        ? t('{0} could not join at {1}: {2}.', name, format.clockTime(stay.span.start), error)
        : t('{0} could not join: {1}.', name, error);
  const later = stay?.backAt;
  if (later !== undefined) return joinSentences([refusal, t('It worked at {0}.', format.clockTime(later))]);
  const before = lane.stays.find(({ arrival, span }) => arrival !== 'none' && span)?.span?.start;
  return before === undefined
    ? refusal
    : joinSentences([refusal, t('{0} was in the room from {1}.', name, format.clockTime(before))]);
}

/** "Emil was disconnected at 14:02 after 4 hr, the session length limit (53216)." */
export function limited({ lane, stays }: PersonProblem, _call: CallAnalysis, format: Format): string {
  const name = nameInText(lane.name);
  const [stay] = stays;
  if (!stay?.span || stay.end !== 'left')
    return t('{0} was disconnected at the session length limit (53216).', name);
  const { start, end } = stay.span;
  const at = format.clockTime(end);
  const length = format.duration((stay.limitMs ?? end - start) / 1000);
  if (stay.endCode === 53216)
    return t('{0} was disconnected at {1} after {2}, the session length limit (53216).', name, at, length);
  return t(
    '{0} was disconnected at {1}, {2} after joining to the second: a session limit.',
    name,
    at,
    length,
  );
}

/** "Fay was disconnected through the API at 10:09, after 6 min 32 sec." */
export function removed({ lane, stays }: PersonProblem, _call: CallAnalysis, format: Format): string {
  const name = nameInText(lane.name);
  const [stay] = stays;
  if (stays.length > 1)
    return t('{0} was disconnected through the API {1}.', name, timesWithClock(stays, format));
  if (!stay?.span || stay.end !== 'left') return t('{0} was disconnected through the API.', name);
  const { start, end } = stay.span;
  return t(
    '{0} was disconnected through the API at {1}, after {2}.',
    name,
    format.clockTime(end),
    format.duration((end - start) / 1000),
  );
}

/** "Gil had 53001, signaling connection disconnected, during the call." */
export function recovered({ lane, stays }: PersonProblem, _call: CallAnalysis, format: Format): string {
  const codes = [...new Set(stays.map(({ errorCode }) => errorInText(errorCode, undefined)))];
  const [name, errors] = [nameInText(lane.name), format.list(codes)];
  return stays.every(({ outcome }) => outcome === 'unknown')
    ? t('{0} had {1}.', name, errors)
    : t('{0} had {1}, during the call.', name, errors);
}

/** "Alice rejoined twice." */
export function rejoined({ lane }: PersonProblem, _call: CallAnalysis, format: Format): string {
  return t('{0} rejoined {1}.', nameInText(lane.name), timesInText(lane.rejoins, format));
}
