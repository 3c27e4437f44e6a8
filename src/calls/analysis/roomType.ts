import { normalizeEnum } from '../../insights/core/normalizeEnum.ts';
import type { Room } from '../../insights/resources/room.ts';

/** True for rooms in which clients send media to each other, without Twilio's media servers in between. */
export function isDirect(room: Room): boolean {
  return ['peer_to_peer', 'go'].includes(normalizeEnum(room.read('room_type') ?? ''));
}

/** True for rooms in which Twilio forwards what each client sends; nothing is transcoded. */
export function isForwarded(room: Room): boolean {
  return ['group', 'group_small'].includes(normalizeEnum(room.read('room_type') ?? ''));
}
