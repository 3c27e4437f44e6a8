import { t } from '@vscode/l10n';
import {
  commands,
  type QuickInputButton,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  window,
} from 'vscode';
import { commands as ids } from '../../ids.ts';
import { escapeIcons } from '../../text/escape.ts';
import { isolate } from '../../unicode/isolate.ts';
import { type Account, firstInactive, sampleAccount } from '../account.ts';
import type { Accounts } from '../accounts.ts';
import { renameAccount } from './renameAccount.ts';
import { showUnreadable, signOut } from './signOut.ts';

/** An action on an account in the list; resolves to whether it was done. */
interface AccountButton extends QuickInputButton {
  readonly work: () => Promise<boolean>;
}

interface AccountItem extends QuickPickItem {
  readonly account?: Account;
  readonly run: () => Promise<boolean>;
  readonly buttons?: readonly AccountButton[];
}

/** Lets the user pick an account. Resolves to whether another account is active now. */
export async function switchAccount(accounts: Accounts): Promise<boolean> {
  for (;;) {
    const all = await accounts.readable(showUnreadable);
    const chosen = await pick(itemsOf(accounts, all), accounts.current);
    if (chosen === undefined) return false;
    if (!('button' in chosen)) return chosen.run();
    const pressed = chosen.item.buttons?.find((one) => one === chosen.button);
    // Shows the list again, unless the user cancelled the action.
    if (!(await pressed?.work())) return false;
  }
}

/** Activates the account with this SID or label, without a question. Resolves to whether it exists. */
export async function switchTo(accounts: Accounts, sidOrLabel: string): Promise<boolean> {
  const all = [...(await accounts.readable(showUnreadable)), sampleAccount];
  const account = all.find(({ id, label }) => id === sidOrLabel || label === sidOrLabel);
  if (account && account.id !== accounts.current?.id) await accounts.switchTo(account);
  return account !== undefined;
}

function itemsOf(accounts: Accounts, all: readonly Account[]): AccountItem[] {
  const { current } = accounts;
  const itemOf = (account: Account): AccountItem => {
    const active = account.id === current?.id;
    return {
      account,
      label: `${active ? '$(check)' : iconOf(account)} ${escapeIcons(isolate(account.label))}`,
      ...describeAccount(account, active),
      ...(account.kind !== 'sample' && { buttons: buttonsOf(accounts, account, all) }),
      run: async () => {
        if (!active) await accounts.switchTo(account);
        return !active;
      },
    };
  };
  return [
    ...all.map(itemOf),
    { label: '', kind: QuickPickItemKind.Separator, run: async () => false },
    itemOf(sampleAccount),
    {
      label: all.length > 0 ? t('$(add) Sign In to Another Account…') : t('$(key) Sign In…'),
      run: async () => (await commands.executeCommand<boolean>(ids.signIn)) === true,
    },
  ];
}

function buttonsOf(accounts: Accounts, account: Account, all: readonly Account[]): AccountButton[] {
  return [
    {
      iconPath: new ThemeIcon('edit'),
      tooltip: t('Rename'),
      work: () => renameAccount(accounts, account, all),
    },
    { iconPath: new ThemeIcon('sign-out'), tooltip: t('Sign Out'), work: () => signOut(accounts, account) },
  ];
}

function iconOf({ kind }: Account): string {
  switch (kind) {
    case 'apiKey':
      return '$(key)';
    case 'authToken':
      return '$(account)';
    case 'sample':
      return '$(beaker)';
  }
}

function describeAccount(account: Account, active: boolean): { description: string; detail?: string } {
  const { kind, id, accountSid, origin, thisSessionOnly } = account;
  const state = [...(active ? [t('active')] : []), ...(thisSessionOnly ? [t('this session only')] : [])];
  if (kind === 'sample') return { description: [t('no account, no network'), ...state].join(' · ') };
  const credential = kind === 'apiKey' ? t('API key {0}', id) : t('Account {0}', id);
  const details = [kind === 'apiKey' && accountSid ? t('Account {0}', accountSid) : undefined, origin];
  return {
    description: [...state, credential].join(' · '),
    detail: details.filter((part) => part !== undefined).join(' · '),
  };
}

type Chosen = AccountItem | { readonly item: AccountItem; readonly button: QuickInputButton };

/** Focuses the first account that is not active, so that Enter alone toggles between two. */
async function pick(items: readonly AccountItem[], active: Account | undefined): Promise<Chosen | undefined> {
  const list = window.createQuickPick<AccountItem>();
  list.title = t('Switch Account');
  list.placeholder = t('Which account’s rooms do you want to see?');
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.items = items;
  const other = firstInactive(items, active);
  if (other) list.activeItems = [other];
  try {
    return await new Promise<Chosen | undefined>((resolve) => {
      list.onDidAccept(() => resolve(list.selectedItems[0]));
      list.onDidTriggerItemButton(resolve);
      list.onDidHide(() => resolve(undefined));
      list.show();
    });
  } finally {
    list.dispose();
  }
}
