import { count, errorCode, names, open, text, time } from './fieldKinds.ts';
import type { JsonObject } from './json.ts';
import { normalise } from './normalise.ts';
import { Resource } from './resource.ts';
import { isParticipantSid, type ParticipantSid } from './sid.ts';

/** Every field of the Participant resource, in the order in which Twilio documents them. */
const participantFields = {
  participant_sid: text,
  participant_identity: text,
  join_time: time,
  leave_time: time,
  duration_sec: count,
  account_sid: text,
  room_sid: text,
  status: text,
  codecs: names,
  end_reason: text,
  error_code: errorCode,
  error_code_url: text,
  media_region: text,
  edge_location: text,
  properties: open,
  publisher_info: open,
  url: text,
};

export type ParticipantField = keyof typeof participantFields;

/** Statuses of a stay that is over. */
const ended = new Set(['completed', 'disconnected']);

export class Participant extends Resource<typeof participantFields> {
  constructor(json: JsonObject) {
    super(json, participantFields);
  }

  get sid(): ParticipantSid | undefined {
    const sid = this.json.participant_sid;
    return isParticipantSid(sid) ? sid : undefined;
  }

  /** What tells this stay from others in its room: the SID, or the whole content where there is none. */
  get key(): string {
    return this.sid ?? JSON.stringify(this.json);
  }

  get status(): string | undefined {
    const status = this.read('status');
    return status === undefined ? undefined : normalise(status) || undefined;
  }

  /** Whether the stay is over by its status or by a leave time. */
  get ended(): boolean {
    return this.read('leave_time') !== undefined || ended.has(this.status ?? '');
  }

  /** The error that ended the stay; undefined for none, which the API writes as null and as 0. */
  get errorCode(): number | undefined {
    return this.read('error_code') || undefined;
  }
}
