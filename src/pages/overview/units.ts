import { t } from '@vscode/l10n';
import { day, hour, minute } from '../../async/durations.ts';
import type { Format } from '../../text/format.ts';

/** "per hour", "per 5 minutes": what one column stands for. */
export function perUnit(step: number, format: Format): string {
  if (step === hour) return t('per hour');
  if (step === day) return t('per day');
  if (step < hour) return t('per {0} minutes', format.number(step / minute));
  if (step < day) return t('per {0} hours', format.number(step / hour));
  return t('per {0} days', format.number(step / day));
}

/** How many times as often as the others: "2.4 × the others". Infinite where no other did. */
export function ratioText(times: number, format: Format): string {
  return Number.isFinite(times) ? t('{0} × the others', format.roughly(times)) : t('nobody else');
}
