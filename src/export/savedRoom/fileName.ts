import type { Room } from '../../insights/resources/room.ts';
import { beginning } from '../../unicode/truncate.ts';
import { savedExtension } from './savedRoom.ts';

/** Characters that a file system may reject in a name, and path separators. Joiners stay: emoji need them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are removed
const unfit = /(?:(?!\u200c|\u200d)[\u0000-\u001f\u007f-\u009f\\/:*?"<>|%#\p{Cf}\p{Cs}])+/gu;

/** Longer names are hard to read. */
const maxLength = 60;
/** Some file systems limit the whole name to 255 bytes. */
const maxBytes = 120;

/** "support-call RM… 2026-11-25.video-room.json": the room's name, if any, its SID and the date in UTC. */
export function savedFileName(room: Room, savedAt: number): string {
  const day = new Date(savedAt).toISOString().slice(0, 10);
  const parts = [fitForFile(room.read('room_name') ?? ''), room.sid, day];
  return `${parts.filter(Boolean).join(' ')}${savedExtension}`;
}

function fitForFile(name: string): string {
  const fit = name.normalize().replace(unfit, ' ').replace(/\s+/g, ' ');
  // A name that begins with a dot is hidden on some systems, one that ends with it is refused on others.
  const ends = /^[\s.-]+|[\s.]+$/g;
  let short = beginning(fit.replace(ends, ''), maxLength);
  while (Buffer.byteLength(short) > maxBytes) short = beginning(short, short.length - 1);
  return short.replace(ends, '');
}
