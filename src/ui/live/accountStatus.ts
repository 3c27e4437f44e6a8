import { t } from '@vscode/l10n';
import { type Disposable, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import type { Account } from '../../accounts/account.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import { statusItem, views } from '../../ids.ts';
import { escapeIcons } from '../../text/escape.ts';
import { isolate } from '../../unicode/isolate.ts';

/** The number of rooms in progress, as text. */
export interface LiveText {
  /** Shown after the account's name; empty if not known. */
  readonly count: string;
  /** Shown in the tooltip. */
  readonly rooms: string;
}

/** Status bar item with the active account and, if known, the number of its rooms in progress. */
export class AccountStatus implements Disposable {
  readonly #accounts: Accounts;
  readonly #watching: readonly Disposable[];
  /** Created when an account is signed in. */
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

  /** @param live returns the number of rooms in progress; undefined while it is loading */
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
    this.#item.text = `$(device-camera-video) ${escapeIcons([isolate(account.label), count].filter(Boolean).join(' · '))}`;
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

/** The name with the SID after it, because users choose the names. */
function fullLabel({ kind, label, id }: Account): string {
  return kind === 'sample' ? label : `${isolate(label)} (${id})`;
}
