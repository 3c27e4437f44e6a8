import { t } from '@vscode/l10n';
import { day, hour, minute } from '../../async/durations.ts';
import type { Format } from '../../text/format.ts';

/** "per hour", "per 5 minutes": the length of one column. @param step in milliseconds */
export function perUnit(step: number, format: Format): string {
  if (step === hour) return t('per hour');
  if (step === day) return t('per day');
  if (step < hour) return t('per {0} minutes', format.number(step / minute));
  if (step < day) return t('per {0} hours', format.number(step / hour));
  return t('per {0} days', format.number(step / day));
}

/** The ratio to the rate of the others: "2.4 × the others". Infinite if no other failed. */
export function ratioText(times: number, format: Format): string {
  return Number.isFinite(times) ? t('{0} × the others', format.roughly(times)) : t('nobody else');
}
