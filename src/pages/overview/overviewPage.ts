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
import { timeBuckets } from '../../rooms/overview/timeBuckets.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import { zoneOf } from '../../rooms/window/calendar.ts';
import { type TimeWindow, windowSlice } from '../../rooms/window/timeWindow.ts';
import type { Format } from '../../text/format.ts';
import { overviewState } from './overviewState.ts';

/** What the overview works with. */
export interface Dependencies {
  readonly store: RoomStore;
  readonly shown: Pick<VisibleRooms, 'loadCalls'>;
  readonly choices: {
    readonly filter: RoomFilter;
    readonly window: TimeWindow;
    setFilter(filter: RoomFilter): void;
  };
  readonly format: () => Format;
  /** Whether the rooms are made up. */
  readonly sample: () => boolean;
  /** Told of what should not have happened. */
  readonly report: (error: unknown) => void;
}

/**
 * All loaded rooms in numbers, counted anew while they come; the loading of
 * their participants; and what pressing a bar does to the filter.
 */
export class OverviewPage {
  readonly #deps: Dependencies;
  readonly #onChange: () => void;
  readonly #follow = (change: RoomChange) => this.#changed(change);
  readonly #pacer = new Throttler(() => this.#count());
  readonly #figures = new FigureReader();
  /** Aborted when what is counted belongs to nobody any more. */
  #counting = new AbortController();
  #counted: { readonly counts: OverviewCounts; readonly filter: RoomFilter } | undefined;
  #load: ParticipantLoad | undefined;
  /** What each bar stood for when it was drawn last. */
  #criteria: ReadonlyMap<string, Criterion> = new Map();
  #active = false;

  /** @param onChange called when `draw` would answer something else, a few times a second at the most while rooms come */
  constructor(parts: Dependencies, onChange: () => void) {
    this.#deps = parts;
    this.#onChange = onChange;
    parts.store.events.on('change', this.#follow);
  }

  /** Whether somebody is looking: else nothing is counted. */
  set active(active: boolean) {
    this.#active = active;
    if (active) this.#pacer.schedule();
  }

  /** What the page shows now. */
  draw(): PageState {
    const { counts, filter } = this.#counted ?? {};
    const { store, choices, format, sample } = this.#deps;
    const { state, criteria } = overviewState({
      store,
      counts,
      filter: choices.filter,
      window: choices.window,
      format: format(),
      sample: sample(),
      load: this.#load?.progress,
      matching: filter === choices.filter ? counts?.matching : undefined,
    });
    this.#criteria = criteria;
    return state;
  }

  /** The filter or the way to write times was changed. */
  changed(): void {
    this.#onChange();
    this.#recount();
  }

  /** Puts what a bar stands for into the filter, or takes it out. False for a bar that is not there any more. */
  press(bar: string, extend: boolean): boolean {
    const criterion = this.#criteria.get(bar);
    if (!criterion) return false;
    const { choices } = this.#deps;
    choices.setFilter(toggleCriterion(choices.filter, criterion, extend));
    return true;
  }

  /** Loads the participants that were not up to date when they were counted. Resolves when that has ended, well or not. */
  async loadParticipants(): Promise<void> {
    const rooms = this.#counted?.counts.outdated ?? [];
    if (rooms.length === 0 || this.#load?.progress.state === 'running') return;
    this.#load = new ParticipantLoad(this.#deps.store, loadingOrder(rooms), () => this.#recount());
    this.#onChange();
    await this.#load.run();
    this.#recount();
  }

  /** Asks for no further participants; what has come is kept. */
  cancelLoading(): void {
    this.#load?.cancel();
    this.#onChange();
  }

  dispose(): void {
    this.#deps.store.events.off('change', this.#follow);
    this.#load?.cancel();
    this.#counting.abort();
    this.#pacer.dispose();
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
    if (this.#active) this.#pacer.schedule();
  }

  async #count(): Promise<void> {
    const { store, shown, choices, format, report } = this.#deps;
    const { signal } = this.#counting;
    try {
      const calls = await shown.loadCalls();
      const { times, locale, now } = format();
      const { filter } = choices;
      const slice = store.window ?? windowSlice(choices.window, now());
      const work = countRooms([...store.listedRooms()], timeBuckets(slice, zoneOf(times, locale)), {
        figures: this.#figures,
        calls,
        participation: (key) => store.participantsState(key),
        filter,
        now: now(),
      });
      const counts = await runInTimeSlices(work, signal);
      this.#counted = { counts, filter };
      this.#onChange();
    } catch (error) {
      if (!signal.aborted) report(error);
    }
  }
}
