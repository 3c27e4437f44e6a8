import { outcomeOf } from './outcome.ts';
import type { RoomClock, Span } from './roomClock.ts';
import { type Arrival, placeStay, type Stay, type StayInput } from './stay.ts';

/** Everything that one identity did in the room. Who has no identity has a lane per participant. */
export interface Lane {
  /** Tells the lane from others in its room. */
  readonly key: string;
  readonly identity: string | undefined;
  /** The identity for people, or the SID. */
  readonly name: string;
  /** By join; stays without a time come last. */
  readonly stays: readonly Stay[];
  /** Whether the identity ever got in. */
  readonly entered: boolean;
  /** How often it came back after it had been in. */
  readonly rejoins: number;
  /** When it was in the room more than once at the same time. */
  readonly overlaps: readonly Span[];
}

/**
 * Two stays of one identity that touch by this much, in milliseconds, are no
 * overlap: some of the API's times are whole seconds.
 */
const touchMs = 1000;

/** One lane per identity, in the order of their first joins. O(n log n). */
export function lanesOf(facts: readonly StayInput[], clock: RoomClock): Lane[] {
  const groups = new Map<string, StayInput[]>();
  for (const one of byJoin(facts)) {
    const key = one.identity === undefined ? `sid:${one.key}` : `identity:${one.identity}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups].map(([key, group]) => laneOf(key, group, clock));
}

function byJoin(facts: readonly StayInput[]): StayInput[] {
  const at = ({ join }: StayInput) => join ?? Number.POSITIVE_INFINITY;
  // Who joined at the same time comes by key: the API documents no order, and the words must not depend on it.
  return [...facts].sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a.key < b.key ? -1 : 1));
}

/** `group` is in the order of joining. */
function laneOf(key: string, group: readonly StayInput[], clock: RoomClock): Lane {
  const codes = group.map(({ participant }) => participant.errorCode);
  const evictedInLane = group.some(({ present }, index) => codes[index] === 53205 && !present);
  const placed = group.map((facts, index) => {
    const { span, end } = placeStay(facts, group[index + 1]?.join, clock);
    const code = codes[index];
    const reason = facts.participant.read('end_reason') || undefined;
    const outcome = outcomeOf({ code, reason, end, span, roomEnded: clock.ended, evictedInLane });
    return { facts, span, end, outcome, code, reason };
  });
  const { arrivals, overlaps } = arrivalsOf(placed);
  const stays: Stay[] = [];
  let backAt: number | undefined;
  for (const [index, { facts, span, end, outcome, code, reason }] of [...placed.entries()].reverse()) {
    const arrival = arrivals[index] ?? 'none';
    stays.push({
      key: facts.key,
      lane: key,
      name: facts.name,
      participant: facts.participant,
      ...{ span, end, outcome, errorCode: code, endReason: reason, arrival, backAt },
      doubtful: facts.doubtful,
    });
    if (arrival !== 'none' && span) backAt = span.start;
  }
  stays.reverse();
  return {
    key,
    identity: group[0]?.identity,
    name: group[0]?.name ?? '',
    stays,
    entered: arrivals.some((arrival) => arrival !== 'none'),
    rejoins: arrivals.filter((arrival) => arrival === 'rejoin').length,
    overlaps,
  };
}

type Placed = Pick<Stay, 'span' | 'end' | 'outcome'> & { readonly code: number | undefined };

function arrivalsOf(placed: readonly Placed[]): { arrivals: Arrival[]; overlaps: Span[] } {
  const overlaps: Span[] = [];
  let inside: (Span & { readonly evicted: boolean }) | undefined;
  let before = false;
  const arrivals = placed.map((stay): Arrival => {
    if (!gotIn(stay)) return 'none';
    const { span } = stay;
    const first = !before;
    before = true;
    if (!span) return first ? 'first' : 'rejoin';
    const overlapping = inside !== undefined && span.start < inside.end - touchMs;
    if (overlapping && inside) {
      overlaps.push({ start: span.start, end: Math.max(span.start, Math.min(span.end, inside.end)) });
    }
    // 53205 tells of a newcomer even where the times only touch.
    const evicting = inside?.evicted === true && span.start <= inside.end + touchMs;
    if (!inside || span.end >= inside.end) inside = { ...span, evicted: stay.code === 53205 };
    if (first) return 'first';
    return overlapping || evicting ? 'duplicate' : 'rejoin';
  });
  return { arrivals, overlaps: overlaps.filter(({ start, end }) => end - start > touchMs) };
}

/** Whether the participant was in the room at all, if only for a moment. */
function gotIn({ outcome, code, span, end }: Placed): boolean {
  if (outcome === 'refused' || code === 53204) return false;
  return outcome !== 'left' || end !== 'left' || span === undefined || span.end > span.start;
}
