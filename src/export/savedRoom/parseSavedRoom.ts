import * as z from 'zod/mini';
import { isJsonObject, type JsonObject, parseJson } from '../../insights/core/json.ts';
import { isRoomSid } from '../../insights/core/sid.ts';
import { maxSavedBytes, type SavedRoom, savedFormat, savedVersion } from './savedRoom.ts';
import { SavedRoomError } from './savedRoomError.ts';

/** Deeper JSON than this was made to break what reads it. */
const maxDepth = 64;

/** Twilio has no rooms with so many; the page would not stand more. */
const maxParticipants = 50_000;

/** Says what a file is, before anything else is asked of it. */
const label = z.object({ format: z.literal(savedFormat), version: z.int().check(z.positive()) });

const resource = z.custom<JsonObject>(isJsonObject);

const participants = z.array(resource).check(z.maxLength(maxParticipants));

const savedRoom = z.object({
  savedAt: z.iso.datetime(),
  source: z.object({
    account: z.nullable(z.string().check(z.regex(/^AC[0-9a-f]{32}$/))),
    origin: z.nullable(z.string().check(z.maxLength(300))),
  }),
  complete: z.boolean(),
  unreadable: z.int().check(z.nonnegative()),
  room: z.custom<JsonObject>((value) => isJsonObject(value) && isRoomSid(value.room_sid)),
  participants,
  video: z.optional(z.object({ room: resource, participants })),
});

/**
 * Reads the content of a saved room's file.
 * @throws SavedRoomError
 */
export function parseSavedRoom(content: Uint8Array): SavedRoom {
  if (content.byteLength > maxSavedBytes) throw new SavedRoomError('tooLarge');
  const text = decode(content);
  if (text.trim() === '') throw new SavedRoomError('empty');
  const file = parse(text);
  const labelled = label.safeParse(file);
  if (!labelled.success) throw new SavedRoomError('otherFormat');
  if (labelled.data.version > savedVersion) throw new SavedRoomError('newer');
  if (isDeeperThan(file, maxDepth)) throw new SavedRoomError('damaged');
  const read = savedRoom.safeParse(file);
  if (!read.success) throw new SavedRoomError('damaged', { cause: read.error });
  return { ...read.data, savedAt: Date.parse(read.data.savedAt) };
}

function decode(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (cause) {
    throw new SavedRoomError('notJson', { cause });
  }
}

/** Whether a text that is no JSON began as a saved room. */
const beganWell = new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${savedFormat}"`);

function parse(text: string): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    throw new SavedRoomError(beganWell.test(text) ? 'damaged' : 'notJson', { cause });
  }
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}
