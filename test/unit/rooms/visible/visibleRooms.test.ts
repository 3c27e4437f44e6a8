import assert from 'node:assert/strict';
import { Room } from '../../../../src/insights/resources/room.ts';
import type { RoomFilter } from '../../../../src/rooms/filter/roomFilter.ts';
import type { RoomSource } from '../../../../src/rooms/model/storeState.ts';
import { RoomStore } from '../../../../src/rooms/store/roomStore.ts';
import { VisibleRooms } from '../../../../src/rooms/visible/visibleRooms.ts';
import { Format } from '../../../../src/text/format.ts';

const start = Date.UTC(2026, 10, 20, 12);
const minute = 60_000;

describe('The rooms that are shown', () => {
  let now = start;
  let store: RoomStore;

  beforeEach(async () => {
    now = start;
    store = new RoomStore();
    const live = new Room({
      room_sid: `RM${'0'.repeat(32)}`,
      room_status: 'in_progress',
      create_time: new Date(start - 5 * minute).toISOString(),
    });
    const listRooms = async function* () {
      yield { items: [live], unreadable: 0, more: false };
    };
    store.use({ maxConcurrentRequests: 8, listRooms } as unknown as RoomSource);
    await store.list({ createdAfter: start - 60 * minute, createdBefore: start });
  });

  const shownBy = (filter: RoomFilter) =>
    new VisibleRooms(
      store,
      { filter, order: 'newest' },
      () => new Format({ locale: 'en', times: 'utc', now: () => now }),
    );

  it('are more where a room in progress has lasted as long as the filter asks, and fewer where it lasts too long', () => {
    const long = shownBy({ ranges: { duration: { from: 600 } } });
    const short = shownBy({ ranges: { duration: { below: 600 } } });
    assert.deepEqual([long.count, short.count], [0, 1]);
    now += 5 * minute;
    assert.deepEqual([long.count, short.count], [1, 0]);
    assert.ok(long.dependsOnTime && short.dependsOnTime);
  });

  it('are worked out once as long as nothing changes', () => {
    for (const filter of [{}, { ranges: { duration: { from: 60 } } }]) {
      const visibleRooms = shownBy(filter);
      const groups = visibleRooms.groups();
      now += 5 * minute;
      assert.equal(visibleRooms.groups(), groups);
    }
  });
});
