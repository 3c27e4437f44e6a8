import type { JsonObject } from '../../insights/core/json.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';

/** The value of `format` in a saved room's file. */
export const savedFormat = 'video-room';

/** Incremented when older versions of this extension could not read the file any more. */
export const savedVersion = 1;

/** The file extension of saved rooms. */
export const savedExtension = '.video-room.json';

/** No room at Twilio is nearly this large; larger files are not read into memory. */
export const maxSavedBytes = 64 * 1024 * 1024;

/** Where a room was saved from. Nothing of it is secret. */
export interface SavedSource {
  /** `AC…`; null if it is not known. */
  readonly account: string | null;
  /** Origin of the API; null for the sample rooms. */
  readonly origin: string | null;
}

/** The resources of the Video API, for a room that the Insights API did not know. */
export interface SentByVideo {
  readonly room: JsonObject;
  /** In the order of the saved room's participants. */
  readonly participants: readonly JsonObject[];
}

/** A room at one moment with all its participants: the resources as the Insights API sends them. */
export interface SavedRoom {
  /** When the room was saved: milliseconds since 1970. */
  readonly savedAt: number;
  readonly source: SavedSource;
  /** Whether all participants were known. */
  readonly complete: boolean;
  /** Rows of the participants' list that could not be read, and are not in the file. */
  readonly unreadable: number;
  readonly room: JsonObject;
  readonly participants: readonly JsonObject[];
  /** Present if `room` and `participants` were converted to the fields of the Insights API. */
  readonly video?: SentByVideo | undefined;
  /**
   * Present if neither API knew the room any more when it was saved: `room` still says that it is in progress. Without
   * it, the file of such a room is one of a live room, as are those of older versions of this extension.
   */
  readonly missing?: boolean | undefined;
}

/** The part of a file that holds a room and its participants, as they are known now. */
export function savedResources(
  room: Room,
  participants: readonly Participant[],
): Pick<SavedRoom, 'room' | 'participants' | 'video' | 'missing'> {
  return {
    room: room.json,
    participants: participants.map(({ json }) => json),
    ...(room.source === 'video' && {
      video: { room: room.sent, participants: participants.map(({ sent }) => sent) },
    }),
    ...(room.missing && { missing: true }),
  };
}

/** Serializes a saved room. Numbers too long for JavaScript stay as they were sent. */
export function serializeSavedRoom(saved: SavedRoom): string {
  const { savedAt, source, complete, unreadable, room, participants, video, missing } = saved;
  const file = {
    format: savedFormat,
    version: savedVersion,
    savedAt: new Date(savedAt).toISOString(),
    source,
    complete,
    unreadable,
    room,
    participants,
    video,
    missing,
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
