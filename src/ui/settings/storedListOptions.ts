import type { Memento } from 'vscode';
import { isNoFilter, type RoomFilter } from '../../rooms/filter/roomFilter.ts';
import { readSortOrder, type SortOrder } from '../../rooms/filter/sorting.ts';
import { readFilter } from '../../rooms/filter/storedFilter.ts';
import { readWindow, type StoredWindow } from '../../rooms/window/storedWindow.ts';
import type { WindowId } from '../../rooms/window/timeWindow.ts';

/** The options of one account, as they are persisted. */
export interface Options {
  readonly filter: RoomFilter;
  /** Filters that were set before, newest first. */
  readonly recent: readonly RoomFilter[];
  readonly order: SortOrder;
  /** The time window that the user chose; undefined while the setting counts. */
  readonly window: StoredWindow | undefined;
}

/** The options of accounts in the state of a workspace, where they stay until the account is signed out. */
export class StoredListOptions {
  readonly #state: Memento;

  constructor(state: Memento) {
    this.#state = state;
  }

  /** The options of an account, or the defaults. `setting` is the time window of the setting. */
  read(account: string | undefined, setting: WindowId): Options {
    const stored: unknown = account === undefined ? undefined : this.#state.get(keyOf(account));
    const { filter, recent, order, window }: Partial<Record<keyof Options, unknown>> =
      typeof stored === 'object' && stored !== null ? stored : {};
    return {
      filter: readFilter(filter),
      recent: Array.isArray(recent) ? recent.map(readFilter).filter((one) => !isNoFilter(one)) : [],
      order: readSortOrder(order),
      window: readWindow(window, setting, Date.now()),
    };
  }

  async write(account: string, options: Options): Promise<void> {
    await this.#state.update(keyOf(account), options);
  }

  /** Deletes the options of an account: filters hold what the user typed, such as names of people. */
  async delete(account: string): Promise<void> {
    await this.#state.update(keyOf(account), undefined);
  }
}

function keyOf(account: string): string {
  return `listOptions/${account}`;
}
