import { Uri } from 'vscode';
import { documentScheme } from '../../ids.ts';
import { isParticipantSid, isRoomSid, type ParticipantSid, type RoomSid } from '../../insights/core/sid.ts';

/** What a document's address names. */
export interface DocumentPath {
  readonly room: RoomSid;
  readonly of: 'room' | 'participant' | 'roomWithParticipants';
  readonly participant?: ParticipantSid;
  /** The file from which the room comes, if not from Twilio. */
  readonly saved?: Uri;
}

/** Undefined for what is no address of a document. */
export function parseDocumentUri({ path, query }: Uri): DocumentPath | undefined {
  const [, room, participant, all] =
    /^\/(RM[^/.]*)(?:\/(PA[^/.]*)|(\.participants))?\.json$/.exec(path) ?? [];
  if (!isRoomSid(room)) return undefined;
  const saved = query === '' ? {} : { saved: Uri.parse(query) };
  if (participant === undefined) return { room, of: all ? 'roomWithParticipants' : 'room', ...saved };
  return isParticipantSid(participant) ? { room, of: 'participant', participant, ...saved } : undefined;
}

/** The address of a room's JSON document. @param saved the file from which the room comes, if not from Twilio */
export function roomDocument(sid: RoomSid, saved?: Uri): Uri {
  return documentAt(`/${sid}.json`, saved);
}

/** The address of a document with a room and its participants. */
export function roomWithParticipantsDocument(sid: RoomSid, saved?: Uri): Uri {
  return documentAt(`/${sid}.participants.json`, saved);
}

/** The address of a participant's JSON document. */
export function participantDocument(room: RoomSid, participant: ParticipantSid, saved?: Uri): Uri {
  return documentAt(`/${room}/${participant}.json`, saved);
}

function documentAt(path: string, saved: Uri | undefined): Uri {
  return Uri.from({ scheme: documentScheme, path, ...(saved && { query: saved.toString() }) });
}
