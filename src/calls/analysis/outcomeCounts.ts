import type { Stay } from './stay.ts';

/** Ends of stays that are counted, in the order of display. All but `removed` are failures. */
export const countedOutcomes = ['dropped', 'refused', 'evicted', 'timeLimit', 'removed'] as const;
export type CountedOutcome = (typeof countedOutcomes)[number];

type EndedStay = Pick<Stay, 'outcome' | 'arrival'>;

/** A number of stays, and how many of them failed, see `isFailure`. */
export interface Rated {
  readonly all: number;
  readonly failed: number;
}

/** How many stays ended in which way. Each stay counts, as in Twilio's number of participants. */
export interface OutcomeCounts extends Rated, Readonly<Record<CountedOutcome, number>> {}

/**
 * Counts stays by their outcome. The only place that counts: the summary, the comparison, the overview, the filter
 * and the report have their numbers from here, so that "dropped" is the same number in all of them.
 */
export function countOutcomes(stays: Iterable<EndedStay>): OutcomeCounts {
  const counts = { all: 0, failed: 0, dropped: 0, refused: 0, evicted: 0, timeLimit: 0, removed: 0 };
  for (const stay of stays) {
    counts.all++;
    const outcome = countedOutcome(stay);
    if (outcome) counts[outcome]++;
    if (isFailure(stay)) counts.failed++;
  }
  return counts;
}

/** The sum of two counts. */
export function addOutcomes(one: OutcomeCounts, other: OutcomeCounts): OutcomeCounts {
  return {
    all: one.all + other.all,
    failed: one.failed + other.failed,
    dropped: one.dropped + other.dropped,
    refused: one.refused + other.refused,
    evicted: one.evicted + other.evicted,
    timeLimit: one.timeLimit + other.timeLimit,
    removed: one.removed + other.removed,
  };
}

/**
 * The outcome as which a stay counts; undefined for the others. The late request (53204) of a client that was evicted
 * is not another eviction.
 */
export function countedOutcome({ outcome, arrival }: EndedStay): CountedOutcome | undefined {
  if (outcome === 'evicted' && arrival === 'none') return undefined;
  return countedOutcomes.find((one) => one === outcome);
}

/**
 * Whether a stay failed: it ended, or did not begin, against the participant's will. A request to the API (`removed`)
 * is no failure, nor is the late request of a client that was evicted, see `countedOutcome`. The only definition: what
 * is red, or comes first, is what is counted.
 */
export function isFailure(stay: EndedStay): boolean {
  const outcome = countedOutcome(stay);
  return outcome !== undefined && outcome !== 'removed';
}
