import { t } from '@vscode/l10n';
import type { Severity } from '../callViews.ts';

/** How grave a finding is, in a word. */
export function severityWord(severity: Severity): string {
  switch (severity) {
    case 'error':
      return t('Problem');
    case 'warning':
      return t('Warning');
    case 'info':
      return t('Note');
  }
}
