import type { SampleWorld } from '../../../src/sample/world/world.ts';

export const now = Date.UTC(2026, 9, 14, 15, 30);
export const minute = 60_000;

/** Every room of the world at a time, with its participants. */
export function roomsAt(world: SampleWorld, at: number) {
  return Array.from({ length: world.endAt(at) }, (_, position) => ({
    room: world.room(position, at),
    participants: world.participants(position, at),
  }));
}
