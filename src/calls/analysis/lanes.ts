import { type LaneKind, laneKindOf, namesClient } from './laneKind.ts';
import { codeOf, isEviction, outcomeOf } from './outcome.ts';
import { codeOfReason } from './reasonCodes.ts';
import type { RoomClock, Span } from './roomClock.ts';
import { type Arrival, placeStay, type Stay, type StayInput, untilRoomEnd } from './stay.ts';
import { staysAtTimeLimit } from './timeLimit.ts';

/** All stays of one identity in the room. A participant without an identity has its own lane. */
export interface Lane {
  /** Unique in the room. */
  readonly key: string;
  readonly identity: string | undefined;
  /** The label of the identity, see `Stay.name`. */
  readonly name: string;
  readonly kind: LaneKind;
  /** By join; stays without a time are last. */
  readonly stays: readonly Stay[];
  /** Whether the identity ever was in the room. */
  readonly entered: boolean;
  /** The number of rejoins after the first successful join. */
  readonly rejoins: number;
  /** Times with more than one connection of the identity. */
  readonly overlaps: readonly Span[];
}

/**
 * Two stays of one identity that overlap by no more than this, in milliseconds, do not count as an overlap:
 * some of the API's times are whole seconds.
 */
const touchToleranceMs = 1000;

/** What the stays of all lanes share. */
interface Context {
  readonly clock: RoomClock;
  /** The stays that were as long as the session limit, by key, with the limit. */
  readonly limited: ReadonlyMap<string, number>;
  /** Whether any participant's record names its client. */
  readonly namesClients: boolean;
}

/** One lane per identity, by first join. O(n log n). */
export function lanesOf(inputs: readonly StayInput[], clock: RoomClock): Lane[] {
  const context: Context = {
    clock,
    limited: staysAtTimeLimit(inputs, clock),
    namesClients: inputs.some(({ participant }) => namesClient(participant)),
  };
  const groups = new Map<string, StayInput[]>();
  for (const one of byJoin(inputs)) {
    const key = one.identity === undefined ? `sid:${one.key}` : `identity:${one.identity}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups].map(([key, group]) => laneOf(key, group, context));
}

function byJoin(inputs: readonly StayInput[]): StayInput[] {
  const at = ({ join }: StayInput) => join ?? Number.POSITIVE_INFINITY;
  // Ties are sorted by key: the API documents no order, and the texts must not depend on it.
  return [...inputs].sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a.key < b.key ? -1 : 1));
}

/** `group` is sorted by join. */
function laneOf(key: string, group: readonly StayInput[], context: Context): Lane {
  const placed = placeAll(group, context);
  const { arrivals, overlaps } = arrivalsOf(placed);
  const stays: Stay[] = [];
  let backAt: number | undefined;
  for (const [index, { input, ...stay }] of [...placed.entries()].reverse()) {
    const arrival = arrivals[index] ?? 'none';
    const { name, participant, doubtful } = input;
    stays.push({ key: input.key, lane: key, name, participant, ...stay, arrival, backAt, doubtful });
    if (arrival !== 'none' && stay.span) backAt = stay.span.start;
  }
  stays.reverse();
  return {
    key,
    identity: group[0]?.identity,
    name: group[0]?.name ?? '',
    kind: laneKindOf(
      group.map(({ participant }) => participant),
      context.namesClients,
    ),
    stays,
    entered: arrivals.some((arrival) => arrival !== 'none'),
    rejoins: arrivals.filter((arrival) => arrival === 'rejoin').length,
    overlaps,
  };
}

/** The stays of a lane, each with its place on the time axis and its outcome. */
function placeAll(group: readonly StayInput[], { clock, limited }: Context): readonly Placed[] {
  const evictions = group.filter(
    ({ present, participant, reason }) => !present && isEviction(participant.errorCode, reason),
  );
  const evictedAt = evictions.flatMap(({ leave }) => leave ?? []).sort((a, b) => a - b);
  return group.map((input, index): Placed => {
    const { span, end } = placeStay(input, group[index + 1]?.join, clock);
    const { reason, seconds, participant } = input;
    const sentCode = participant.errorCode;
    const evictedBefore = span && evictedAt.findLast((time) => time <= span.start + touchToleranceMs);
    const { outcome, recovered } = outcomeOf({
      ...{ sentCode, reason, end, span, seconds, clock, evictedBefore },
      evictedInLane: evictions.some((one) => one !== input),
      atTimeLimit: limited.has(input.key),
    });
    const errorCode = codeOf(sentCode, reason);
    const endCode = recovered ? codeOfReason(reason) : errorCode;
    const limitMs = limited.get(input.key);
    const placed = { input, end, outcome, recovered, errorCode, endCode, limitMs, endReason: reason };
    return { ...placed, span: wasInRoom({ ...placed, span }) ? untilRoomEnd(span, clock) : span };
  });
}

type Placed = Pick<
  Stay,
  'span' | 'end' | 'outcome' | 'recovered' | 'errorCode' | 'endCode' | 'limitMs' | 'endReason'
> & {
  readonly input: StayInput;
};

function arrivalsOf(placed: readonly Placed[]): { arrivals: Arrival[]; overlaps: Span[] } {
  const overlaps: Span[] = [];
  let inside: (Span & { readonly evicted: boolean }) | undefined;
  let before = false;
  const evicts = placed.some(({ outcome }) => outcome === 'evicted');
  const arrivals = placed.map((stay): Arrival => {
    if (!wasInRoom(stay)) return 'none';
    const { span } = stay;
    const first = !before;
    before = true;
    // Without times, the newcomer of an eviction.
    if (!span) return first ? 'first' : evicts ? 'duplicate' : 'rejoin';
    const overlapping = inside !== undefined && span.start < inside.end - touchToleranceMs;
    if (overlapping && inside) {
      overlaps.push({ start: span.start, end: Math.max(span.start, Math.min(span.end, inside.end)) });
    }
    // 53205 means another connection even if the times only touch.
    const evicting = inside?.evicted === true && span.start <= inside.end + touchToleranceMs;
    if (!inside || span.end >= inside.end) inside = { ...span, evicted: stay.outcome === 'evicted' };
    if (first) return 'first';
    return overlapping || evicting ? 'duplicate' : 'rejoin';
  });
  return { arrivals, overlaps: overlaps.filter(({ start, end }) => end - start > touchToleranceMs) };
}

/** Whether the participant was in the room, however briefly. */
function wasInRoom({ input, outcome, errorCode, recovered, span, end }: Placed): boolean {
  if (outcome === 'refused') return false;
  // The late request of an evicted client.
  if (outcome === 'evicted' && errorCode === 53204 && !recovered) return false;
  return (
    outcome !== 'left' || end !== 'left' || span === undefined || span.end > span.start || input.doubtful
  );
}
