import assert from 'node:assert/strict';
import fc from 'fast-check';
import { severityRank } from '../../../../src/calls/findings/common/severity.ts';
import { Room } from '../../../../src/insights/resources/room.ts';
import {
  newestFirst,
  readSortOrder,
  sortOrders,
  sortRooms,
  withNewer,
} from '../../../../src/rooms/filter/sorting.ts';
import { anyRoom } from '../anyRoom.ts';

const now = Date.UTC(2026, 10, 20, 12);
const sid = (number: number) => `RM${String(number).padStart(32, '0')}`;

describe('sorted rooms', () => {
  const json = fc.record(
    {
      create_time: fc
        .integer({ min: 0, max: 100 })
        .map((minute) => new Date(now - minute * 60_000).toISOString()),
      duration_sec: fc.nat({ max: 50 }),
      unique_participants: fc.nat({ max: 5 }),
      room_status: fc.constantFrom('completed', 'in-progress'),
    },
    { requiredKeys: [] },
  );
  const rooms = fc
    .array(json, { maxLength: 60, size: 'max' })
    .map((all) => all.map((one, number) => new Room({ ...one, room_sid: sid(number) })));

  it('are the same rooms, the greatest first, the newest first among equals, the unknown last', () => {
    fc.assert(
      fc.property(rooms, fc.constantFrom(...sortOrders), (all, order) => {
        const severities = [undefined, 'info', 'warning', 'error'] as const;
        const severityOf = (key: string) => severities[Number(key.at(-1)) % 4];
        const newest = newestFirst(all);
        const sorted = sortRooms(newest, order, { now, severityOf });
        assert.deepEqual(new Set(sorted), new Set(all));
        assert.equal(sorted.length, all.length);
        const sortedBy = (room: Room) => {
          if (order === 'worst') return severityRank(severityOf(room.key));
          if (order === 'largest') return room.read('unique_participants') ?? -1;
          if (order === 'newest') return room.created ?? -1;
          if (room.live)
            return room.created === undefined ? (room.read('duration_sec') ?? -1) : now - room.created;
          return room.read('duration_sec') ?? -1;
        };
        for (const [place, room] of sorted.entries()) {
          const next = sorted[place + 1];
          if (!next || (order === 'longest' && (room.live || next.live))) continue;
          assert.ok(sortedBy(room) >= sortedBy(next), `${order} at ${place}`);
          if (sortedBy(room) === sortedBy(next))
            assert.ok((room.created ?? -1) >= (next.created ?? -1), `${order} among equals`);
        }
      }),
    );
  });

  it('stand newest first where a kept order is none', () => {
    for (const kept of [undefined, 'best', 3, {}]) assert.equal(readSortOrder(kept), 'newest');
    assert.equal(readSortOrder('worst'), 'worst');
  });
});

describe('rooms while they come', () => {
  it('stand, added to those before, as all of them sorted at once', () => {
    fc.assert(
      fc.property(fc.array(anyRoom), fc.array(anyRoom), (before, more) => {
        assert.deepEqual(
          withNewer(newestFirst(before), newestFirst(more)),
          newestFirst([...before, ...more]),
        );
      }),
    );
  });
});
