import { hour, minute, second } from '../../async/durations.ts';
import { reasonKind } from './endReason.ts';
import { codeOf } from './outcome.ts';
import type { RoomClock } from './roomClock.ts';
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

/** A stay with its times. */
interface Timed {
  readonly input: StayInput;
  readonly join: number;
  readonly leave: number;
}

/**
 * The stays that were as long as the limit of one session, by key, with the limit in milliseconds; whatever their
 * code: before 53216 existed, and sometimes since, the limit came with 53002 (twilio/twilio-video.js#1040). Four hours
 * to the second; any other round length only if stays of several people, who joined at different times, share it.
 * No limit where somebody stayed longer: it holds for everybody in the room.
 */
export function staysAtTimeLimit(
  inputs: readonly StayInput[],
  clock: RoomClock,
): ReadonlyMap<string, number> {
  const timed = inputs.flatMap((input): Timed[] => {
    const { join, leave } = input;
    return join === undefined || leave === undefined ? [] : [{ input, join, leave }];
  });
  // Whoever is in a live room has stayed until now.
  const present = inputs.flatMap(({ present, join }) =>
    present && join !== undefined ? clock.now - join : [],
  );
  const longest = [...timed.map(({ join, leave }) => leave - join), ...present].reduce(
    (one, other) => Math.max(one, other),
    0,
  );
  const byLimit = Map.groupBy(
    timed.filter((stay) => canBeLimited(stay, clock)),
    ({ join, leave }) => Math.round((leave - join) / roundMs) * roundMs,
  );
  return new Map(
    [...byLimit].flatMap(([limit, group]) => {
      const exact = group.filter(({ join, leave }) => Math.abs(leave - join - limit) <= toleranceMs);
      const possible = limit >= limits.min && limit <= limits.max && longest <= limit + joinsApartMs;
      return possible && (limit === defaultLimitMs || isShared(exact))
        ? exact.map(({ input }) => [input.key, limit] as const)
        : [];
    }),
  );
}

function canBeLimited({ input: { participant, reason }, leave }: Timed, { ended }: RoomClock): boolean {
  const code = codeOf(participant.errorCode, reason);
  if (code === 53205 || code === 53118) return false;
  if (ended !== undefined && Math.abs(leave - ended) <= toleranceMs) return false;
  return !['left', 'removed', 'roomEnded', 'evicted'].includes(reasonKind(reason));
}

/** Whether the stays are of several people, of whom at least two joined at different times. */
function isShared(group: readonly Timed[]): boolean {
  const joins = group.map(({ join }) => join).sort((a, b) => a - b);
  const [first = 0, last = 0] = [joins[0], joins.at(-1)];
  const people = new Set(group.map(({ input }) => input.identity ?? input.key));
  return people.size > 1 && last - first >= joinsApartMs;
}
