import { isDeepStrictEqual } from 'node:util';
import { type Disposable, EventEmitter, type Memento, workspace } from 'vscode';
import { settings } from '../../ids.ts';
import type { RoomQuery } from '../../insights/client/insightsClient.ts';
import { apiFilter, isNoFilter, noFilter, type RoomFilter } from '../../rooms/filter/roomFilter.ts';
import type { SortOrder } from '../../rooms/filter/sorting.ts';
import { parseWindow, type TimeWindow, type WindowId, windowSlice } from '../../rooms/window/timeWindow.ts';
import { type Options, StoredListOptions } from './storedListOptions.ts';

/** Maximum number of recent filters. */
const maxRecentFilters = 8;

/** A choice of the user's, or the options of another account. */
export type ListOptionsChange = 'choice' | 'account';

/**
 * The user's choice of time window, filter and order in this window of VS Code. It is persisted for each
 * workspace and account until a sign-out, and never read again while the window is open: what the user chooses
 * in another window of the workspace does not change this one. Where no time window was chosen, the setting counts.
 */
export class ListOptions implements Disposable {
  readonly #stored: StoredListOptions;
  readonly #changed = new EventEmitter<ListOptionsChange>();
  readonly onDidChange = this.#changed.event;
  readonly #watching: Disposable;
  #account: string | undefined;
  /** The account was signed out, but is still in use: what is chosen now is not persisted. */
  #signedOut = false;
  #options: Options;

  /**
   * @param state the state of the workspace
   * @param account id of the active account; without one, nothing is persisted
   */
  constructor(state: Memento, account: string | undefined) {
    this.#stored = new StoredListOptions(state);
    this.#account = account;
    this.#options = this.#load();
    this.#watching = workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(settings.window) && !this.#options.window) this.#changed.fire('choice');
    });
  }

  /** Switches to the options of another account. */
  useAccount(account: string | undefined): void {
    if (account === this.#account && !this.#signedOut) return;
    this.#account = account;
    this.#signedOut = false;
    this.#options = this.#load();
    this.#changed.fire('account');
  }

  /** Deletes what is persisted for an account that is signed out. */
  forget(account: string): Promise<void> {
    if (account === this.#account) this.#signedOut = true;
    return this.#stored.delete(account);
  }

  get window(): TimeWindow {
    return this.#options.window?.window ?? windowSetting();
  }

  /** The query to the API at the time `now`, in milliseconds since 1970. */
  query(now: number): RoomQuery {
    const { after, before } = windowSlice(this.window, now);
    return { createdAfter: after, createdBefore: before, ...apiFilter(this.filter) };
  }

  /** Sets the time window. The one of the setting follows the setting from now on. */
  setWindow(window: TimeWindow): void {
    const setting = windowSetting();
    const stored = window === setting ? undefined : { window, setting };
    if (!isDeepStrictEqual(stored, this.#options.window)) this.#set({ window: stored });
  }

  get filter(): RoomFilter {
    return this.#options.filter;
  }

  get order(): SortOrder {
    return this.#options.order;
  }

  /** Filters that were set before, newest first. */
  get recentFilters(): readonly RoomFilter[] {
    return this.#options.recent;
  }

  setFilter(filter: RoomFilter): void {
    if (isDeepStrictEqual(filter, this.filter)) return;
    const others = this.recentFilters.filter((one) => !isDeepStrictEqual(one, filter));
    const recent = isNoFilter(filter) ? others : [filter, ...others].slice(0, maxRecentFilters);
    this.#set({ filter, recent });
  }

  clearFilter(): void {
    this.setFilter(noFilter);
  }

  setOrder(order: SortOrder): void {
    if (order !== this.order) this.#set({ order });
  }

  dispose(): void {
    this.#watching.dispose();
    this.#changed.dispose();
  }

  #set(change: Partial<Options>): void {
    this.#options = { ...this.#options, ...change };
    if (this.#account !== undefined && !this.#signedOut)
      void this.#stored.write(this.#account, this.#options);
    this.#changed.fire('choice');
  }

  #load(): Options {
    return this.#stored.read(this.#account, windowSetting());
  }
}

/** The window of the setting. */
function windowSetting(): WindowId {
  return parseWindow(workspace.getConfiguration().get(settings.window));
}
