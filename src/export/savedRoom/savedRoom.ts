import type { JsonObject } from '../../insights/core/json.ts';

/** What a saved room's file calls itself. */
export const savedFormat = 'video-room';

/** Grows when an older version of this extension could not read the file any more. */
export const savedVersion = 1;

/** What the names of saved rooms end in. */
export const savedExtension = '.video-room.json';

/** No room of Twilio's comes near; what is larger is not read into memory. */
export const maxSavedBytes = 64 * 1024 * 1024;

/** Where a room was saved from. Nothing of it is secret. */
export interface SavedSource {
  /** `AC…`; null where it is not known. */
  readonly account: string | null;
  /** Where the API answered, without a path; null for the sample rooms. */
  readonly origin: string | null;
}

/** What the Video API sent, of a room that the Insights API did not know. */
export interface SentByVideo {
  readonly room: JsonObject;
  /** In the order of the saved room's participants. */
  readonly participants: readonly JsonObject[];
}

/** A room as it was at one moment, with everybody who was in it: the resources as the Insights API sends them. */
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
  /** Present where `room` and `participants` were put into the terms of the Insights API. */
  readonly video?: SentByVideo | undefined;
}

/** The text of a saved room's file. Numbers that are too long for JavaScript stay as they were sent. */
export function serializeSavedRoom(saved: SavedRoom): string {
  const { savedAt, source, complete, unreadable, room, participants, video } = saved;
  const file = {
    format: savedFormat,
    version: savedVersion,
    savedAt: new Date(savedAt).toISOString(),
    ...{ source, complete, unreadable, room, participants, video },
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
