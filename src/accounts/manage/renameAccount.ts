import { t } from '@vscode/l10n';
import { window } from 'vscode';
import { type Account, labelProblem } from '../account.ts';
import type { Accounts } from '../accounts.ts';

/** Prompts for a new label. Resolves to whether the account was renamed. Shows its own errors. */
export async function renameAccount(
  accounts: Accounts,
  account: Account,
  all: readonly Account[],
): Promise<boolean> {
  const others = all.filter(({ id }) => id !== account.id);
  const label = await window.showInputBox({
    title: t('Rename Account'),
    prompt: t('A name for {0}', account.id),
    value: account.label,
    validateInput: (typed) => labelProblem(typed, others, true),
  });
  if (label === undefined) return false;
  try {
    await accounts.rename(account, label.trim());
    return true;
  } catch (error) {
    accounts.logError(error);
    void window.showErrorMessage(t('The account was not renamed: the secret storage refused the change.'));
    return false;
  }
}
