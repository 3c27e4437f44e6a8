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

/** Filters that are offered again. */
const maxRecentFilters = 8;

/**
 * What the user wants to see: which window of time, which of its rooms, and in
 * which order. Filter and order are kept across restarts; the window is a
 * setting, unless a range was chosen for now.
 */
export class ListOptions implements Disposable {
  readonly #state: Memento;
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #watching: Disposable;
  #filter: RoomFilter;
  #order: SortOrder;
  #range: Slice | undefined;

  constructor(kept: Memento) {
    this.#state = kept;
    this.#filter = readFilter(kept.get(keys.filter));
    this.#order = readSortOrder(kept.get(keys.order));
    this.#watching = workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration(settings.window)) return;
      this.#range = undefined;
      this.#changed.fire();
    });
  }

  get window(): TimeWindow {
    return this.#range ?? parseWindow(workspace.getConfiguration().get(settings.window));
  }

  /** What the API is asked for at this moment, in milliseconds since 1970. */
  query(now: number): RoomQuery {
    const { after, before } = windowSlice(this.window, now);
    return { createdAfter: after, createdBefore: before, ...apiFilter(this.#filter) };
  }

  /** Shows another range than the setting's window; undefined goes back to that. */
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

  /** Filters that were set before, the latest first. */
  get recentFilters(): RoomFilter[] {
    const kept = this.#state.get(keys.recent);
    return Array.isArray(kept) ? kept.map(readFilter).filter((filter) => !isNoFilter(filter)) : [];
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
