import { Throttler } from '../../async/throttler.ts';
import { runInTimeSlices } from '../../async/timeSlicing.ts';
import type { PageState } from '../../protocol/roomPage.ts';
import type { RoomFilter } from '../../rooms/filter/roomFilter.ts';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import { countRooms } from '../../rooms/overview/countRooms.ts';
import { type Criterion, toggleCriterion } from '../../rooms/overview/criterion.ts';
import type { OverviewCounts } from '../../rooms/overview/overviewCounts.ts';
import { ParticipantLoad } from '../../rooms/overview/participantLoad.ts';
import { loadingOrder } from '../../rooms/overview/participantPlan.ts';
import { FigureReader } from '../../rooms/overview/roomFigures.ts';
import { timeBuckets, untilNewest } from '../../rooms/overview/timeBuckets.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import { type TimeWindow, windowSlice } from '../../rooms/window/timeWindow.ts';
import type { Format } from '../../text/format.ts';
import { overviewState } from './overviewState.ts';

export interface Dependencies {
  readonly store: RoomStore;
  readonly visibleRooms: Pick<VisibleRooms, 'loadCalls'>;
  readonly listOptions: {
    readonly filter: RoomFilter;
    readonly window: TimeWindow;
    setFilter(filter: RoomFilter): void;
  };
  readonly format: () => Format;
  /** Whether the rooms are sample rooms. */
  readonly sample: () => boolean;
  /** Logs unexpected errors. */
  readonly logError: (error: unknown) => void;
}

/**
 * Statistics of all loaded rooms, counted again while they load; the loading of their participants; and the
 * effect of bars on the filter.
 */
export class OverviewPage {
  readonly #deps: Dependencies;
  readonly #onChange: () => void;
  readonly #follow = (change: RoomChange) => this.#changed(change);
  readonly #throttler = new Throttler(() => this.#count());
  readonly #figures = new FigureReader();
  /** Aborted when the account changes or the page is disposed. */
  #counting = new AbortController();
  #counted: { readonly counts: OverviewCounts; readonly filter: RoomFilter } | undefined;
  #load: ParticipantLoad | undefined;
  /** The criterion of each bar in the latest rendering. */
  #criteria: ReadonlyMap<string, Criterion> = new Map();
  #active = false;

  /**
   * @param onChange called when the result of `draw` changes, at most a few times per second during a load
   */
  constructor(deps: Dependencies, onChange: () => void) {
    this.#deps = deps;
    this.#onChange = onChange;
    deps.store.events.on('change', this.#follow);
  }

  /** Whether the page is visible: if not, nothing is counted. */
  set active(active: boolean) {
    this.#active = active;
    if (active) this.#throttler.schedule();
  }

  /** The view model of the page. */
  draw(): PageState {
    const { counts, filter } = this.#counted ?? {};
    const { store, listOptions, format, sample } = this.#deps;
    const { state, criteria } = overviewState({
      store,
      counts,
      filter: listOptions.filter,
      window: listOptions.window,
      format: format(),
      sample: sample(),
      load: this.#load?.progress,
      matching: filter === listOptions.filter ? counts?.matching : undefined,
    });
    this.#criteria = criteria;
    return state;
  }

  /** To be called when the filter or the format of times has changed. */
  changed(): void {
    this.#onChange();
    this.#recount();
  }

  /** Adds a bar's criterion to the filter, or removes it. False for a bar that does not exist any more. */
  press(bar: string, extend: boolean): boolean {
    const criterion = this.#criteria.get(bar);
    if (!criterion) return false;
    const { listOptions } = this.#deps;
    listOptions.setFilter(toggleCriterion(listOptions.filter, criterion, extend));
    return true;
  }

  /**
   * Loads the participants that were out of date in the latest count. Resolves when the load has ended, even
   * if it failed.
   */
  async loadParticipants(): Promise<void> {
    const rooms = this.#counted?.counts.outdated ?? [];
    if (rooms.length === 0 || this.#load?.progress.state === 'running') return;
    this.#load = new ParticipantLoad(this.#deps.store, loadingOrder(rooms), () => this.#recount());
    this.#onChange();
    await this.#load.run();
    this.#recount();
  }

  /** Starts no further requests; the participants loaded so far stay. */
  cancelLoading(): void {
    this.#load?.cancel();
    this.#onChange();
  }

  dispose(): void {
    this.#deps.store.events.off('change', this.#follow);
    this.#load?.cancel();
    this.#counting.abort();
    this.#throttler.dispose();
  }

  #changed({ kind }: RoomChange): void {
    if (kind === 'account') {
      this.#counting.abort();
      this.#counting = new AbortController();
      this.#load?.cancel();
      this.#load = undefined;
      this.#counted = undefined;
      this.#onChange();
    }
    this.#recount();
  }

  #recount(): void {
    if (this.#active) this.#throttler.schedule();
  }

  async #count(): Promise<void> {
    const { store, visibleRooms, listOptions, format, logError } = this.#deps;
    const { signal } = this.#counting;
    try {
      const calls = await visibleRooms.loadCalls();
      const { zone, now } = format();
      const { filter } = listOptions;
      const window = store.window ?? windowSlice(listOptions.window, now());
      const rooms = [...store.listedRooms()];
      const work = countRooms(rooms, timeBuckets(untilNewest(window, rooms), zone), {
        figures: this.#figures,
        calls,
        participantsState: (key) => store.participantsState(key),
        filter,
        now: now(),
      });
      const counts = await runInTimeSlices(work, signal);
      this.#counted = { counts, filter };
      this.#onChange();
    } catch (error) {
      if (!signal.aborted) logError(error);
    }
  }
}
