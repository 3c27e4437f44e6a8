import {
  addOutcomes,
  countOutcomes,
  type OutcomeCounts,
  type Rated,
} from '../../calls/analysis/outcomeCounts.ts';
import type { Severity } from '../../calls/findings/common/severity.ts';
import type { Room } from '../../insights/resources/room.ts';
import { type CallTally, type FailedFacet, failedFacets } from '../filter/callTally.ts';
import { binOf, durationBins, sizeBins } from './bins.ts';
import { type RoomFigures, secondsAt } from './roomFigures.ts';
import { bucketOf, type TimeBuckets } from './timeBuckets.ts';

/** A room with the inputs of its count. */
export interface CountedRoom {
  readonly room: Room;
  readonly figures: RoomFigures;
  /** From its participants; undefined if they are not known. */
  readonly call: { readonly worst: Severity | undefined; readonly tally: CallTally } | undefined;
  /** Requests needed to bring its participants up to date; 0 if they are. */
  readonly requests: number;
  /** Whether it matches the filter. */
  readonly matches: boolean;
}

/** Counts of the rooms created in one time bucket. */
export interface TimeCount {
  rooms: number;
  participants: number;
  /** Rooms whose participants are known. */
  known: number;
  /** Known rooms with problems. */
  problems: number;
  /** Participants of the known rooms, and how many of them failed. */
  knownParticipants: number;
  failed: number;
}

/** Statistics of the loaded rooms. */
export class OverviewCounts {
  readonly buckets: TimeBuckets;
  /** One per bucket. */
  readonly times: readonly TimeCount[];
  readonly durations = durationBins.map(() => 0);
  readonly sizes = sizeBins.map(() => 0);
  readonly endReasons = new Map<string, number>();
  readonly codes = new Map<string, { participants: number; rooms: number }>();
  readonly by: Readonly<Record<FailedFacet, Map<string, Rated>>>;
  rooms = 0;
  live = 0;
  /** Rooms that match the filter. */
  matching = 0;
  /** Participants of all rooms whose number of participants is known. */
  participants = 0;
  /** Rooms without a known creation time in the window. */
  untimed = 0;
  /** Rooms without an end reason: those that have ended, and those in progress. */
  withoutReason = 0;
  liveWithoutReason = 0;
  withoutDuration = 0;
  withoutSize = 0;
  /** Rooms whose participants are known; of these, rooms by their most severe finding. */
  known = 0;
  errors = 0;
  warnings = 0;
  /** Of the known participants. */
  outcomes: OutcomeCounts = countOutcomes([]);
  /** Rooms whose participants are out of date: never loaded, failed, or changed since. */
  readonly outdated: Room[] = [];
  /** Of these, rooms whose participants are not known, and rooms that have changed since they were. */
  toLoad = 0;
  changed = 0;
  requests = 0;
  readonly #seconds: number[] = [];
  #sorted: Float64Array | undefined;
  readonly #now: number;

  /** @param now milliseconds since 1970; the duration of live rooms is measured up to it */
  constructor(buckets: TimeBuckets, now: number) {
    this.buckets = buckets;
    this.#now = now;
    this.times = Array.from({ length: buckets.count }, () => ({
      rooms: 0,
      participants: 0,
      known: 0,
      problems: 0,
      knownParticipants: 0,
      failed: 0,
    }));
    this.by = {
      failedSdk: new Map(),
      failedBrowser: new Map(),
      failedPlatform: new Map(),
      failedEdge: new Map(),
      failedRegion: new Map(),
    };
  }

  /** In seconds; undefined if no room has a duration. */
  get medianDuration(): number | undefined {
    this.#sorted ??= Float64Array.from(this.#seconds).sort();
    const middle = this.#sorted.length >> 1;
    const upper = this.#sorted[middle];
    if (upper === undefined || this.#sorted.length % 2 === 1) return upper;
    return ((this.#sorted[middle - 1] ?? upper) + upper) / 2;
  }

  /** Error codes with their counts, the most participants first. */
  mostCommonCodes(): [code: string, count: { readonly participants: number; readonly rooms: number }][] {
    return [...this.codes].sort(
      ([a, one], [b, other]) =>
        other.participants - one.participants || other.rooms - one.rooms || Number(a) - Number(b),
    );
  }

  /** Counts one more room. */
  add(counted: CountedRoom): void {
    const { room, figures, call, requests, matches } = counted;
    this.rooms++;
    if (figures.live) this.live++;
    if (matches) this.matching++;
    this.#addShape(figures);
    this.#addTime(counted);
    if (call) this.#addCall(call);
    if (requests > 0) this.outdated.push(room);
    if (requests > 0 && call) this.changed++;
    else if (requests > 0) this.toLoad++;
    this.requests += requests;
  }

  #addShape(figures: RoomFigures): void {
    const { participants, live, endReason } = figures;
    const seconds = secondsAt(figures, this.#now);
    if (seconds !== undefined) this.#seconds.push(seconds);
    this.#sorted = undefined;
    if (seconds === undefined) this.withoutDuration++;
    else countIn(this.durations, binOf(durationBins, seconds));
    if (participants === undefined) this.withoutSize++;
    else countIn(this.sizes, binOf(sizeBins, participants));
    this.participants += participants ?? 0;
    if (endReason !== undefined) this.endReasons.set(endReason, (this.endReasons.get(endReason) ?? 0) + 1);
    else if (live) this.liveWithoutReason++;
    else this.withoutReason++;
  }

  #addTime({ figures, call }: CountedRoom): void {
    const { created, participants = 0 } = figures;
    const index = created === undefined ? undefined : bucketOf(this.buckets, created);
    const time = index === undefined ? undefined : this.times[index];
    if (!time) {
      this.untimed++;
      return;
    }
    time.rooms++;
    time.participants += participants;
    if (!call) return;
    time.known++;
    time.knownParticipants += participants;
    time.failed += call.tally.outcomes.failed;
    if (call.worst === 'error' || call.worst === 'warning') time.problems++;
  }

  #addCall({ worst, tally }: NonNullable<CountedRoom['call']>): void {
    this.known++;
    if (worst === 'error') this.errors++;
    if (worst === 'warning') this.warnings++;
    this.outcomes = addOutcomes(this.outcomes, tally.outcomes);
    for (const [code, participants] of tally.codes) {
      const count = this.codes.get(code) ?? { participants: 0, rooms: 0 };
      this.codes.set(code, { participants: count.participants + participants, rooms: count.rooms + 1 });
    }
    for (const facet of failedFacets) {
      const values = this.by[facet];
      for (const [value, { all, failed }] of tally.by[facet]) {
        const sum = values.get(value) ?? { all: 0, failed: 0 };
        values.set(value, { all: sum.all + all, failed: sum.failed + failed });
      }
    }
  }
}

function countIn(bins: number[], bin: number): void {
  const count = bins[bin];
  if (count !== undefined) bins[bin] = count + 1;
}
