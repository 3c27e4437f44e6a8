import { isDeepStrictEqual } from 'node:util';
import { type Disposable, EventEmitter, type Memento, workspace } from 'vscode';
import { settings } from '../../ids.ts';
import type { RoomQuery } from '../../insights/client/insightsClient.ts';
import { apiFilter, isNoFilter, noFilter, type RoomFilter } from '../../rooms/filter/roomFilter.ts';
import { readSortOrder, type SortOrder } from '../../rooms/filter/sorting.ts';
import { readFilter } from '../../rooms/filter/storedFilter.ts';
import type { Slice } from '../../rooms/model/timeSlice.ts';
import { parseWindow, type TimeWindow, windowSlice } from '../../rooms/window/timeWindow.ts';

const keys = { filter: 'filter', recent: 'recentFilters', order: 'sortOrder' } as const;

/** Maximum number of recent filters. */
const maxRecentFilters = 8;

/**
 * The user's choice of time window, filter and order. Filter and order are persisted; the window is a
 * setting, which a chosen range overrides for now.
 */
export class ListOptions implements Disposable {
  readonly #state: Memento;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #watching: Disposable;
  #filter: RoomFilter;
  #order: SortOrder;
  #range: Slice | undefined;

  constructor(state: Memento) {
    this.#state = state;
    this.#filter = readFilter(state.get(keys.filter));
    this.#order = readSortOrder(state.get(keys.order));
    this.#watching = workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration(settings.window)) return;
      this.#range = undefined;
      this.#changed.fire();
    });
  }

  get window(): TimeWindow {
    return this.#range ?? parseWindow(workspace.getConfiguration().get(settings.window));
  }

  /** The query to the API at the time `now`, in milliseconds since 1970. */
  query(now: number): RoomQuery {
    const { after, before } = windowSlice(this.window, now);
    return { createdAfter: after, createdBefore: before, ...apiFilter(this.#filter) };
  }

  /** Overrides the setting's window with a range; undefined removes the override. */
  setRange(range: Slice | undefined): void {
    if (isDeepStrictEqual(range, this.#range)) return;
    this.#range = range;
    this.#changed.fire();
  }

  get filter(): RoomFilter {
    return this.#filter;
  }

  get order(): SortOrder {
    return this.#order;
  }

  /** Filters that were set before, newest first. */
  get recentFilters(): RoomFilter[] {
    const stored = this.#state.get(keys.recent);
    return Array.isArray(stored) ? stored.map(readFilter).filter((filter) => !isNoFilter(filter)) : [];
  }

  setFilter(filter: RoomFilter): void {
    if (isDeepStrictEqual(filter, this.#filter)) return;
    this.#filter = filter;
    void this.#state.update(keys.filter, filter);
    if (!isNoFilter(filter)) {
      const others = this.recentFilters.filter((one) => !isDeepStrictEqual(one, filter));
      void this.#state.update(keys.recent, [filter, ...others].slice(0, maxRecentFilters));
    }
    this.#changed.fire();
  }

  clearFilter(): void {
    this.setFilter(noFilter);
  }

  setOrder(order: SortOrder): void {
    if (order === this.#order) return;
    this.#order = order;
    void this.#state.update(keys.order, order);
    this.#changed.fire();
  }

  dispose(): void {
    this.#watching.dispose();
    this.#changed.dispose();
  }
}
