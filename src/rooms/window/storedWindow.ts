import { isExpired, type TimeWindow, type WindowId, windowIds } from './timeWindow.ts';

/** A time window that the user chose, as it is persisted. */
export interface StoredWindow {
  readonly window: TimeWindow;
  /** The setting's value when the window was chosen: a setting that was changed later is newer. */
  readonly setting: WindowId;
}

/**
 * Reads a persisted time window. Undefined if it is invalid, if the setting was changed since, or if Twilio
 * has deleted all of its rooms: the setting counts then.
 * @param setting the setting's value now
 * @param now in milliseconds since 1970
 */
export function readWindow(stored: unknown, setting: WindowId, now: number): StoredWindow | undefined {
  if (!isObject(stored) || stored.setting !== setting) return undefined;
  const window = readTimeWindow(stored.window);
  return window === undefined || isExpired(window, now) ? undefined : { window, setting };
}

function readTimeWindow(stored: unknown): TimeWindow | undefined {
  if (!isObject(stored)) return windowIds.find((id) => id === stored);
  const { after, before } = stored;
  return isTime(after) && isTime(before) && after < before ? { after, before } : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
