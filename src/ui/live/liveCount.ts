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
  /** Whose rooms the store holds: for a moment after a switch, those of the account before. */
  readonly activeAccount: () => Account | undefined;
  readonly choices: ListOptions;
  readonly presentation: FormatSettings;
}

/** Tells the status bar how many rooms are in progress, as far as that is known: nothing is asked for its sake. */
export class LiveCount implements Disposable {
  readonly #deps: Dependencies;
  readonly #status: AccountStatus;
  readonly #watching: readonly Disposable[];
  readonly #onChange = ({ kind }: RoomChange) => {
    if (kind !== 'participants') this.#status.update();
  };

  constructor(status: AccountStatus, parts: Dependencies) {
    this.#deps = parts;
    this.#status = status;
    const { store, choices, presentation } = parts;
    store.events.on('change', this.#onChange);
    this.#watching = [
      choices.onDidChange(() => status.update()),
      presentation.onDidChange(() => status.update()),
    ];
    status.count((account) => this.#words(account));
  }

  dispose(): void {
    this.#deps.store.events.off('change', this.#onChange);
    for (const one of this.#watching) one.dispose();
  }

  #words(account: Account): LiveText | undefined {
    const { store, activeAccount, presentation } = this.#deps;
    const { listing, listedCount, liveRooms } = store;
    const own = activeAccount()?.id === account.id;
    if (own && listing.state === 'loading') return undefined; // Counted once the list has come.
    const narrowed = this.#narrowed;
    if (own && !narrowed && (listedCount > 0 || listing.state === 'complete')) {
      const { format } = presentation;
      const count = t('{0} live', format.number(liveRooms.length));
      return { count, rooms: t('{0} in progress', format.rooms(liveRooms.length)) };
    }
    return {
      count: '',
      rooms: narrowed ? t('the list does not show all rooms in progress') : t('not listed yet'),
    };
  }

  /** A list of another time, or one that Twilio has filtered, does not tell how many rooms are in progress. */
  get #narrowed(): boolean {
    const { window: time, filter } = this.#deps.choices;
    return typeof time !== 'string' || Object.keys(apiFilter(filter)).length > 0;
  }
}
