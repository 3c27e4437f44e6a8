import { t } from '@vscode/l10n';
import type { RoomQuery } from '../insights/client.ts';

const hour = 3_600_000;

/** The windows that can be chosen, with their length in milliseconds; the API keeps rooms for seven days. */
export const windowLengths = { '1h': hour, '24h': 24 * hour, '3d': 72 * hour, '7d': 168 * hour } as const;

export type WindowId = keyof typeof windowLengths;

export const windowIds = Object.keys(windowLengths) as WindowId[];

/** Reads a setting; what is none of the windows counts as the default. */
export function parseWindow(value: unknown): WindowId {
  return windowIds.find((id) => id === value) ?? '24h';
}

/** The rooms created from the window's length ago until now. */
export function windowQuery(window: WindowId, now: number): RoomQuery {
  return { createdAfter: now - windowLengths[window], createdBefore: now };
}

export function windowWords(window: WindowId): string {
  switch (window) {
    case '1h':
      return t('Last hour');
    case '24h':
      return t('Last 24 hours');
    case '3d':
      return t('Last 3 days');
    case '7d':
      return t('Last 7 days');
  }
}
