import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Page } from '../../../../src/insights/client/paging.ts';
import type { RoomSid } from '../../../../src/insights/core/sid.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import { newestFirst, withNewer } from '../../../../src/rooms/filter/sorting.ts';
import type { RoomSource } from '../../../../src/rooms/model/storeState.ts';
import { RoomStore } from '../../../../src/rooms/store/roomStore.ts';

const now = Date.now();
const query = { createdAfter: now - 86_400_000, createdBefore: now };
const sid = (number: number): RoomSid => `RM${String(number).padStart(32, '0')}`;

const room = fc
  .record({
    number: fc.nat({ max: 12 }),
    minute: fc.nat({ max: 5 }),
    live: fc.boolean(),
    timed: fc.boolean(),
  })
  .map(
    ({ number, minute, live, timed }) =>
      new Room({
        room_sid: sid(number),
        room_status: live ? 'in_progress' : 'completed',
        ...(timed && { create_time: new Date(now - 60_000 * (1 + minute)).toISOString() }),
      }),
  );
const step = fc.oneof(
  fc.record({ kind: fc.constant('list' as const), pages: fc.array(fc.array(room), { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('fetch' as const), room }),
);

describe('rooms while they come', () => {
  it('stand, added to those before, as all of them sorted at once', () => {
    fc.assert(
      fc.property(fc.array(room), fc.array(room), (before, more) => {
        assert.deepEqual(
          withNewer(newestFirst(before), newestFirst(more)),
          newestFirst([...before, ...more]),
        );
      }),
    );
  });

  it('are told of in turn, and those in progress, whatever is listed and fetched', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        const answers: { pages: Room[][]; room?: Room } = { pages: [] };
        const source = {
          maxConcurrentRequests: 8,
          listRooms: async function* (): AsyncGenerator<Page<Room>, void, undefined> {
            for (const items of answers.pages) yield { items, unreadable: 0, more: true };
          },
          fetchRoom: async () => answers.room,
        } as unknown as RoomSource;
        const store = new RoomStore();
        store.use(source);
        let last: readonly Room[] = [];
        let lastRooms: readonly Room[] = [];
        const look = () => {
          const listed = [...store.listedRooms()];
          const inTurn = store.listedInOrder;
          assert.deepEqual(new Set(inTurn), new Set(listed));
          assert.equal(inTurn.length, listed.length);
          // The same array: only more than before.
          if (inTurn === last) assert.deepEqual(inTurn.slice(0, lastRooms.length), lastRooms);
          last = inTurn;
          lastRooms = [...inTurn];
          const alone = steps.flatMap((one) =>
            one.kind === 'fetch' ? (store.room(one.room.key) ?? []) : [],
          );
          for (const live of store.liveRooms) assert.ok(live.live && store.room(live.key) === live);
          const known = new Set(listed.filter(({ live }) => live));
          assert.ok([...known].every((one) => store.liveRooms.includes(one)));
          assert.ok(store.liveRooms.every((one) => known.has(one) || alone.includes(one)));
        };
        store.events.on('change', look);
        for (const one of steps) {
          if (one.kind === 'list') {
            answers.pages = one.pages;
            await store.list(query);
          } else {
            answers.room = one.room;
            if (one.room.sid) await store.fetchRoom(one.room.sid);
          }
          look();
        }
      }),
    );
  });
});
