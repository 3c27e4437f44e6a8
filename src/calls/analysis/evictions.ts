import { hour, minute, second } from '../../async/durations.ts';
import type { Lane } from './lanes.ts';
import type { Stay } from './stay.ts';

/**
 * Why an identity was evicted (53205), as far as the times of its stays tell:
 * - `fight`: again and again within seconds, so two clients evict each other in turn (twilio/twilio-video.js#1512)
 * - `renewal`: each time after the same length just below a session limit: the application connects again before the
 *   limit, as Twilio advises (twilio/twilio-video.js#1040)
 * - `replaced`: every other way: a page that was reloaded without `disconnect()`, a reconnection, a second tab or device
 * - `unseen`: the list holds no connection that could have taken the place
 */
export type EvictionKind = 'fight' | 'renewal' | 'replaced' | 'unseen';

/** The evictions of one identity. */
export interface Evictions {
  readonly lane: Lane;
  readonly kind: EvictionKind;
  /** By time. */
  readonly stays: readonly Stay[];
  /** `fight`: those that followed each other within seconds. */
  readonly inTurn: readonly Stay[];
  /** `renewal`: the limit that the stays are just below, in milliseconds. */
  readonly limitMs?: number;
}

/** Clients that fight evict each other within this time. */
const fightGapMs = 30 * second;
/** From this number of evictions in a row, each within `fightGapMs` of the one before, two clients fight. */
const minFight = 3;
/** A renewal comes within this time before the limit… */
const beforeLimitMs = 15 * minute;
/** …and always at the same distance, but for this. */
const sameLengthMs = 90 * second;
/** The newcomer joins before the evicted connection ends; the times of the two can differ by this. */
const newcomerMs = 10 * second;

/** The evictions of a call by identity, in the order of the lanes. */
export function evictionsOf(lanes: readonly Lane[]): Evictions[] {
  const evicted = lanes.flatMap((lane) => {
    const stays = lane.stays.filter(({ outcome, arrival }) => outcome === 'evicted' && arrival !== 'none');
    return stays.length > 0 ? [{ lane, stays }] : [];
  });
  const limits = renewalLimits(
    evicted.flatMap(({ lane, stays }) => stays.filter((stay) => newcomerOf(stay, lane) !== undefined)),
  );
  return evicted.map(({ lane, stays }): Evictions => {
    const inTurn = longestFight(stays);
    if (inTurn.length >= minFight) return { lane, stays, inTurn, kind: 'fight' };
    const [limitMs] = new Set(stays.map((stay) => limits.get(stay)));
    const renews = limitMs !== undefined && stays.every((stay) => limits.get(stay) === limitMs);
    if (renews) return { lane, stays, inTurn: [], kind: 'renewal', limitMs };
    const seen = stays.some((stay) => newcomerOf(stay, lane));
    return { lane, stays, inTurn: [], kind: seen ? 'replaced' : 'unseen' };
  });
}

/**
 * The connection that took the place of an evicted one; undefined if the list holds none that can have done it. A stay
 * without times can have.
 */
export function newcomerOf(evicted: Stay, { stays }: Pick<Lane, 'stays'>): Stay | undefined {
  const others = stays.filter((one) => one !== evicted && one.arrival !== 'none');
  const { span, end } = evicted;
  if (!span || end !== 'left') return others[0];
  const inTime = others.filter(
    (one) => one.span && one.span.start >= span.start && Math.abs(one.span.start - span.end) <= newcomerMs,
  );
  // A connection that came earlier and stayed on can have connected again under its old SID.
  const beside = others.find((one) => one.span && one.span.start < span.end && one.span.end > span.end);
  return inTime.at(-1) ?? beside ?? others.find((one) => !one.span);
}

/** The most evictions in a row, each within seconds of the one before; by time. */
function longestFight(stays: readonly Stay[]): readonly Stay[] {
  const ended = stays
    .flatMap((stay) => (stay.span && stay.end === 'left' ? [{ stay, time: stay.span.end }] : []))
    .sort((a, b) => a.time - b.time);
  let longest: Stay[] = [];
  let run: Stay[] = [];
  for (const [index, { stay, time }] of ended.entries()) {
    const before = ended[index - 1]?.time;
    run = before !== undefined && time - before <= fightGapMs ? [...run, stay] : [stay];
    if (run.length > longest.length) longest = run;
  }
  return longest;
}

/** The limits that applications renew before: the default, and the longest that can be set. */
const renewedLimits = [4 * hour, 24 * hour];

/** The limit that each stay is just below; of several, only if their lengths are the same. */
function renewalLimits(stays: readonly Stay[]): ReadonlyMap<Stay, number> {
  const limits = new Map<Stay, number>();
  const near = stays.flatMap((stay) => {
    if (!stay.span || stay.end !== 'left') return [];
    const length = stay.span.end - stay.span.start;
    const limit = renewedLimits.find((one) => length <= one && one - length <= beforeLimitMs);
    return limit === undefined ? [] : [{ stay, length, limit }];
  });
  for (const [limit, group] of Map.groupBy(near, ({ limit }) => limit)) {
    const lengths = group.map(({ length }) => length);
    if (max(lengths) - min(lengths) > sameLengthMs) continue;
    for (const { stay } of group) limits.set(stay, limit);
  }
  return limits;
}

// Not Math.max(...): too many arguments overflow the stack.
const max = (values: readonly number[]) => values.reduce((one, other) => Math.max(one, other));
const min = (values: readonly number[]) => values.reduce((one, other) => Math.min(one, other));
