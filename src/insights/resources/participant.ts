import type { JsonObject } from '../core/json.ts';
import { normalizeEnum } from '../core/normalizeEnum.ts';
import { isParticipantSid, type ParticipantSid } from '../core/sid.ts';
import { count, errorCode, names, open, text, time } from './fieldTypes.ts';
import { Resource } from './resource.ts';

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

/** One stay of a participant in a room. */
export class Participant extends Resource<typeof participantFields> {
  /** @param sent the original, if the Video API sent it under other names */
  constructor(json: JsonObject, sent = json) {
    super(json, participantFields, sent);
  }

  /** This participant, with its missing values filled from `other`. `sent` stays unchanged. */
  filledFrom(other: Participant): Participant {
    const lacking = this.lackingFrom(other);
    if (Object.keys(lacking).length === 0) return this;
    return new Participant({ ...this.json, ...lacking }, this.sent);
  }

  /** This participant with some fields replaced. */
  with(fields: JsonObject): Participant {
    return new Participant({ ...this.json, ...fields });
  }

  get sid(): ParticipantSid | undefined {
    const sid = this.field('participant_sid');
    return isParticipantSid(sid) ? sid : undefined;
  }

  /** Identifies this stay in its room: the SID, or the whole content if there is none. */
  get key(): string {
    return this.sid ?? JSON.stringify(this.json);
  }

  /** The status in normalized spelling; undefined if the API sent none. */
  get status(): string | undefined {
    const status = this.read('status');
    return status === undefined ? undefined : normalizeEnum(status) || undefined;
  }

  /** True if the status is final or there is a leave time. */
  get ended(): boolean {
    return this.read('leave_time') !== undefined || ended.has(this.status ?? '');
  }

  /** The error that ended the stay; undefined for none, which the API writes as null and as 0. */
  get errorCode(): number | undefined {
    return this.read('error_code') || undefined;
  }
}
