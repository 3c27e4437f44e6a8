import type { RoomQuery } from '../../insights/client/insightsClient.ts';
import type { Page } from '../../insights/client/paging.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { RoomSource } from '../model/storeState.ts';
import { type Gap, lengthOf, newestFirst, type Slice, withGap, without } from '../model/timeSlice.ts';
import { remainderWithin, requestedSlice } from './openEnd.ts';
import type { RoomRate } from './roomRate.ts';
import { resumable, type Started, type WaitingSlice } from './waitingSlice.ts';

/** The API's maximum page size. */
const fullPage = 1000;
/** Target size of a slice if there are lanes for all: less than a page, as the estimate may be wrong. */
const roomsPerSlice = { known: 900, guessed: 600 };
/** If this many rooms are in no order, more will not be, and checking all after each page takes long. */
const maxToJudge = 5 * fullPage;
/** After this many consecutive failures, the remaining slices are not tried. */
const maxFailures = 3;

export interface WindowListingOptions {
  readonly source: Pick<RoomSource, 'listRooms'>;
  readonly query: RoomQuery;
  /** True for a window that reaches to now: rooms created after its end are listed too. */
  readonly openEnd: boolean;
  /** Number of slices that are fetched concurrently. */
  readonly lanes: number;
  /** Estimates how many rooms a slice holds; learns from each listed slice. */
  readonly rate: RoomRate;
  /** Called with each page as it arrives, in no particular order. Rows may arrive twice. */
  readonly onPage: (page: Page<Room>) => void;
  /** Number of distinct rooms received. */
  readonly count: () => number;
}

/**
 * Lists the rooms of a window. The pages of one query must be followed one after the other, but slices of the
 * window are independent: if the first page is not all, the rest is cut into slices that are fetched
 * concurrently, newest first. A small account costs one request.
 */
export class WindowListing {
  readonly #options: WindowListingOptions;
  /** Slices that are not requested yet, newest first. */
  #waiting: WaitingSlice[];
  /** Expected number of rooms of each slice in flight. */
  readonly #running = new Map<Slice, number>();
  /** One for each slice in flight. */
  readonly #lanes = new Set<Promise<void>>();
  #gaps: Gap[] = [];
  #covered = 0;
  /** Failures since the last success. */
  #failures = 0;
  /** The error of the latest failure. */
  #lastError: unknown;

  constructor(options: WindowListingOptions) {
    this.#options = options;
    const { createdAfter: after, createdBefore: before } = options.query;
    this.#waiting = [{ after, before }];
  }

  /** How much of the window has been loaded, 0 to 1. */
  get share(): number {
    const { createdAfter: after, createdBefore: before } = this.#options.query;
    return before > after ? Math.min(1, this.#covered / (before - after)) : 1;
  }

  /** Parts of the window that could not be loaded, newest first. */
  get gaps(): readonly Gap[] {
    return this.#gaps;
  }

  /** Parts of the window that have not been requested yet, newest first. */
  get left(): readonly Slice[] {
    return this.#waiting;
  }

  /** Parts of the window that may lack rooms: not requested, in flight, or failed. */
  get unlisted(): readonly Slice[] {
    return [...this.#waiting, ...this.#running.keys(), ...this.#gaps];
  }

  /** Estimated number of rooms in the parts that have not been requested yet. */
  get expectedLeft(): number {
    const { rate } = this.#options;
    return Math.round(this.#waiting.reduce((sum, slice) => sum + rate.expect(slice), 0));
  }

  /** Queues the gaps again, so that `run` retries them. */
  retryGaps(): void {
    for (const { after, before } of this.#gaps) this.#enqueue({ after, before });
    this.#gaps = [];
  }

  /**
   * Runs until about `enough` rooms have been received or the window is complete, newest first. Starts no
   * request if the rooms received and those in flight will be enough. Failed slices are in `gaps` afterwards.
   * @throws the signal's reason; slices in flight count as not loaded then
   */
  async run(enough: number, signal: AbortSignal): Promise<void> {
    const running = this.#lanes;
    const { lanes } = this.#options;
    // Those of a cancelled run put their slices back when their requests have ended.
    if (running.size > 0) await Promise.all(running);
    signal.throwIfAborted();
    this.#waiting = this.#waiting.map(resumable);
    this.#failures = 0;
    for (;;) {
      while (running.size < lanes && this.#failures < maxFailures) {
        const slice = this.#next(enough, lanes - running.size);
        if (!slice) break;
        const lane = this.#load(slice, enough, signal).finally(() => running.delete(lane));
        running.add(lane);
      }
      if (running.size === 0) break;
      await Promise.race(running);
      // All of them, so that what was in flight waits again when the listing says that it was cancelled.
      if (signal.aborted) await Promise.all(running);
      signal.throwIfAborted();
    }
    if (this.#failures >= maxFailures) this.#giveUp();
  }

  /**
   * The next slice to request; undefined if nothing is left, or if enough rooms have been received or are in
   * flight.
   * @param free number of idle lanes
   */
  #next(enough: number, free: number): WaitingSlice | undefined {
    const { count } = this.#options;
    const wanted = enough - count() - this.#expectedInFlight;
    if (wanted <= 0) return undefined;
    this.#splitNewest(wanted);
    const newest = this.#newestWaiting(wanted);
    if (newest.length < free) this.#divide(newest, free);
    return this.#waiting.shift();
  }

  /** Expected number of rooms in flight. */
  get #expectedInFlight(): number {
    return [...this.#running.values()].reduce((sum, rooms) => sum + rooms, 0);
  }

  /** If the newest slice holds many more rooms than wanted, only its newest part is requested. */
  #splitNewest(wanted: number): void {
    const { rate } = this.#options;
    const [slice] = this.#waiting;
    if (!slice || slice.started || rate.expect(slice) <= Math.max(fullPage, 1.2 * wanted)) return;
    const parts = rate.split(slice, Math.max(wanted, fullPage));
    if (parts.length > 1) this.#waiting.splice(0, 1, ...parts);
  }

  /** The newest waiting slices that together hold about `wanted` rooms. */
  #newestWaiting(wanted: number): WaitingSlice[] {
    const { rate } = this.#options;
    let expected = 0;
    const count = this.#waiting.findIndex((slice) => {
      const before = expected;
      expected += rate.expect(slice);
      return before > 0 && expected > 1.2 * wanted;
    });
    return this.#waiting.slice(0, count < 0 ? undefined : count);
  }

  /**
   * Cuts the largest of some slices, so that idle lanes get work: into slices of a page if their number of
   * rooms is known, else into as many as there are lanes, because full pages waste nothing, however many
   * there are.
   */
  #divide(slices: readonly WaitingSlice[], free: number): void {
    const { rate } = this.#options;
    const known = slices.every((slice) => rate.knows(slice));
    for (let pieces = slices.length, rest = [...slices]; rest.length > 0; ) {
      const largest = rest.reduce((one, other) => (rate.expect(other) > rate.expect(one) ? other : one));
      rest = rest.filter((slice) => slice !== largest);
      const expected = rate.expect(largest);
      if (largest.started || expected <= fullPage) continue;
      const pages = Math.ceil(expected / (known ? roomsPerSlice.known : roomsPerSlice.guessed));
      const parts = rate.cut(largest, known ? pages : Math.min(pages, free - pieces + 1));
      this.#waiting.splice(this.#waiting.indexOf(largest), 1, ...parts);
      pieces += parts.length - 1;
    }
  }

  async #load(slice: WaitingSlice, enough: number, signal: AbortSignal): Promise<void> {
    const { rate, count, onPage } = this.#options;
    // If the number of rooms is unknown, the page may be full.
    this.#running.set(slice, rate.knows(slice) ? Math.min(fullPage, rate.expect(slice)) : fullPage);
    const started = slice.started ?? this.#start(slice, signal);
    const { pages, created } = started;
    try {
      for (let next = await pages.next(); !next.done; next = await pages.next()) {
        signal.throwIfAborted();
        onPage(next.value);
        created.push(...next.value.items.map((room) => room.created));
        if (!next.value.more) continue;
        const requested = requestedSlice(slice, this.#options);
        const rest = created.length <= maxToJudge && remainderWithin(slice, requested, created);
        if (rest) {
          void pages.return();
          this.#enqueue({ ...rest });
          this.#done(without(slice, rest), created);
          return;
        }
        if (count() >= enough) {
          this.#enqueue({ ...slice, started });
          return;
        }
      }
      this.#done(slice, created);
    } catch (error) {
      if (signal.aborted) this.#enqueue({ after: slice.after, before: slice.before });
      else this.#failed(slice, error);
    } finally {
      this.#running.delete(slice);
    }
  }

  #start(slice: Slice, signal: AbortSignal): Started {
    const { source, query } = this.#options;
    const { after, before } = requestedSlice(slice, this.#options);
    const part = { ...query, createdAfter: after, createdBefore: before };
    return { pages: source.listRooms(part, signal), created: [], signal };
  }

  #done(slice: Slice, created: Started['created']): void {
    this.#options.rate.learn(
      slice,
      created.filter((time) => time !== undefined),
    );
    this.#covered += lengthOf(slice);
    this.#failures = 0;
  }

  #failed({ after, before }: Slice, error: unknown): void {
    this.#failures++;
    this.#lastError = error;
    this.#gaps = withGap(this.#gaps, { after, before, error });
  }

  /** The service does not answer: the remaining slices become gaps without a request each. */
  #giveUp(): void {
    const error = this.#lastError;
    for (const { after, before } of this.#waiting.splice(0)) {
      this.#gaps = withGap(this.#gaps, { after, before, error });
    }
  }

  #enqueue(slice: WaitingSlice): void {
    this.#waiting = [...this.#waiting, slice].sort(newestFirst);
  }
}
