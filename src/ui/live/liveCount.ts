import { t } from '@vscode/l10n';
import type { Disposable } from 'vscode';
import type { Account } from '../../accounts/account.ts';
import { apiFilter } from '../../rooms/filter/roomFilter.ts';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import type { ListOptions } from '../settings/listOptions.ts';
import type { AccountStatus, LiveText } from './accountStatus.ts';

export interface Dependencies {
  readonly store: RoomStore;
  /** Owner of the rooms in the store: for a moment after a switch, the previous account. */
  readonly activeAccount: () => Account | undefined;
  readonly listOptions: ListOptions;
  readonly formatSettings: FormatSettings;
}

/** Shows the number of rooms in progress in the status bar, if it is known. Sends no requests for it. */
export class LiveCount implements Disposable {
  readonly #deps: Dependencies;
  readonly #status: AccountStatus;
  readonly #watching: readonly Disposable[];
  readonly #onChange = ({ kind }: RoomChange) => {
    if (kind !== 'participants') this.#status.update();
  };

  constructor(status: AccountStatus, deps: Dependencies) {
    this.#deps = deps;
    this.#status = status;
    const { store, listOptions, formatSettings } = deps;
    store.events.on('change', this.#onChange);
    this.#watching = [
      listOptions.onDidChange(() => status.update()),
      formatSettings.onDidChange(() => status.update()),
    ];
    status.count((account) => this.#textFor(account));
  }

  dispose(): void {
    this.#deps.store.events.off('change', this.#onChange);
    for (const one of this.#watching) one.dispose();
  }

  #textFor(account: Account): LiveText | undefined {
    const { store, activeAccount, formatSettings } = this.#deps;
    const { listing, listedCount, liveRooms } = store;
    const own = activeAccount()?.id === account.id;
    if (own && listing.state === 'loading') return undefined; // Counted when the list is loaded.
    const narrowed = this.#narrowed;
    if (own && !narrowed && (listedCount > 0 || listing.state === 'complete')) {
      const { format } = formatSettings;
      const count = t('{0} live', format.number(liveRooms.length));
      return { count, rooms: t('{0} in progress', format.rooms(liveRooms.length)) };
    }
    return {
      count: '',
      rooms: narrowed ? t('the list does not show all rooms in progress') : t('not listed yet'),
    };
  }

  /** A list of a past range, or one filtered by Twilio, may lack rooms in progress. */
  get #narrowed(): boolean {
    const { window: time, filter } = this.#deps.listOptions;
    return typeof time !== 'string' || Object.keys(apiFilter(filter)).length > 0;
  }
}
