import * as z from 'zod/mini';
import { isJsonObject, type JsonObject, parseJson } from '../../insights/core/json.ts';
import { isRoomSid } from '../../insights/core/sid.ts';
import { maxSavedBytes, type SavedRoom, savedFormat, savedVersion } from './savedRoom.ts';
import { SavedRoomError } from './savedRoomError.ts';

/** Deeper JSON is an attack on its reader. */
const maxDepth = 64;

/** No room at Twilio has so many, and the page could not render them. */
const maxParticipants = 50_000;

/** Identifies a file before anything else of it is validated. */
const header = z.object({ format: z.literal(savedFormat), version: z.int().check(z.positive()) });

const resource = z.custom<JsonObject>(isJsonObject);

const participants = z.array(resource).check(z.maxLength(maxParticipants));

const savedRoom = z.object({
  savedAt: z.iso.datetime(),
  source: z.object({
    account: z.nullable(z.string().check(z.regex(/^AC[0-9a-fA-F]{32}$/))),
    origin: z.nullable(z.string().check(z.maxLength(300))),
  }),
  complete: z.boolean(),
  unreadable: z.int().check(z.nonnegative()),
  room: z.custom<JsonObject>((value) => isJsonObject(value) && isRoomSid(value.room_sid)),
  participants,
  video: z.optional(z.object({ room: resource, participants })),
  missing: z.optional(z.boolean()),
});

/**
 * Parses the content of a saved room's file.
 * @throws SavedRoomError
 */
export function parseSavedRoom(content: Uint8Array): SavedRoom {
  if (content.byteLength > maxSavedBytes) throw new SavedRoomError('tooLarge');
  const text = decode(content);
  if (text.trim() === '') throw new SavedRoomError('empty');
  const file = parse(text);
  const parsedHeader = header.safeParse(file);
  if (!parsedHeader.success) throw new SavedRoomError('otherFormat');
  if (parsedHeader.data.version > savedVersion) throw new SavedRoomError('newer');
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

/** The start of a saved room, to recognize one in text that is no valid JSON. */
const savedRoomStart = new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${savedFormat}"`);

function parse(text: string): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    throw new SavedRoomError(savedRoomStart.test(text) ? 'damaged' : 'notJson', { cause });
  }
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}
