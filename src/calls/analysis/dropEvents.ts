import { second } from '../../async/durations.ts';
import type { Room } from '../../insights/resources/room.ts';
import { isLossCode, isMediaLoss } from './codeFamilies.ts';
import type { Evictions } from './evictions.ts';
import type { Span } from './roomClock.ts';
import { isDirect } from './roomType.ts';
import type { Stay } from './stay.ts';

/** Several people whose stays broke off together. */
export interface DropEvent {
  /**
   * `together`: within seconds. `twoEnds`: the two ends of a connection in a room where clients send media to each
   * other: when one is lost, the other's connection fails too (twilio/twilio-video.js#1725, #1698).
   */
  readonly kind: 'together' | 'twoEnds';
  /** One stay of each person, by end. */
  readonly stays: readonly Stay[];
  /** From the first end to the last. */
  readonly span: Span;
  /** How many people were in the room just before. */
  readonly present: number;
}

/** In a room with direct connections: a stay that broke off because the other end had left. */
export interface FollowUp {
  readonly stay: Stay;
  /** The one whose leave it followed. */
  readonly after: Stay;
}

/** The events of a call, and what follows from a leave. */
export interface DropEvents {
  readonly events: readonly DropEvent[];
  readonly followUps: readonly FollowUp[];
}

/** Ends of one event are no further apart from the one before, in milliseconds… */
const togetherGapMs = 3 * second;
/** …and the whole event is no longer. */
const togetherMs = 10 * second;
/** From this number of people with one code within `togetherGapMs`, also if most of the others stay. */
const minOfMany = 3;
/** Twilio notices a lost client up to 45 s later; the other end of its connection can notice it at once. */
const twoEndsMs = 60 * second;

/** An end with its time. */
interface End {
  readonly stay: Stay;
  readonly time: number;
}

/**
 * Drops of several people that are one event. Silent where those who dropped are less than half of the people in the
 * room, unless at least three had the same code within seconds: with many drops some fall together by chance.
 */
export function dropEventsOf(
  room: Room,
  stays: readonly Stay[],
  evictions: readonly Evictions[],
): DropEvents {
  const unseen = new Set(evictions.filter(({ kind }) => kind === 'unseen').flatMap((one) => one.stays));
  const ends = stays
    .filter((stay) => stay.outcome === 'dropped' || unseen.has(stay))
    .flatMap((stay): End[] =>
      stay.span && stay.end === 'left' && !stay.doubtful ? [{ stay, time: stay.span.end }] : [],
    )
    .sort((a, b) => a.time - b.time);
  const direct = isDirect(room);
  const followUps = direct ? followUpsOf(ends, stays) : [];
  const taken = new Set(followUps.map(({ stay }) => stay));
  const events: DropEvent[] = [];
  const add = (group: readonly End[], kind: DropEvent['kind']) => {
    // Of a person with two connections, the last one that ended.
    const last = new Map(group.map((end) => [end.stay.lane, end]));
    const [first] = group;
    if (!first || last.size < 2) return;
    const present = presentAt(stays, first.time);
    if (last.size < present / 2 && !(kind === 'together' && isBurst(group))) return;
    const span = { start: first.time, end: group.at(-1)?.time ?? first.time };
    events.push({ kind, stays: [...last.values()].map(({ stay }) => stay), span, present });
    for (const { stay } of group) taken.add(stay);
  };
  for (const end of direct ? ends : []) if (!taken.has(end.stay)) add(otherEnds(end, ends, taken), 'twoEnds');
  const left = ends.filter(({ stay }) => !taken.has(stay));
  for (let start = 0; start < left.length; ) {
    const group = groupFrom(left, start);
    add(group, 'together');
    start += group.length;
  }
  return { events: events.sort((a, b) => a.span.start - b.span.start), followUps };
}

/** At least three people with the same code within seconds. */
function isBurst(group: readonly End[]): boolean {
  const [first, last] = [group[0], group.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    last.time - first.time <= togetherGapMs &&
    new Set(group.map(({ stay }) => stay.lane)).size >= minOfMany &&
    new Set(group.map(({ stay }) => stay.endCode)).size === 1
  );
}

/**
 * An end and those of the people whose connection to it failed with it. At least one of them is a failure of media:
 * losses of signaling alone are between each client and Twilio.
 */
function otherEnds(end: End, ends: readonly End[], taken: ReadonlySet<Stay>): readonly End[] {
  if (!isLossCode(end.stay.endCode)) return [];
  const others = ends.filter(
    (one) =>
      !taken.has(one.stay) &&
      isLossCode(one.stay.endCode) &&
      one.time >= end.time &&
      one.time - end.time <= twoEndsMs &&
      met(one.stay, end.stay),
  );
  const group = [end, ...others];
  return group.some(({ stay }) => isMediaLoss(stay.endCode)) ? group : [];
}

function followUpsOf(ends: readonly End[], stays: readonly Stay[]): FollowUp[] {
  return ends.flatMap((end) => {
    const after = isMediaLoss(end.stay.endCode) ? leaverBefore(end, stays) : undefined;
    return after && !isConnected(end, ends, stays) ? [{ stay: end.stay, after }] : [];
  });
}

/** Whether somebody stayed on with whom the connection would have gone on. */
function isConnected({ stay, time }: End, ends: readonly End[], stays: readonly Stay[]): boolean {
  const lost = new Set(
    ends.filter((one) => Math.abs(one.time - time) <= twoEndsMs).map((one) => one.stay.lane),
  );
  return stays.some(
    ({ lane, arrival, span }) =>
      lane !== stay.lane &&
      arrival !== 'none' &&
      !lost.has(lane) &&
      span !== undefined &&
      span.start < time &&
      span.end > time + togetherGapMs,
  );
}

/** The ends from an index on that belong together. */
function groupFrom(ends: readonly End[], start: number): readonly End[] {
  const first = ends[start]?.time ?? 0;
  const next = ends.findIndex(
    ({ time }, index) =>
      index > start && (time - (ends[index - 1]?.time ?? 0) > togetherGapMs || time - first > togetherMs),
  );
  return ends.slice(start, next < 0 ? undefined : next);
}

/** The number of people in the room just before a time. */
function presentAt(stays: readonly Stay[], time: number): number {
  const inside = stays.filter(
    ({ arrival, span }) => arrival !== 'none' && span && span.start < time && span.end >= time,
  );
  return new Set(inside.map(({ lane }) => lane)).size;
}

function met(one: Stay, other: Stay): boolean {
  const [a, b] = [one.span, other.span];
  return one.lane !== other.lane && a !== undefined && b !== undefined && a.start < b.end && b.start < a.end;
}

/** The last one who had left normally or had been removed shortly before a connection was lost. */
function leaverBefore({ stay, time }: End, stays: readonly Stay[]): Stay | undefined {
  const leavers = stays.filter(
    (one) =>
      (one.outcome === 'left' || one.outcome === 'removed') &&
      one.end === 'left' &&
      met(one, stay) &&
      one.span !== undefined &&
      one.span.end <= time &&
      time - one.span.end <= twoEndsMs,
  );
  return leavers.sort((a, b) => (b.span?.end ?? 0) - (a.span?.end ?? 0))[0];
}
