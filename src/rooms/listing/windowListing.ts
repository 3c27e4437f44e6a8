import type { RoomQuery } from '../../insights/client/insightsClient.ts';
import type { Page } from '../../insights/client/paging.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { RoomSource } from '../model/storeState.ts';
import { type Gap, lengthOf, newestFirst, type Slice, withGap, without } from '../model/timeSlice.ts';
import { remainderOf } from './remainderOf.ts';
import type { RoomRate } from './roomRate.ts';

/** The API's largest page. */
const fullPage = 1000;
/** Rooms that a slice should hold where there are lanes for all: less than a page, for the estimate may be wrong. */
const roomsPerSlice = { known: 900, guessed: 600 };
/** Where so many rooms have shown no order, more will not: looking at all of them with each page takes long. */
const maxToJudge = 5 * fullPage;
/** So many failures in a row, and the rest is not tried. */
const maxFailures = 3;

/** A slice whose pages are followed in turn, as far as it has come. */
interface Started {
  readonly pages: AsyncGenerator<Page<Room>, void, undefined>;
  /** Times of creation of the rooms that have come; undefined where one has none. */
  readonly created: (number | undefined)[];
}

interface Waiting extends Slice {
  readonly started?: Started;
}

export interface WindowListingOptions {
  readonly source: Pick<RoomSource, 'listRooms'>;
  readonly query: RoomQuery;
  /** Slices that are fetched at the same time. */
  readonly lanes: number;
  /** What is known of when rooms are created; learns from what comes. */
  readonly rhythm: RoomRate;
  /** Called with each page as it comes, in no order. Rows may come twice. */
  readonly onPage: (page: Page<Room>) => void;
  /** How many different rooms have come. */
  readonly count: () => number;
}

/**
 * Lists the rooms of a window. Within a query the API's pages must be followed
 * in turn, but slices of the window do not depend on each other: where the
 * first page is not all, the rest is cut into slices that are fetched
 * concurrently, the newest first. A small account costs one request.
 */
export class WindowListing {
  readonly #options: WindowListingOptions;
  /** What is to come, the newest first. */
  #waiting: Waiting[];
  /** How many rooms are expected of the slices that are on their way. */
  readonly #running = new Map<Slice, number>();
  #gaps: Gap[] = [];
  #covered = 0;
  /** Failures since the last success. */
  #failures = 0;

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

  /** Parts of the window that could not be loaded, the newest first. */
  get gaps(): readonly Gap[] {
    return this.#gaps;
  }

  /** Parts of the window that have not been asked for yet, the newest first. */
  get left(): readonly Slice[] {
    return this.#waiting;
  }

  /** Parts of the window of which rooms may be missing: not asked for, on their way, or failed. */
  get unlisted(): readonly Slice[] {
    return [...this.#waiting, ...this.#running.keys(), ...this.#gaps];
  }

  /** About how many rooms the parts that are left hold. */
  get expectedLeft(): number {
    const { rhythm } = this.#options;
    return Math.round(this.#waiting.reduce((sum, slice) => sum + rhythm.expect(slice), 0));
  }

  /** Puts the gaps among what is to come, so that `run` tries them again. */
  retryGaps(): void {
    for (const { after, before } of this.#gaps) this.#await({ after, before });
    this.#gaps = [];
  }

  /**
   * Goes on until about `enough` rooms have come or the window is whole; the
   * newest come first. Nothing is begun where what has come and what is on its
   * way will be enough. What failed is a gap afterwards.
   * @throws the signal's reason; what was on its way is left then
   */
  async run(enough: number, signal: AbortSignal): Promise<void> {
    const running = new Set<Promise<void>>();
    const { lanes } = this.#options;
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
      signal.throwIfAborted();
    }
    if (this.#failures >= maxFailures) this.#giveUp();
  }

  /**
   * The next slice to ask for; undefined where nothing is left, or enough rooms are here or on their way.
   * @param free lanes that have nothing to do
   */
  #next(enough: number, free: number): Waiting | undefined {
    const { count } = this.#options;
    const wanted = enough - count() - this.#coming;
    if (wanted <= 0) return undefined;
    this.#leaveBeyond(wanted);
    const soon = this.#within(wanted);
    if (soon.length < free) this.#divide(soon, free);
    return this.#waiting.shift();
  }

  /** About how many rooms are on their way. */
  get #coming(): number {
    return [...this.#running.values()].reduce((sum, rooms) => sum + rooms, 0);
  }

  /** Where the newest slice holds many more rooms than are wanted, only the newest part of it is asked for. */
  #leaveBeyond(wanted: number): void {
    const { rhythm } = this.#options;
    const [slice] = this.#waiting;
    if (!slice || slice.started || rhythm.expect(slice) <= Math.max(fullPage, 1.2 * wanted)) return;
    const parts = rhythm.split(slice, Math.max(wanted, fullPage));
    if (parts.length > 1) this.#waiting.splice(0, 1, ...parts);
  }

  /** The newest slices that are left, as many as hold about the rooms that are wanted. */
  #within(wanted: number): Waiting[] {
    const { rhythm } = this.#options;
    let expected = 0;
    const count = this.#waiting.findIndex((slice) => {
      const before = expected;
      expected += rhythm.expect(slice);
      return before > 0 && expected > 1.2 * wanted;
    });
    return this.#waiting.slice(0, count < 0 ? undefined : count);
  }

  /**
   * Cuts the largest of some slices, so that lanes that would stand idle have something to do. Into slices of a page
   * where it is known what they hold; else into as many as there are lanes: full pages waste nothing, however many.
   */
  #divide(slices: readonly Waiting[], free: number): void {
    const { rhythm } = this.#options;
    const known = slices.every((slice) => rhythm.knows(slice));
    for (let pieces = slices.length, rest = [...slices]; rest.length > 0; ) {
      const largest = rest.reduce((one, other) => (rhythm.expect(other) > rhythm.expect(one) ? other : one));
      rest = rest.filter((slice) => slice !== largest);
      const expected = rhythm.expect(largest);
      if (largest.started || expected <= fullPage) continue;
      const pages = Math.ceil(expected / (known ? roomsPerSlice.known : roomsPerSlice.guessed));
      const parts = rhythm.cut(largest, known ? pages : Math.min(pages, free - pieces + 1));
      this.#waiting.splice(this.#waiting.indexOf(largest), 1, ...parts);
      pieces += parts.length - 1;
    }
  }

  async #load(slice: Waiting, enough: number, signal: AbortSignal): Promise<void> {
    const { rhythm, count, onPage } = this.#options;
    // A page may be full wherever it is not known what it holds.
    this.#running.set(slice, rhythm.knows(slice) ? Math.min(fullPage, rhythm.expect(slice)) : fullPage);
    const { pages, created } = slice.started ?? this.#start(slice, signal);
    try {
      for (let next = await pages.next(); !next.done; next = await pages.next()) {
        signal.throwIfAborted();
        onPage(next.value);
        created.push(...next.value.items.map((room) => room.created));
        if (!next.value.more) continue;
        const rest = created.length <= maxToJudge ? remainderOf(slice, created) : undefined;
        if (rest) {
          void pages.return();
          this.#await({ ...rest });
          this.#done(without(slice, rest), created);
          return;
        }
        if (count() >= enough) {
          this.#await({ ...slice, started: { pages, created } });
          return;
        }
      }
      this.#done(slice, created);
    } catch (error) {
      if (signal.aborted) this.#await({ after: slice.after, before: slice.before });
      else this.#failed(slice, error);
    } finally {
      this.#running.delete(slice);
    }
  }

  #start({ after, before }: Slice, signal: AbortSignal): Started {
    const { source, query } = this.#options;
    const part = { ...query, createdAfter: after, createdBefore: before };
    return { pages: source.listRooms(part, signal), created: [] };
  }

  #done(slice: Slice, created: Started['created']): void {
    this.#options.rhythm.learn(
      slice,
      created.filter((time) => time !== undefined),
    );
    this.#covered += lengthOf(slice);
    this.#failures = 0;
  }

  #failed({ after, before }: Slice, error: unknown): void {
    this.#failures++;
    this.#gaps = withGap(this.#gaps, { after, before, error });
  }

  /** The service does not answer: what is left is not tried one by one. */
  #giveUp(): void {
    const error = this.#gaps[0]?.error;
    for (const { after, before } of this.#waiting.splice(0)) {
      this.#gaps = withGap(this.#gaps, { after, before, error });
    }
  }

  #await(slice: Waiting): void {
    this.#waiting = [...this.#waiting, slice].sort(newestFirst);
  }
}
