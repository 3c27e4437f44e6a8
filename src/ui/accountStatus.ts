import { t } from '@vscode/l10n';
import { type Disposable, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { statusItem, views } from '../ids.ts';
import { apiFilter } from '../rooms/filter/roomFilter.ts';
import { iconless } from '../rooms/iconless.ts';
import type { RoomStore } from '../rooms/store.ts';
import type { RoomChange } from '../rooms/storeState.ts';
import type { ListChoices } from './listChoices.ts';
import type { Presentation } from './presentation.ts';

/** Whose rooms are shown and how many are in progress, in the status bar, as far as that is known: nothing is asked for its sake. */
export class AccountStatus implements Disposable {
  readonly #accounts: Accounts;
  readonly #store: RoomStore;
  readonly #whose: () => Account | undefined;
  readonly #choices: ListChoices;
  readonly #presentation: Presentation;
  readonly #watching: readonly Disposable[];
  readonly #onChange = ({ kind }: RoomChange) => {
    if (kind !== 'participants') this.#update();
  };
  /** Made when somebody is signed in. */
  #item: StatusBarItem | undefined;

  /** @param whose whose rooms the store holds: for a moment after a switch, those of the account before */
  constructor(
    accounts: Accounts,
    store: RoomStore,
    whose: () => Account | undefined,
    choices: ListChoices,
    presentation: Presentation,
  ) {
    this.#accounts = accounts;
    this.#store = store;
    this.#whose = whose;
    this.#choices = choices;
    this.#presentation = presentation;
    store.events.on('change', this.#onChange);
    this.#watching = [
      accounts.onDidChange(() => this.#update()),
      accounts.onDidChangeList(() => this.#update()),
      choices.onDidChange(() => this.#update()),
      presentation.onDidChange(() => this.#update()),
    ];
    this.#update();
  }

  dispose(): void {
    this.#store.events.off('change', this.#onChange);
    for (const one of this.#watching) one.dispose();
    this.#item?.dispose();
  }

  #update(): void {
    const account = this.#accounts.current;
    if (!account) {
      this.#item?.hide();
      return;
    }
    const { listing, listedCount } = this.#store;
    const own = this.#whose()?.id === account.id;
    if (own && listing.state === 'loading' && this.#item) return; // Counted once the list has come.
    const known = own && !this.#narrowed && (listedCount > 0 || listing.state === 'complete');
    this.#show(account, known ? this.#store.liveRooms.length : undefined);
  }

  /** A list of another time, or one that Twilio has filtered, does not tell how many rooms are in progress. */
  get #narrowed(): boolean {
    const { window: time, filter } = this.#choices;
    return typeof time !== 'string' || Object.keys(apiFilter(filter)).length > 0;
  }

  #show(account: Account, live: number | undefined): void {
    const { format } = this.#presentation;
    this.#item ??= createItem();
    const count = live === undefined ? '' : t('{0} live', format.number(live));
    this.#item.text = `$(device-camera-video) ${iconless([account.label, count].filter(Boolean).join(' · '))}`;
    const unknown = this.#narrowed ? t('the list does not show all rooms in progress') : t('not listed yet');
    const rooms = live === undefined ? unknown : t('{0} in progress', format.rooms(live));
    this.#item.tooltip = t('Twilio Video: {0}, {1}. Click to show the rooms.', fullLabel(account), rooms);
    this.#item.accessibilityInformation = {
      label: t('Twilio Video: {0}, {1}', fullLabel(account), rooms),
      role: 'button',
    };
    this.#item.show();
  }
}

function createItem(): StatusBarItem {
  const item = window.createStatusBarItem(statusItem, StatusBarAlignment.Left, 0);
  item.name = t('Twilio Video Account');
  item.command = `${views.rooms}.focus`;
  return item;
}

/** The name, and the SID behind it: names are the person's own. */
function fullLabel({ kind, label, id }: Account): string {
  return kind === 'sample' ? label : `${label} (${id})`;
}
