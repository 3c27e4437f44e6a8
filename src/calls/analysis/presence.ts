import type { Lane } from './lanes.ts';
import type { Stay } from './stay.ts';

/** The number of people in the room from this time, in milliseconds since 1970, until the next step. */
export interface PresenceStep {
  readonly time: number;
  /** Participants as the API counts them: an identity with two connections counts twice. */
  readonly participants: number;
  /** Distinct identities. */
  readonly people: number;
}

/** The highest number at the same time, and when it was first reached. */
export interface Peak {
  readonly count: number;
  readonly time: number;
}

/** The number of people in the room over time. */
export interface Presence {
  readonly steps: readonly PresenceStep[];
  /** Undefined if nobody was in the room at a known time. */
  readonly peak: { readonly participants: Peak; readonly people: Peak } | undefined;
  /** Whether the peak includes a stay with an unknown end. */
  readonly peakUncertain: boolean;
}

interface Change {
  readonly time: number;
  readonly by: 1 | -1;
  readonly stay: Stay;
}

/**
 * The number of people over time, without those who did not get in. A leave counts before a join at the same time; a stay without length is
 * ignored; a present participant has no end. O(n log n).
 */
export function presenceOf(stays: readonly Stay[]): Presence {
  const changes: Change[] = [];
  for (const stay of stays) {
    if (!stay.span || stay.arrival === 'none') continue;
    const { start, end } = stay.span;
    if (stay.end !== 'present' && end <= start) continue;
    changes.push({ time: start, by: 1, stay });
    if (stay.end !== 'present') changes.push({ time: end, by: -1, stay });
  }
  changes.sort((a, b) => a.time - b.time);
  const steps: PresenceStep[] = [];
  const inLane = new Map<string, number>();
  let [participants, people, uncertain, peakUncertain] = [0, 0, 0, false];
  let peak: { participants: Peak; people: Peak } | undefined;
  for (const [index, { time, by, stay }] of changes.entries()) {
    const connections = (inLane.get(stay.lane) ?? 0) + by;
    inLane.set(stay.lane, connections);
    participants += by;
    if (by === 1 ? connections === 1 : connections === 0) people += by;
    if (stay.end === 'unknown') uncertain += by;
    if (changes[index + 1]?.time === time) continue;
    const last = steps.at(-1);
    if (last?.participants === participants && last.people === people) continue;
    steps.push({ time, participants, people });
    if (!peak || participants > peak.participants.count) peakUncertain = uncertain > 0;
    peak = {
      participants: higher(peak?.participants, { count: participants, time }),
      people: higher(peak?.people, { count: people, time }),
    };
  }
  return { steps, peak, peakUncertain };
}

function higher(one: Peak | undefined, other: Peak): Peak {
  return one && one.count >= other.count ? one : other;
}

/**
 * Whether it is certain that no two people were in the room at the same time: then all times are known. A stay
 * without length leaves it open.
 */
export function neverMet(people: readonly Lane[], { peak, peakUncertain }: Presence): boolean {
  const isKnown = ({ arrival, span, end }: Stay) =>
    arrival === 'none' || (span !== undefined && span.end > span.start && end !== 'unknown');
  return (
    people.length > 1 &&
    peak?.people.count === 1 &&
    !peakUncertain &&
    people.every(({ stays }) => stays.every(isKnown))
  );
}
