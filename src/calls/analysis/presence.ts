import type { Stay } from './stay.ts';

/** How many are in the room from this time, in milliseconds since 1970, until the next step. */
export interface PresenceStep {
  readonly time: number;
  /** Participants as the API counts them: an identity that is there twice counts twice. */
  readonly participants: number;
  /** Identities. */
  readonly people: number;
}

/** The most that were in the room at the same time, and when that was first so. */
export interface Peak {
  readonly count: number;
  readonly time: number;
}

export interface Presence {
  readonly steps: readonly PresenceStep[];
  /** Undefined where nobody was in the room at a known time. */
  readonly peak: { readonly participants: Peak; readonly people: Peak } | undefined;
  /** Whether the peak counts somebody of whom it is not known when they left. */
  readonly peakUncertain: boolean;
}

interface Change {
  readonly time: number;
  readonly by: 1 | -1;
  readonly stay: Stay;
}

/**
 * People over time. Who leaves in the instant in which another joins makes
 * place for them; a stay without length counts nobody; who is present has no
 * end. O(n log n).
 */
export function presenceOf(stays: readonly Stay[]): Presence {
  const changes: Change[] = [];
  for (const stay of stays) {
    if (!stay.span) continue;
    const { start, end } = stay.span;
    if (stay.end !== 'present' && end <= start) continue;
    changes.push({ time: start, by: 1, stay });
    if (stay.end !== 'present') changes.push({ time: end, by: -1, stay });
  }
  changes.sort((a, b) => a.time - b.time);
  const steps: PresenceStep[] = [];
  const inLane = new Map<string, number>();
  let [participants, people, unsure, peakUncertain] = [0, 0, 0, false];
  let most: { participants: Peak; people: Peak } | undefined;
  for (const [index, { time, by, stay }] of changes.entries()) {
    const there = (inLane.get(stay.lane) ?? 0) + by;
    inLane.set(stay.lane, there);
    participants += by;
    if (by === 1 ? there === 1 : there === 0) people += by;
    if (stay.end === 'unknown') unsure += by;
    if (changes[index + 1]?.time === time) continue;
    const last = steps.at(-1);
    if (last?.participants === participants && last.people === people) continue;
    steps.push({ time, participants, people });
    if (!most || participants > most.participants.count) peakUncertain = unsure > 0;
    most = {
      participants: higher(most?.participants, { count: participants, time }),
      people: higher(most?.people, { count: people, time }),
    };
  }
  return { steps, peak: most, peakUncertain };
}

function higher(one: Peak | undefined, other: Peak): Peak {
  return one && one.count >= other.count ? one : other;
}
