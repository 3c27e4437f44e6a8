import { t } from '@vscode/l10n';
import { window } from 'vscode';

/** Says why accounts are missing in a list. */
export function sayUnreadable(): void {
  void window.showWarningMessage(
    t('The secret storage cannot be read: the accounts that it keeps are missing here.'),
  );
}
