import { extensionId } from '../../ids.ts';
import { isRoomSid, type RoomSid } from '../../insights/core/sid.ts';

/** The address that opens a room in the editor; `scheme` is the editor's own, such as `vscode`. */
export function roomUri(scheme: string, sid: RoomSid): string {
  return `${scheme}://${extensionId}/room/${sid}`;
}

/**
 * The room that the path of such an address names; undefined for anything but
 * `/room/` and a SID. Whoever made the address chose it: nothing else of it is read.
 */
export function parseRoomUri(path: string): RoomSid | undefined {
  const [before, place, sid, ...more] = path.split('/');
  return before === '' && place === 'room' && more.length === 0 && isRoomSid(sid) ? sid : undefined;
}
