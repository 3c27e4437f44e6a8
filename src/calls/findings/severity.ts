import { t } from '@vscode/l10n';

/** How grave a finding is; each has its own icon and label, never colour alone. */
export type Severity = 'error' | 'warning' | 'info';

const ranks: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

/** The graver, the higher; 0 where there is none. */
export function severityRank(severity: Severity | undefined): number {
  return severity === undefined ? 0 : ranks[severity];
}

/** How grave a finding is, in a word. */
export function severityLabel(severity: Severity): string {
  switch (severity) {
    case 'error':
      return t('Problem');
    case 'warning':
      return t('Warning');
    case 'info':
      return t('Note');
  }
}
