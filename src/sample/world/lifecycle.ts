import { minute } from '../../async/durations.ts';
import { sampleRooms } from './fixedRooms.ts';
import { person, population } from './people.ts';
import type { RoomPlan } from './plan.ts';
import { Dice } from './random.ts';
import type { Stay } from './stays.ts';
import type { RoomTimes } from './times.ts';
import { drops } from './values.ts';

/** A room at one moment. */
export interface RoomSnapshot {
  readonly plan: RoomPlan;
  readonly times: RoomTimes;
  readonly stays: readonly Stay[];
}

/** Milliseconds between two rooms that begin after the world's `now`. */
const arrivalIntervalMs = 4 * minute;

/** Milliseconds until the first of them begins. */
const firstArrivalMs = 2000;

/** The number of rooms that begin in six hours. */
export const maxArrivals = 90;

/** Milliseconds from the end of such a room until the Insights API lists it. */
const unlistedAfterEndMs = minute;

/** The number of rooms that have begun since the world's `now`. */
export function arrivalsUntil(elapsed: number): number {
  if (elapsed < firstArrivalMs) return 0;
  return Math.min(maxArrivals, 1 + Math.floor((elapsed - firstArrivalMs) / arrivalIntervalMs));
}

/** The times of a room that begins after the world's `now`. */
export function timesOfArrival(now: number, number: number, { seconds }: RoomPlan): RoomTimes {
  const created = Math.floor((now + firstArrivalMs + number * arrivalIntervalMs) / 1000) * 1000;
  return { created, ended: created + seconds * 1000 };
}

/** Whether a room that began after the world's `now` is missing in Insights. */
export function isUnlisted({ ended }: RoomTimes, at: number): boolean {
  return ended === null || at < ended + unlistedAfterEndMs;
}

/**
 * Simulates a live room after the world's `now`: its end, new participants, drops, and leaves. A room that
 * has not ended at `at` is returned as of then.
 */
export function continueRoom({ plan, times, stays }: RoomSnapshot, seed: number, at: number): RoomSnapshot {
  if (!plan.live) return { plan, times, stays };
  const dice = new Dice(seed, 5, plan.index);
  const remaining = remainingSeconds(plan, dice);
  const total = plan.seconds + remaining;
  const finished = stays.map((stay) => (stay.left === null ? withLeave(stay, plan, total, dice) : stay));
  const all = [...finished, ...joinLater(plan, stays, remaining, dice)];
  all.sort((one, other) => one.joined - other.joined);
  const ended: RoomPlan = {
    ...plan,
    live: false,
    people: Math.max(plan.people, all.length),
    seconds: total,
    activeSeconds: total,
    endReason: 'room_ended_via_api',
  };
  return asOf({ plan: ended, times: { ...times, ended: times.created + total * 1000 }, stays: all }, at);
}

/** The room as of a moment, without anything that happens later. */
export function asOf({ plan, times, stays }: RoomSnapshot, at: number): RoomSnapshot {
  const { created, ended } = times;
  if (ended !== null && ended <= at) return { plan, times, stays };
  const second = (at - created) / 1000;
  const visible = stays
    .filter(({ joined }) => joined <= second)
    .map((stay) =>
      stay.left !== null && stay.left > second ? { ...stay, left: null, error: 0, reason: null } : stay,
    );
  return {
    plan: { ...plan, live: true, endReason: null },
    times: { created, ended: null },
    stays: visible,
  };
}

/** Seconds until a live room ends: within two minutes for one, after 10 to 50 minutes for the others. */
function remainingSeconds({ index, sid }: RoomPlan, dice: Dice): number {
  if (sid === sampleRooms.live.sid) return 18 * 60;
  return index % 5 === 2 ? dice.whole(80, 110) : dice.whole(10 * 60, 50 * 60);
}

function withLeave(stay: Stay, plan: RoomPlan, total: number, dice: Dice): Stay {
  if (!dice.chance(0.4)) return { ...stay, left: total, reason: 'room_ended_via_api' };
  const left = dice.whole(plan.seconds + 40, total - 20);
  if (!dice.chance(0.3)) return { ...stay, left, reason: 'participant_disconnected' };
  const [error, reason] = dice.pick(drops);
  return { ...stay, left, error, reason };
}

/** The participants who still join: two in an empty room, one if there is room for another. */
function joinLater(plan: RoomPlan, stays: readonly Stay[], remaining: number, dice: Dice): Stay[] {
  const places = Math.min(stays.length === 0 ? 2 : 1, plan.limit - stays.length);
  const left = plan.seconds + remaining;
  return Array.from({ length: Math.max(0, places) }, (_, number) => ({
    person: plan.people + number,
    ...person(dice.whole(0, population - 1)),
    joined: plan.seconds + dice.whole(20, 45) + 15 * number,
    left,
    error: 0,
    reason: 'room_ended_via_api',
  }));
}
