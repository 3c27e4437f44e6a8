import type { RoomQuery } from '../../../../src/insights/client/insightsClient.ts';
import type { Page } from '../../../../src/insights/client/paging.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { RoomRate } from '../../../../src/rooms/listing/roomRate.ts';
import { WindowListing, type WindowListingOptions } from '../../../../src/rooms/listing/windowListing.ts';

export const hour = 3_600_000;
/** An hour on the hour, for readable numbers. */
export const start = Date.UTC(2026, 10, 20);
export const lanes = 8;

export const roomAt = (number: number, created: number): Room =>
  new Room({
    room_sid: `RM${number.toString(16).padStart(32, '0')}`,
    room_status: 'completed',
    create_time: new Date(created).toISOString(),
  });

export interface WindowApiOptions {
  readonly rooms: readonly Room[];
  readonly pageSize: number;
  /** The API does not document its order. */
  readonly order: 'newest' | 'oldest' | 'none';
  /** Waits before a page comes, or rejects in its place. */
  readonly before?: (query: RoomQuery, page: number) => Promise<void>;
}

/** Lists rooms as the API does: by creation within the query, page after page. */
export class WindowApi {
  readonly maxConcurrentRequests = lanes;
  readonly queries: RoomQuery[] = [];
  pages = 0;
  mostAtOnce = 0;
  #atOnce = 0;
  readonly #options: WindowApiOptions;

  constructor(options: WindowApiOptions) {
    this.#options = options;
  }

  async *listRooms(query: RoomQuery, signal: AbortSignal): AsyncGenerator<Page<Room>, void, undefined> {
    this.queries.push(query);
    const { pageSize, before } = this.#options;
    const rooms = this.#within(query);
    for (let from = 0, page = 0; from === 0 || from < rooms.length; from += pageSize, page++) {
      this.pages++;
      this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#atOnce);
      try {
        await before?.(query, page);
        signal.throwIfAborted();
      } finally {
        this.#atOnce--;
      }
      const items = rooms.slice(from, from + pageSize);
      yield { items, unreadable: 0, more: from + pageSize < rooms.length };
    }
  }

  #within({ createdAfter, createdBefore }: RoomQuery): Room[] {
    const { rooms, order } = this.#options;
    const within = rooms.filter(({ created = 0 }) => created >= createdAfter && created < createdBefore);
    const newest = within.sort((one, other) => (other.created ?? 0) - (one.created ?? 0));
    if (order === 'newest') return newest;
    if (order === 'oldest') return newest.reverse();
    return newest.sort((one, other) => (one.sid ?? '').localeCompare(other.sid ?? ''));
  }
}

/** A listing of a window, and the keys of what has come. */
export function listingOf(
  api: WindowApi,
  query: RoomQuery,
  rate: RoomRate = new RoomRate(),
  openEnd = false,
): { listing: WindowListing; came: Set<string>; pages: Room[][] } {
  const came = new Set<string>();
  const pages: Room[][] = [];
  const options: WindowListingOptions = {
    source: api,
    query,
    openEnd,
    lanes,
    rate,
    onPage: ({ items }) => {
      pages.push([...items]);
      for (const { key } of items) came.add(key);
    },
    count: () => came.size,
  };
  return { listing: new WindowListing(options), came, pages };
}

/**
 * Rooms all over a window, in a fixed pattern. The greater the power, the more
 * of them stand at its beginning; 1 spreads them evenly.
 */
export function roomsOver(count: number, { createdAfter, createdBefore }: RoomQuery, power = 2): Room[] {
  const length = createdBefore - createdAfter;
  return Array.from({ length: count }, (_, number) =>
    roomAt(number, createdAfter + Math.floor(length * ((number * 0.618034) % 1) ** power)),
  );
}
