import type { RoomQuery } from '../../insights/client/insightsClient.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { RoomSource } from '../model/storeState.ts';
import type { Gap, Slice } from '../model/timeSlice.ts';
import { RoomRate } from './roomRate.ts';
import { WindowListing } from './windowListing.ts';

/** As many rooms as the shown list loads by itself. */
const maxRooms = 10_000;

/** The rooms of a window that is listed beside the shown one. */
export interface WindowRooms {
  readonly window: Slice;
  /** Each once, in no order. */
  readonly rooms: readonly Room[];
  /** Parts of the window that could not be listed. */
  readonly gaps: readonly Gap[];
  /** About how many rooms were not asked for, because there are more than can be listed at once. */
  readonly expectedLeft: number;
  /** Rows that no room could be read from. */
  readonly unreadable: number;
}

/**
 * Lists a window for somebody who only asks, so that what is on the screen stays.
 * @throws InsightsError where nothing could be listed, and the signal's reason
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
    lanes: source.maxConcurrentRequests,
    rhythm: new RoomRate(),
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
