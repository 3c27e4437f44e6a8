import { hour, minute, second } from '../../async/durations.ts';
import { reasonKind } from './endReason.ts';
import { codeOf } from './outcome.ts';
import type { StayInput } from './stay.ts';

/** The limit of one session unless the application sets `MaxParticipantDuration` (Twilio, error 53216). */
const defaultLimitMs = 4 * hour;
/** A set limit is at least ten minutes and at most a day (Twilio, "Configure maximum participant duration"). */
const limits = { min: 10 * minute, max: 24 * hour };
/** Limits that applications set are multiples of this. */
const roundMs = 5 * minute;
/** A stay that the limit ended differs from it by no more than this. */
const toleranceMs = 2 * second;
/** People who join within this time of each other also leave together for other reasons. */
const joinsApartMs = 5 * second;

/**
 * The keys of stays that were as long as the limit of one session, whatever their code: before 53216 existed, and
 * sometimes since, the limit came with 53002 (twilio/twilio-video.js#1040). Four hours to the second; any other round
 * length only if stays of several people, who joined at different times, share it.
 */
export function staysAtTimeLimit(inputs: readonly StayInput[]): ReadonlySet<string> {
  const byLimit = new Map<number, { readonly input: StayInput; readonly join: number }[]>();
  for (const input of inputs) {
    const { join, leave } = input;
    if (join === undefined || leave === undefined || !canBeLimited(input)) continue;
    const limit = Math.round((leave - join) / roundMs) * roundMs;
    if (limit < limits.min || limit > limits.max || Math.abs(leave - join - limit) > toleranceMs) continue;
    const group = byLimit.get(limit) ?? [];
    group.push({ input, join });
    byLimit.set(limit, group);
  }
  const reached = [...byLimit].filter(([limit, group]) => limit === defaultLimitMs || isShared(group));
  return new Set(reached.flatMap(([, group]) => group.map(({ input }) => input.key)));
}

function canBeLimited({ participant, reason }: StayInput): boolean {
  const code = codeOf(participant.errorCode, reason);
  const kind = reasonKind(reason);
  return code !== 53205 && code !== 53118 && kind !== 'removed' && kind !== 'roomEnded';
}

/** Whether the stays are of several people, of whom at least two joined at different times. */
function isShared(group: readonly { readonly input: StayInput; readonly join: number }[]): boolean {
  const joins = group.map(({ join }) => join).sort((a, b) => a - b);
  const [first = 0, last = 0] = [joins[0], joins.at(-1)];
  const people = new Set(group.map(({ input }) => input.identity ?? input.key));
  return people.size > 1 && last - first >= joinsApartMs;
}
