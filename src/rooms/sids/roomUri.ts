import { extensionId } from '../../ids.ts';
import { isRoomSid, type RoomSid } from '../../insights/core/sid.ts';

/** The URI that opens a room in the editor; `scheme` is the editor's own, such as `vscode`. */
export function roomUri(scheme: string, sid: RoomSid): string {
  return `${scheme}://${extensionId}/room/${sid}`;
}

/**
 * The SID in the path of such a URI; undefined for anything but `/room/` and a SID. The URI is untrusted:
 * nothing else of it is read.
 */
export function parseRoomUri(path: string): RoomSid | undefined {
  const [before, folder, sid, ...more] = path.split('/');
  return before === '' && folder === 'room' && more.length === 0 && isRoomSid(sid) ? sid : undefined;
}
