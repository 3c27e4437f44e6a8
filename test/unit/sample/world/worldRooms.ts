import type { RoomResource } from '../../../../src/sample/world/resources.ts';
import type { SampleWorld } from '../../../../src/sample/world/world.ts';

export const now = Date.UTC(2026, 9, 14, 15, 30, 12, 345);
export const day = 86_400_000;

/** Every room of a world at its start. */
export function roomsOf(world: SampleWorld): RoomResource[] {
  return Array.from({ length: world.size }, (_, position) => world.room(position));
}
