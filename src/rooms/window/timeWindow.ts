import { t } from '@vscode/l10n';
import { hour } from '../../async/durations.ts';
import type { Format } from '../../text/format.ts';
import type { Slice } from '../model/timeSlice.ts';

/** How long the API keeps a room after its end, in milliseconds: seven days. */
const retention = 168 * hour;

/** The named windows with their length in milliseconds. */
export const windowLengths = { '1h': hour, '24h': 24 * hour, '3d': 72 * hour, '7d': retention } as const;

export type WindowId = keyof typeof windowLengths;

export const windowIds = Object.keys(windowLengths) as WindowId[];

/** The window of creation times that is listed: up to now, or between two times. */
export type TimeWindow = WindowId | Slice;

/** Reads a setting; an unknown value counts as the default, `24h`. */
export function parseWindow(value: unknown): WindowId {
  return windowIds.find((id) => id === value) ?? '24h';
}

/** The window as a slice; a named one ends at `now`, in milliseconds since 1970. */
export function windowSlice(window: TimeWindow, now: number): Slice {
  return typeof window === 'string' ? { after: now - windowLengths[window], before: now } : window;
}

/** The label of a window. */
export function windowText(window: TimeWindow, format: Format): string {
  switch (window) {
    case '1h':
      return t('Last hour');
    case '24h':
      return t('Last 24 hours');
    case '3d':
      return t('Last 3 days');
    case '7d':
      return t('Last 7 days');
    default:
      return format.dateSpan(window.after, window.before);
  }
}

/** Whether Twilio has deleted every room of the window, also one that ended a day after the window. */
export function isExpired(window: TimeWindow, now: number): boolean {
  return windowSlice(window, now).before <= now - retention - 24 * hour;
}

/** Whether a part of the window is older than the API's retention. */
export function reachesBeyondRetention(window: TimeWindow, now: number): boolean {
  return typeof window !== 'string' && window.after < now - retention;
}
