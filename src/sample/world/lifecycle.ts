import { minute } from '../../async/durations.ts';
import { sampleRooms } from './fixedRooms.ts';
import { person, population } from './people.ts';
import type { RoomPlan } from './plan.ts';
import { Dice } from './random.ts';
import type { Stay } from './stays.ts';
import type { RoomTimes } from './times.ts';
import { drops } from './values.ts';

/** A room as it stands at some moment. */
export interface Standing {
  readonly plan: RoomPlan;
  readonly times: RoomTimes;
  readonly stays: readonly Stay[];
}

/** After the moment of the world a room begins every so many milliseconds. */
const betweenArrivals = 4 * minute;

/** The first of them begins so soon. */
const firstArrival = 2000;

/** As many as begin in six hours. */
export const maxArrivals = 90;

/** The Insights API lists a room that began after the moment of the world only so long after its end. */
const unlistedAfterEnd = minute;

/** How many rooms have begun since the moment of the world. */
export function arrivalsUntil(elapsed: number): number {
  if (elapsed < firstArrival) return 0;
  return Math.min(maxArrivals, 1 + Math.floor((elapsed - firstArrival) / betweenArrivals));
}

export function timesOfArrival(now: number, number: number, { seconds }: RoomPlan): RoomTimes {
  const created = Math.floor((now + firstArrival + number * betweenArrivals) / 1000) * 1000;
  return { created, ended: created + seconds * 1000 };
}

/** Whether Insights does not know a room yet that began after the moment of the world. */
export function isUnlisted({ ended }: RoomTimes, at: number): boolean {
  return ended === null || at < ended + unlistedAfterEnd;
}

/**
 * How a live room goes on after the moment of its world: when it ends, who still joins, who drops, and when
 * those who are in it leave. A room that has not ended at `at` looks as it does then.
 */
export function goOn({ plan, times, stays }: Standing, seed: number, at: number): Standing {
  if (!plan.live) return { plan, times, stays };
  const dice = new Dice(seed, 5, plan.index);
  const rest = restOf(plan, dice);
  const whole = plan.seconds + rest;
  const later = stays.map((stay) => (stay.left === null ? leaving(stay, plan, whole, dice) : stay));
  const all = [...later, ...joining(plan, stays, rest, dice)];
  all.sort((one, other) => one.joined - other.joined);
  const ended: RoomPlan = {
    ...plan,
    live: false,
    people: Math.max(plan.people, all.length),
    seconds: whole,
    activeSeconds: whole,
    endReason: 'room_ended_via_api',
  };
  return asOf({ plan: ended, times: { ...times, ended: times.created + whole * 1000 }, stays: all }, at);
}

/** A room that begins and ends, as it looks at a moment: nothing that comes after is known. */
export function asOf({ plan, times, stays }: Standing, at: number): Standing {
  const { created, ended } = times;
  if (ended !== null && ended <= at) return { plan, times, stays };
  const second = (at - created) / 1000;
  const known = stays
    .filter(({ joined }) => joined <= second)
    .map((stay) =>
      stay.left !== null && stay.left > second ? { ...stay, left: null, error: 0, reason: null } : stay,
    );
  return {
    plan: { ...plan, live: true, endReason: null },
    times: { created, ended: null },
    stays: known,
  };
}

/** Seconds that a live room goes on: one ends within two minutes, the others after a quarter of an hour and more. */
function restOf({ index, sid }: RoomPlan, dice: Dice): number {
  if (sid === sampleRooms.live.sid) return 18 * 60;
  return index % 5 === 2 ? dice.whole(80, 110) : dice.whole(10 * 60, 50 * 60);
}

function leaving(stay: Stay, plan: RoomPlan, whole: number, dice: Dice): Stay {
  if (!dice.chance(0.4)) return { ...stay, left: whole, reason: 'room_ended_via_api' };
  const left = dice.whole(plan.seconds + 40, whole - 20);
  if (!dice.chance(0.3)) return { ...stay, left, reason: 'participant_disconnected' };
  const [error, reason] = dice.pick(drops);
  return { ...stay, left, error, reason };
}

/** Who still joins: two where nobody is yet, one where there is a place. */
function joining(plan: RoomPlan, stays: readonly Stay[], rest: number, dice: Dice): Stay[] {
  const places = Math.min(stays.length === 0 ? 2 : 1, plan.limit - stays.length);
  const left = plan.seconds + rest;
  return Array.from({ length: Math.max(0, places) }, (_, number) => ({
    person: plan.people + number,
    ...person(dice.whole(0, population - 1)),
    joined: plan.seconds + dice.whole(20, 45) + 15 * number,
    left,
    error: 0,
    reason: 'room_ended_via_api',
  }));
}
