import { t } from '@vscode/l10n';

/** The severity of a finding; each has its own icon and label, never colour alone. */
export type Severity = 'error' | 'warning' | 'info';

const ranks: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

/** Higher for more severe findings; 0 without a finding. */
export function severityRank(severity: Severity | undefined): number {
  return severity === undefined ? 0 : ranks[severity];
}

/** The label of a severity, in the words of the filter ("with errors", "with warnings"). */
export function severityLabel(severity: Severity): string {
  switch (severity) {
    case 'error':
      return t('Error');
    case 'warning':
      return t('Warning');
    case 'info':
      return t('Note');
  }
}
