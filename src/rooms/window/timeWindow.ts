import { t } from '@vscode/l10n';
import { hour } from '../../async/durations.ts';
import type { Format } from '../../text/format.ts';
import type { Slice } from '../model/timeSlice.ts';

/** How long the API keeps a room after its end, in milliseconds: seven days. */
const retention = 168 * hour;

/** The windows that can be chosen by name, with their length in milliseconds. */
export const windowLengths = { '1h': hour, '24h': 24 * hour, '3d': 72 * hour, '7d': retention } as const;

export type WindowId = keyof typeof windowLengths;

export const windowIds = Object.keys(windowLengths) as WindowId[];

/** Which rooms are listed, by their creation: until now, or between two times. */
export type TimeWindow = WindowId | Slice;

/** Reads a setting; what is none of the windows counts as the default. */
export function parseWindow(value: unknown): WindowId {
  return windowIds.find((id) => id === value) ?? '24h';
}

/** The window at this moment. */
export function windowSlice(window: TimeWindow, now: number): Slice {
  return typeof window === 'string' ? { after: now - windowLengths[window], before: now } : window;
}

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

/** Whether nothing of the window can be had any more: a room of up to a day's length may have ended since. */
export function isExpired(window: TimeWindow, now: number): boolean {
  return windowSlice(window, now).before <= now - retention - 24 * hour;
}

/** Whether a part of the window is older than what the API keeps. */
export function reachesBeyondRetention(window: TimeWindow, now: number): boolean {
  return typeof window !== 'string' && window.after < now - retention;
}
