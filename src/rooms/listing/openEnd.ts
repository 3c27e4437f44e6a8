import { minute } from '../../async/durations.ts';
import type { RoomQuery } from '../../insights/client/insightsClient.ts';
import type { Slice } from '../model/timeSlice.ts';
import { remainderOf } from './remainderOf.ts';

/** A list is requested at most this long after its window was computed. */
const requestDelayMs = minute;

/**
 * The clocks of Twilio and of this machine may differ by this much. Without a margin, rooms of the last minutes
 * would be missing where Twilio's clock is ahead.
 */
export const clockMarginMs = 15 * minute;

/** Whether a window ends now, so that all rooms created since its start belong to it, whatever the clocks say. */
export function reachesNow(before: number, now: number): boolean {
  return before >= now - requestDelayMs;
}

/** A slice of a window as it is requested: without the window's end if that is open. */
export function requestedSlice(
  { after, before }: Slice,
  { query, openEnd }: { readonly query: RoomQuery; readonly openEnd: boolean },
): Slice {
  return { after, before: openEnd && before === query.createdBefore ? before + clockMarginMs : before };
}

/** What a page leaves of a slice that was requested with an open end, see `remainderOf`. */
export function remainderWithin(
  slice: Slice,
  requested: Slice,
  created: readonly (number | undefined)[],
): Slice | undefined {
  const rest = remainderOf(requested, created);
  if (!rest || rest.after >= slice.before) return undefined;
  if (rest.before === requested.before) return { after: rest.after, before: slice.before };
  // All rooms of the page are newer than now: the same page would be requested again.
  return rest.before < slice.before ? rest : undefined;
}
