import type { SavedRoom } from '../../../../src/export/savedRoom/savedRoom.ts';
import { sampleRooms } from '../../../../src/sample/world/fixedRooms.ts';
import { SampleWorld } from '../../../../src/sample/world/world.ts';

export const savedAt = Date.UTC(2026, 10, 25, 12);
const world = new SampleWorld({ now: savedAt });
const position = world.positionOf(sampleRooms.dropped.sid) ?? -1;

/** A sample room in which participants dropped, as it is saved. */
export const saved: SavedRoom = {
  savedAt,
  source: { account: world.accountSid, origin: 'https://insights.twilio.com' },
  complete: true,
  unreadable: 0,
  room: world.room(position),
  participants: world.participants(position),
};

/** The content of a file as UTF-8. */
export const bytes = (text: string) => new TextEncoder().encode(text);
