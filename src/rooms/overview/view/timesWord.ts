import { t } from '@vscode/l10n';
import type { Format } from '../../format.ts';

/** How many times as often as the others: "2.4 × the others". Infinite where no other did. */
export function timesWord(times: number, format: Format): string {
  return Number.isFinite(times) ? t('{0} × the others', format.roughly(times)) : t('nobody else');
}
