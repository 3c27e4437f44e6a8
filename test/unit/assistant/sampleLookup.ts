import { type AskedRange, RoomLookup } from '../../../src/assistant/roomLookup.ts';
import type { RoomQuery } from '../../../src/insights/client/insightsClient.ts';
import { noFilter } from '../../../src/rooms/filter/roomFilter.ts';
import type { RoomSource } from '../../../src/rooms/model/storeState.ts';
import { RoomStore } from '../../../src/rooms/store/roomStore.ts';
import { sampleClient } from '../../../src/sample/sampleClient.ts';
import { now } from './fixtures.ts';

export const hour = 3_600_000;
export const never = new AbortController().signal;

/** A store of the sample rooms that records its list requests, and the room lookup on top of it. */
export function sampleLookup() {
  const client = sampleClient(() => now);
  const asked: RoomQuery[] = [];
  const source: RoomSource = {
    maxConcurrentRequests: 8,
    listRooms: (query, signal) => {
      asked.push(query);
      return client.listRooms(query, signal);
    },
    fetchRoom: (sid, signal) => client.fetchRoom(sid, signal),
    listParticipants: (sid, signal) => client.listParticipants(sid, signal),
  };
  const store = new RoomStore();
  store.use(source);
  return { store, source, asked, rooms: new RoomLookup(store, () => now) };
}

/** The range of the last hours, as a tool asks for it. */
export const range = (hours: number, more: Partial<AskedRange> = {}): AskedRange => ({
  slice: { after: now - hours * hour, before: now },
  ...{ own: false, filter: noFilter, refresh: false },
  ...more,
});
