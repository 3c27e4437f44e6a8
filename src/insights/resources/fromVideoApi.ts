import type { JsonObject } from '../core/json.ts';
import { Participant } from './participant.ts';
import { Room } from './room.ts';

/** Names of the Video API that differ from those of the Insights API. */
const roomNames: Readonly<Record<string, string>> = {
  sid: 'room_sid',
  unique_name: 'room_name',
  date_created: 'create_time',
  type: 'room_type',
  status: 'room_status',
  duration: 'duration_sec',
  video_codecs: 'codecs',
  record_participants_on_connect: 'recording_enabled',
};

const participantNames: Readonly<Record<string, string>> = {
  sid: 'participant_sid',
  identity: 'participant_identity',
  start_time: 'join_time',
  end_time: 'leave_time',
  duration: 'duration_sec',
};

/**
 * A room of the Video API with the field names of the Insights API; a field without a counterpart there keeps
 * its name. The Video API sends the SID as the name of a room that has none.
 */
export function roomOfVideo(sent: JsonObject): Room {
  const row = renamed(sent, roomNames);
  return new Room(isNameless(sent) ? { ...row, room_name: null } : row, 'video', sent);
}

function isNameless({ sid, unique_name: name }: JsonObject): boolean {
  return typeof name === 'string' && typeof sid === 'string' && name.toLowerCase() === sid.toLowerCase();
}

/** A participant of the Video API with the field names of the Insights API. */
export function participantOfVideo(sent: JsonObject): Participant {
  return new Participant(renamed(sent, participantNames), sent);
}

function renamed(sent: JsonObject, names: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [Object.hasOwn(names, name) ? names[name] : name, value]),
  );
}
