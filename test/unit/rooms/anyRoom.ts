import fc from 'fast-check';
import type { RoomSid } from '../../../src/insights/core/sid.ts';
import { Room } from '../../../src/insights/resources/room.ts';

export const now = Date.now();
const sid = (number: number): RoomSid => `RM${String(number).padStart(32, '0')}`;

/** One of a few rooms, in progress or over, whose creation is known or not. */
export const anyRoom: fc.Arbitrary<Room> = fc
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
