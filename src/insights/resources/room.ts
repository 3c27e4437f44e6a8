import type { JsonObject } from '../core/json.ts';
import { normalizeEnum } from '../core/normalizeEnum.ts';
import { isRoomSid, type RoomSid } from '../core/sid.ts';
import { count, flag, names, open, parseTime, text, time } from './fieldTypes.ts';
import { Resource } from './resource.ts';

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

/** The API that a resource came from: Insights, or Video for live rooms that Insights does not list. */
export type Source = 'insights' | 'video';

/** A room with its fields. */
export class Room extends Resource<typeof roomFields> {
  readonly source: Source;

  /** This room with some fields replaced. */
  with(fields: JsonObject): Room {
    return new Room({ ...this.json, ...fields }, this.source, undefined, this.missing);
  }

  /** This room, with its missing values filled from `other`. `sent` stays unchanged. */
  filledFrom(other: Room): Room {
    const lacking = this.lackingFrom(other);
    if (Object.keys(lacking).length === 0) return this;
    return new Room({ ...this.json, ...lacking }, this.source, this.sent);
  }

  /** This room, with the end that `other` has: Insights learns of an end later than the Video API. */
  endedAs({ json: { room_status, end_time, duration_sec } }: Room): Room {
    return new Room({ ...this.json, room_status, end_time, duration_sec }, this.source, this.sent);
  }

  /** This room in progress, which neither API knows any more: it is over, but nothing tells since when. */
  asMissing(): Room {
    return new Room(this.json, this.source, this.sent, true);
  }

  /** Neither API knows this room any more: it was in progress when it was last seen. */
  readonly missing: boolean;
  /** The room's SID; undefined if the API sent none or a malformed one. */
  readonly sid: RoomSid | undefined;
  /**
   * `create_time` in milliseconds since 1970. Parsed once, and without a schema, because long lists are
   * sorted by it.
   */
  readonly created: number | undefined;
  /**
   * `in_progress`, `completed` or a status added later; undefined if the API sent none. A room in progress that has an
   * end time or a finished summary is over, as in Twilio's own example of a summary: it counts as completed, and so
   * does one that is missing.
   */
  readonly status: string | undefined;

  /** @param sent the original, if the Video API sent it under other names */
  constructor(row: JsonObject, source: Source = 'insights', sent?: JsonObject, missing = false) {
    super(row, roomFields, sent);
    this.source = source;
    this.missing = missing;
    const sid = row.room_sid;
    this.sid = isRoomSid(sid) ? sid : undefined;
    const { create_time: created, room_status: status } = row;
    const time = typeof created === 'string' ? parseTime(created) : Number.NaN;
    this.created = Number.isNaN(time) ? undefined : time;
    const sentStatus = typeof status === 'string' ? normalizeEnum(status) || undefined : undefined;
    this.status = sentStatus === inProgress && (missing || hasEnded(row)) ? 'completed' : sentStatus;
  }

  /** Identifies this room: the SID, or the whole content if there is none. */
  get key(): string {
    return this.sid ?? JSON.stringify(this.json);
  }

  get live(): boolean {
    return this.status === inProgress;
  }
}

const inProgress = 'in_progress';

/** Whether a row says in another field than its status that the room is over. */
function hasEnded({ end_time: end, processing_state: state }: JsonObject): boolean {
  if (typeof end === 'string' && !Number.isNaN(parseTime(end))) return true;
  return typeof state === 'string' && /^completed?$/.test(normalizeEnum(state));
}
