import { Room } from '../../../../src/insights/resources/room.ts';
import { type RoomFilter, roomMatcher } from '../../../../src/rooms/filter/roomFilter.ts';
import { Format } from '../../../../src/text/format.ts';

export const now = Date.UTC(2026, 10, 20, 12);
export const format = new Format({ locale: 'en', times: 'utc', now: () => now });
export const sid = `RM${'0123456789abcdef'.repeat(2)}`;

/** A completed room with a value in every field that a filter reads. */
export const room = new Room({
  room_sid: sid,
  room_name: 'Stand-up: Équipe 国際',
  room_status: 'completed',
  room_type: 'group-small',
  codecs: ['VP8', 'opus'],
  media_region: 'ie1',
  edge_location: 'dublin',
  recording_enabled: true,
  end_reason: 'room-ended-via-api',
  create_time: '2026-11-20T10:00:00Z',
  end_time: '2026-11-20T10:20:00Z',
  duration_sec: 1200,
  unique_participants: 4,
});

const unknown = () => undefined;
/** Whether a filter keeps a room whose participants are not loaded. */
export const matches = (filter: RoomFilter, one: Room = room) => roomMatcher(filter, unknown, now)(one);
