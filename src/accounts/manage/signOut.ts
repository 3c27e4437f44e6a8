import { t } from '@vscode/l10n';
import { type QuickPickItem, window } from 'vscode';
import { escapeIcons } from '../../text/escape.ts';
import { isolate } from '../../unicode/isolate.ts';
import { type Account, sampleAccount } from '../account.ts';
import type { Accounts } from '../accounts.ts';

/**
 * Signs out of an account, after a confirmation unless `confirmed`. Resolves to whether the user confirmed.
 * The sample rooms need no confirmation, because nothing is lost with them.
 */
export async function signOut(accounts: Accounts, account: Account, confirmed = false): Promise<boolean> {
  if (account.id !== sampleAccount.id && !confirmed && !(await confirm(account))) return false;
  try {
    await accounts.signOut(account);
  } catch (error) {
    accounts.logError(error);
    void window.showErrorMessage(
      t(
        'You are signed out of “{0}”, but its secret could not be deleted from the secret storage.',
        isolate(account.label),
      ),
    );
  }
  return true;
}

/** The account to sign out of: the only one, or the one that the user picks. */
export async function chooseToSignOut(accounts: Accounts): Promise<Account | undefined> {
  const { current } = accounts;
  const all = await accounts.readable(showUnreadable);
  if (current?.id === sampleAccount.id) all.unshift(current);
  if (all.length < 2) return all[0];
  const items = all.map((account): QuickPickItem & { account: Account } => ({
    account,
    label: escapeIcons(isolate(account.label)),
    description: account.id === current?.id ? t('active') : '',
    ...(account.id !== sampleAccount.id && { detail: account.id }),
  }));
  items.sort(
    (one, other) => Number(other.account.id === current?.id) - Number(one.account.id === current?.id),
  );
  const choice = await window.showQuickPick(items, {
    title: t('Sign Out'),
    placeHolder: t('Which account do you want to sign out of?'),
  });
  return choice?.account;
}

/** Confirms the deletion: Twilio shows the secret of a key only once. */
async function confirm({ label, id, thisSessionOnly }: Account): Promise<boolean> {
  const yes = t('Sign Out');
  const detail = thisSessionOnly
    ? t('The secret of {0} is removed from memory.', id)
    : t('The secret of {0} is deleted from this machine.', id);
  return (
    (await window.showWarningMessage(t('Sign out of “{0}”?', label), { modal: true, detail }, yes)) === yes
  );
}

/** Warns that accounts are missing in a list. */
export function showUnreadable(): void {
  void window.showWarningMessage(
    t('The secret storage cannot be read, so the accounts stored there are missing here.'),
  );
}
