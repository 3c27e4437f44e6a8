import { t } from '@vscode/l10n';
import { type Disposable, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import type { Account } from '../../accounts/account.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import { statusItem, views } from '../../ids.ts';
import { escapeIcons } from '../../text/escape.ts';

/** How many rooms are in progress, in words. */
export interface LiveText {
  /** Behind the account; empty where it is not known. */
  readonly count: string;
  /** In the tooltip. */
  readonly rooms: string;
}

/** The account that is active here, in the status bar, and how many of its rooms are in progress, as far as that is known. */
export class AccountStatus implements Disposable {
  readonly #accounts: Accounts;
  readonly #watching: readonly Disposable[];
  /** Made when somebody is signed in. */
  #item: StatusBarItem | undefined;
  #live: (account: Account) => LiveText | undefined = () => undefined;

  constructor(accounts: Accounts) {
    this.#accounts = accounts;
    this.#watching = [
      accounts.onDidChange(() => this.update()),
      accounts.onDidChangeList(() => this.update()),
    ];
    this.update();
  }

  /** @param live how many rooms are in progress; undefined where that will be known soon */
  count(live: (account: Account) => LiveText | undefined): void {
    this.#live = live;
    this.update();
  }

  update(): void {
    const account = this.#accounts.current;
    if (!account) {
      this.#item?.hide();
      return;
    }
    const live = this.#live(account);
    if (live || !this.#item) this.#show(account, live ?? { count: '', rooms: t('not listed yet') });
  }

  dispose(): void {
    for (const one of this.#watching) one.dispose();
    this.#item?.dispose();
  }

  #show(account: Account, { count, rooms }: LiveText): void {
    this.#item ??= createItem();
    this.#item.text = `$(device-camera-video) ${escapeIcons([account.label, count].filter(Boolean).join(' · '))}`;
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
