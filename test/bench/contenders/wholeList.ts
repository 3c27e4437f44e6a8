import { createClient } from '../../../src/insights/client/createClient.ts';
import type { InsightsClient } from '../../../src/insights/client/insightsClient.ts';
import { RoomStore } from '../../../src/rooms/store/roomStore.ts';
import { sampleAccounts } from '../../sampleServer/accounts.ts';
import type { Listed, Task } from './contender.ts';

/** The extension's client with a new, empty store. */
export function connectedStore(origin: string): { client: InsightsClient; store: RoomStore } {
  const client = createClient({
    origin,
    credentials: sampleAccounts.apiKey,
    userAgent: 'video-rooms-for-twilio/bench',
    maxConcurrentRequests: 8,
  });
  const store = new RoomStore();
  store.use(client);
  return { client, store };
}

/**
 * Lists the window without the limit of 10,000 rooms, as before an export. Does not wait for the rooms in progress of the
 * Video API, which arrive later.
 */
export async function listWhole(store: RoomStore, { createdAfter, createdBefore }: Task): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = () => {
    if (store.listing.state !== 'loading') resolve();
  };
  const listing = store.list({ createdAfter, createdBefore }, Number.POSITIVE_INFINITY);
  store.events.on('change', look);
  await Promise.race([promise, listing]);
  store.events.off('change', look);
  const { state } = store.listing;
  const { gaps, unreadable } = store;
  if (state !== 'complete' || gaps.length > 0 || unreadable > 0)
    throw new Error(`The list is not whole: ${state}, ${gaps.length} gaps, ${unreadable} unreadable`);
}

export function listedIn(store: RoomStore): Pick<Listed, 'rooms' | 'distinct' | 'kept'> {
  const sids = new Set<string | undefined>();
  for (const room of store.listedRooms()) sids.add(room.sid);
  return { rooms: store.listedCount, distinct: sids.size, kept: store };
}
