import { day, hour, minute } from '../../async/durations.ts';
import { spreadBackwards } from './calendar.ts';
import {
  arrivalsUntil,
  asOf,
  continueRoom,
  isUnlisted,
  maxArrivals,
  type RoomSnapshot,
  timesOfArrival,
} from './lifecycle.ts';
import { describeParticipant } from './participantResource.ts';
import { fixedRoomCount, planRoom, type RoomPlan } from './plan.ts';
import { Dice, sid } from './random.ts';
import type { ParticipantResource, RoomResource } from './resources.ts';
import { describeRoom } from './roomResource.ts';
import { scriptedCalls } from './scriptedCalls.ts';
import { planStays } from './stays.ts';
import { hasMilliseconds, type RoomTimes } from './times.ts';

/** Options of `SampleWorld`. */
export interface SampleWorldOptions {
  /** The seed; SIDs, names and identities depend on it alone. */
  readonly seed?: number;
  /** The number of rooms. */
  readonly size?: number;
  /** Milliseconds since 1970: the end of the week that the world holds. */
  readonly now: number;
}

/** The share of rooms ended in the last 24 hours, among those that are not in `sampleRooms`. */
const lastDayShare = 0.27;

/** The time in which the scripted calls ended: milliseconds before the world's `now`. */
const scriptedEnds = { first: 59 * hour, last: 25 * hour };

/** A world has the scripted calls if they are at most this share of its rooms of the days before the last. */
const maxScriptedShare = 0.25;

/**
 * A week of a video product: rooms by position, the newest first, each generated on demand. Two worlds with
 * the same seed, size and `now` are equal.
 *
 * Rooms go on after `now`: at a later time `at`, people have joined and left and rooms have ended. Rooms that
 * begin after `now` have positions from `size` on, and Insights lists them only when they are over.
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
    const firstScripted = firstScriptedIndex(size);
    this.#plans = Array.from({ length: size }, (_, index) =>
      planRoom(seed, index, scriptedCalls[index - firstScripted]),
    );
    this.#times = timesOf(seed, now, this.#plans);
    this.#order = this.#plans.map((plan) => plan.index);
    this.#order.sort(
      (one, other) => this.#timesOf(other).created - this.#timesOf(one).created || one - other,
    );
  }

  /**
   * The plan of a room, which needs no participants; cheap. Throws a RangeError if there is no such position.
   */
  plan(position: number): RoomPlan {
    if (position >= this.size && position < this.size + maxArrivals) return this.#arrival(position);
    const plan = this.#plans[this.#order[position] ?? -1];
    if (plan === undefined) throw new RangeError(`There is no room at position ${position}.`);
    return plan;
  }

  /** Creation and end of a room. */
  times(position: number): RoomTimes {
    if (position >= this.size) return timesOfArrival(this.now, position - this.size, this.plan(position));
    return this.#timesOf(this.plan(position).index);
  }

  /** A room as the Insights API would send it. */
  room(position: number, at = this.now): RoomResource {
    const { plan, times, stays } = this.#snapshot(position, at);
    return describeRoom(plan, times, stays, this.accountSid, at, this.now);
  }

  /** The participants of a room, by join time. */
  participants(position: number, at = this.now): ParticipantResource[] {
    const { plan, times, stays } = this.#snapshot(position, at);
    return stays.map((stay, number) => {
      const participantSid = sid('PA', this.seed, plan.index, number);
      return describeParticipant(plan, times, stay, number, participantSid, this.accountSid);
    });
  }

  /** The number of positions at a moment: more than `size` once rooms have begun after `now`. */
  endAt(at: number): number {
    return this.size + arrivalsUntil(at - this.now);
  }

  /** Whether Insights lists a room at a moment; a room that has just begun is only in Video. */
  isListed(position: number, at: number): boolean {
    return position < this.size || !isUnlisted(this.times(position), at);
  }

  /** Whether a room is in progress at a moment. */
  isLive(position: number, at: number): boolean {
    return this.#snapshot(position, at).plan.live;
  }

  /** The position of the room with that SID; undefined if this world has none at that moment. */
  positionOf(roomSid: string, at = this.now): number | undefined {
    this.#positions ??= new Map(this.#order.map((_, position) => [this.plan(position).sid, position]));
    const found = this.#positions.get(roomSid);
    if (found !== undefined) return found;
    for (let position = this.size; position < this.endAt(at); position++) {
      if (this.plan(position).sid === roomSid) return position;
    }
    return undefined;
  }

  #snapshot(position: number, at: number): RoomSnapshot {
    if (position >= this.endAt(at)) throw new RangeError(`There is no room at position ${position} yet.`);
    const plan = this.plan(position);
    const snapshot = { plan, times: this.times(position), stays: planStays(this.seed, plan) };
    if (position >= this.size) return asOf(snapshot, at);
    return at > this.now ? continueRoom(snapshot, this.seed, at) : snapshot;
  }

  #arrival(position: number): RoomPlan {
    const plan = planRoom(this.seed, fixedRoomCount + position);
    // Numbers above all others: names are unique among rooms in progress.
    return { ...plan, name: `visit-${9900 + position - this.size}`, people: Math.max(2, plan.people) };
  }

  #timesOf(index: number): RoomTimes {
    const times = this.#times[index];
    if (times === undefined) throw new RangeError(`There is no room of index ${index}.`);
    return times;
  }
}

/** The rooms that are not in `sampleRooms`, and those of them that ended in the last 24 hours. */
function counts(size: number): { readonly others: number; readonly recent: number } {
  const others = Math.max(0, size - fixedRoomCount);
  return { others, recent: Math.round(others * lastDayShare) };
}

/** The scripted calls take the places of the newest rooms before the last 24 hours, from this index on. */
function firstScriptedIndex(size: number): number {
  const { others, recent } = counts(size);
  const fits = scriptedCalls.length <= (others - recent) * maxScriptedShare;
  return fits ? fixedRoomCount + recent : Number.POSITIVE_INFINITY;
}

/** The creation and end of every room; all finished rooms ended before now. */
function timesOf(seed: number, now: number, plans: readonly RoomPlan[]): RoomTimes[] {
  const { others, recent } = counts(plans.length);
  const lastDay = spreadBackwards(now - day, now - minute);
  const before = spreadBackwards(now - 6.9 * day, now - day);
  const scripted = spreadBackwards(now - scriptedEnds.first, now - scriptedEnds.last);
  return plans.map((plan) => {
    const place = plan.index - fixedRoomCount;
    const within = place + new Dice(seed, 4, plan.index).next();
    const ended =
      plan.endedAgo !== undefined
        ? now - plan.endedAgo * 1000
        : plan.script
          ? scripted((within - recent) / scriptedCalls.length)
          : place < recent
            ? lastDay(within / recent)
            : before((within - recent) / (others - recent));
    const exact = plan.live ? now - plan.seconds * 1000 : ended - plan.seconds * 1000;
    const created = hasMilliseconds(plan.index) ? Math.floor(exact) : Math.floor(exact / 1000) * 1000;
    return { created, ended: plan.live ? null : created + plan.seconds * 1000 };
  });
}
