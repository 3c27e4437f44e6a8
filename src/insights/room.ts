import { count, flag, names, open, text, time } from './fieldKinds.ts';
import type { JsonObject } from './json.ts';
import { normalise } from './normalise.ts';
import { Resource } from './resource.ts';
import { isRoomSid, type RoomSid } from './sid.ts';

/** Every field of the Room resource, in the order in which Twilio documents them. */
const roomFields = {
  account_sid: text,
  room_sid: text,
  room_name: text,
  create_time: time,
  end_time: time,
  room_type: text,
  room_status: text,
  status_callback: text,
  status_callback_method: text,
  created_method: text,
  end_reason: text,
  max_participants: count,
  unique_participants: count,
  unique_participant_identities: count,
  concurrent_participants: count,
  max_concurrent_participants: count,
  codecs: names,
  media_region: text,
  edge_location: text,
  duration_sec: count,
  total_participant_duration_sec: count,
  total_recording_duration_sec: count,
  processing_state: text,
  recording_enabled: flag,
  url: text,
  links: open,
};

export type RoomField = keyof typeof roomFields;

export class Room extends Resource<typeof roomFields> {
  constructor(json: JsonObject) {
    super(json, roomFields);
  }

  /** The room's SID; undefined where the API sent none or one that is malformed. */
  get sid(): RoomSid | undefined {
    const sid = this.json.room_sid;
    return isRoomSid(sid) ? sid : undefined;
  }

  /** What tells this room from others: the SID, or the whole content where there is none. */
  get key(): string {
    return this.sid ?? JSON.stringify(this.json);
  }

  /** `in_progress`, `completed` or a status that came later; undefined where the API sent none. */
  get status(): string | undefined {
    const status = this.read('room_status');
    return status === undefined ? undefined : normalise(status) || undefined;
  }

  get live(): boolean {
    return this.status === 'in_progress';
  }
}
