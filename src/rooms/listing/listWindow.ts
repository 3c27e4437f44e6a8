import type { RoomQuery } from '../../insights/client/insightsClient.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { RoomSource } from '../model/storeState.ts';
import type { Gap, Slice } from '../model/timeSlice.ts';
import { reachesNow } from './openEnd.ts';
import { RoomRate } from './roomRate.ts';
import { WindowListing } from './windowListing.ts';

/** As many rooms as the visible list loads by itself. */
const maxRooms = 10_000;

/** The rooms of a window that is listed besides the visible one. */
export interface WindowRooms {
  readonly window: Slice;
  /** Distinct, in no particular order. */
  readonly rooms: readonly Room[];
  /** Parts of the window that could not be listed. */
  readonly gaps: readonly Gap[];
  /** Estimated number of rooms that were not requested, because there are more than are listed at once. */
  readonly expectedLeft: number;
  /** Rows that could not be read as rooms. */
  readonly unreadable: number;
}

/**
 * Lists a window without changing the visible list.
 * @throws InsightsError if nothing could be listed, or the signal's reason
 */
export async function listWindow(
  source: RoomSource,
  query: RoomQuery,
  signal: AbortSignal,
): Promise<WindowRooms> {
  const rooms = new Map<string, Room>();
  let unreadable = 0;
  const listing = new WindowListing({
    source,
    query,
    openEnd: reachesNow(query.createdBefore, Date.now()),
    lanes: source.maxConcurrentRequests,
    rate: new RoomRate(),
    onPage: (page) => {
      unreadable += page.unreadable;
      for (const room of page.items) rooms.set(room.key, room);
    },
    count: () => rooms.size,
  });
  await listing.run(maxRooms, signal);
  const { gaps, expectedLeft, share } = listing;
  if (gaps[0] && share === 0) throw gaps[0].error;
  const window = { after: query.createdAfter, before: query.createdBefore };
  return { window, rooms: [...rooms.values()], gaps, expectedLeft, unreadable };
}
