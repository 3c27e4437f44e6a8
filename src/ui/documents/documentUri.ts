import { Uri } from 'vscode';
import { documentScheme } from '../../ids.ts';
import { isParticipantSid, isRoomSid, type ParticipantSid, type RoomSid } from '../../insights/core/sid.ts';

/** The resource that a document's URI names. */
export interface DocumentPath {
  readonly room: RoomSid;
  readonly of: 'room' | 'participant' | 'roomWithParticipants';
  readonly participant?: ParticipantSid;
  /** The file that the room was read from; undefined if it comes from Twilio. */
  readonly saved?: Uri;
}

/** Parses a document's URI; undefined if it is none. */
export function parseDocumentUri({ path, query }: Uri): DocumentPath | undefined {
  const [, room, participant, all] =
    /^\/(RM[^/.]*)(?:\/(PA[^/.]*)|(\.participants))?\.json$/.exec(path) ?? [];
  if (!isRoomSid(room)) return undefined;
  const saved = query === '' ? {} : { saved: Uri.parse(query) };
  if (participant === undefined) return { room, of: all ? 'roomWithParticipants' : 'room', ...saved };
  return isParticipantSid(participant) ? { room, of: 'participant', participant, ...saved } : undefined;
}

/** URI of a room's JSON document. @param saved the file that the room was read from, if not from Twilio */
export function roomDocument(sid: RoomSid, saved?: Uri): Uri {
  return documentAt(`/${sid}.json`, saved);
}

/** URI of the JSON document with a room and its participants. */
export function roomWithParticipantsDocument(sid: RoomSid, saved?: Uri): Uri {
  return documentAt(`/${sid}.participants.json`, saved);
}

/** URI of a participant's JSON document. */
export function participantDocument(room: RoomSid, participant: ParticipantSid, saved?: Uri): Uri {
  return documentAt(`/${room}/${participant}.json`, saved);
}

function documentAt(path: string, saved: Uri | undefined): Uri {
  return Uri.from({ scheme: documentScheme, path, ...(saved && { query: saved.toString() }) });
}
