import { day, minute } from '../../async/durations.ts';
import { spreadBackwards } from './calendar.ts';
import {
  arrivalsUntil,
  asOf,
  goOn,
  isUnlisted,
  maxArrivals,
  type Standing,
  timesOfArrival,
} from './lifecycle.ts';
import { describeParticipant } from './participantResource.ts';
import { planRoom, type RoomPlan, settledRooms } from './plan.ts';
import { Dice, sid } from './random.ts';
import type { ParticipantResource, RoomResource } from './resources.ts';
import { describeRoom } from './roomResource.ts';
import { planStays } from './stays.ts';
import { keepsMilliseconds, type RoomTimes } from './times.ts';

export interface SampleWorldOptions {
  /** Which world. SIDs, names and identities depend on it alone. */
  readonly seed?: number;
  /** How many rooms. */
  readonly size?: number;
  /** Milliseconds since 1970: the end of the week that the world holds. */
  readonly now: number;
}

/** Of the rooms that no constant names, how many ended in the last 24 hours. */
const lastDayShare = 0.27;

/**
 * A week of a video product: rooms by position, the newest first, each made when it is asked for.
 * Two worlds of the same seed, size and `now` are the same.
 *
 * Life goes on after `now`: who asks `at` a later moment sees people come and go and rooms end. Rooms that
 * begin meanwhile have positions from `size` on, and Insights knows of them only when they are over.
 */
export class SampleWorld {
  readonly seed: number;
  readonly size: number;
  readonly now: number;
  readonly accountSid: string;
  readonly #times: RoomTimes[];
  /** The index of the room at each position. */
  readonly #order: number[];
  readonly #plans: RoomPlan[];
  #positions: Map<string, number> | undefined;

  constructor({ seed = 1, size = 140, now }: SampleWorldOptions) {
    this.seed = seed;
    this.size = size;
    this.now = now;
    this.accountSid = sid('AC', seed);
    this.#plans = Array.from({ length: size }, (_, index) => planRoom(seed, index));
    this.#times = timesOf(seed, now, this.#plans);
    this.#order = this.#plans.map((plan) => plan.index);
    this.#order.sort(
      (one, other) => this.#timesOf(other).created - this.#timesOf(one).created || one - other,
    );
  }

  /** What does not need the participants; cheap. Throws a RangeError where there is no such position. */
  plan(position: number): RoomPlan {
    if (position >= this.size && position < this.size + maxArrivals) return this.#arrival(position);
    const plan = this.#plans[this.#order[position] ?? -1];
    if (plan === undefined) throw new RangeError(`There is no room at position ${position}.`);
    return plan;
  }

  times(position: number): RoomTimes {
    if (position >= this.size) return timesOfArrival(this.now, position - this.size, this.plan(position));
    return this.#timesOf(this.plan(position).index);
  }

  room(position: number, at = this.now): RoomResource {
    const { plan, times, stays } = this.#standing(position, at);
    return describeRoom(plan, times, stays, this.accountSid, at, this.now);
  }

  /** In the order of joining. */
  participants(position: number, at = this.now): ParticipantResource[] {
    const { plan, times, stays } = this.#standing(position, at);
    return stays.map((stay, number) => {
      const participantSid = sid('PA', this.seed, plan.index, number);
      return describeParticipant(plan, times, stay, number, participantSid, this.accountSid);
    });
  }

  /** Where positions end at a moment: beyond `size` once rooms have begun after `now`. */
  endAt(at: number): number {
    return this.size + arrivalsUntil(at - this.now);
  }

  /** Whether Insights knows of a room at a moment; of one that has just begun only Video does. */
  isListed(position: number, at: number): boolean {
    return position < this.size || !isUnlisted(this.times(position), at);
  }

  isLive(position: number, at: number): boolean {
    return this.#standing(position, at).plan.live;
  }

  /** Where the room of that SID is, if it is one of this world at that moment. */
  positionOf(roomSid: string, at = this.now): number | undefined {
    this.#positions ??= new Map(this.#order.map((_, position) => [this.plan(position).sid, position]));
    const found = this.#positions.get(roomSid);
    if (found !== undefined) return found;
    for (let position = this.size; position < this.endAt(at); position++) {
      if (this.plan(position).sid === roomSid) return position;
    }
    return undefined;
  }

  #standing(position: number, at: number): Standing {
    if (position >= this.endAt(at)) throw new RangeError(`There is no room at position ${position} yet.`);
    const plan = this.plan(position);
    const standing = { plan, times: this.times(position), stays: planStays(this.seed, plan) };
    if (position >= this.size) return asOf(standing, at);
    return at > this.now ? goOn(standing, this.seed, at) : standing;
  }

  #arrival(position: number): RoomPlan {
    const plan = planRoom(this.seed, settledRooms + position);
    // Higher numbers than others have: names are unique among rooms in progress.
    return { ...plan, name: `visit-${9900 + position - this.size}`, people: Math.max(2, plan.people) };
  }

  #timesOf(index: number): RoomTimes {
    const times = this.#times[index];
    if (times === undefined) throw new RangeError(`There is no room of index ${index}.`);
    return times;
  }
}

/** Creation and end of every room, so that all that is over ended before now. */
function timesOf(seed: number, now: number, plans: readonly RoomPlan[]): RoomTimes[] {
  const others = Math.max(0, plans.length - settledRooms);
  const recent = Math.round(others * lastDayShare);
  const lastDay = spreadBackwards(now - day, now - minute);
  const before = spreadBackwards(now - 6.9 * day, now - day);
  return plans.map((plan) => {
    const place = plan.index - settledRooms;
    const within = place + new Dice(seed, 4, plan.index).next();
    const ended =
      plan.endedAgo !== undefined
        ? now - plan.endedAgo * 1000
        : place < recent
          ? lastDay(within / recent)
          : before((within - recent) / (others - recent));
    const exact = plan.live ? now - plan.seconds * 1000 : ended - plan.seconds * 1000;
    const created = keepsMilliseconds(plan.index) ? Math.floor(exact) : Math.floor(exact / 1000) * 1000;
    return { created, ended: plan.live ? null : created + plan.seconds * 1000 };
  });
}
