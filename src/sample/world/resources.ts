/** A room as the API sends it, unparsed: fields may be null, missing, unknown. */
export interface RoomResource {
  account_sid: string;
  room_sid: string;
  room_name: string | null;
  create_time: string;
  end_time: string | null;
  room_type: string;
  room_status: string;
  status_callback?: string | null;
  status_callback_method?: string | null;
  created_method: string;
  end_reason: string | null;
  max_participants: number;
  unique_participants: number;
  unique_participant_identities: number;
  concurrent_participants: number;
  max_concurrent_participants: number;
  codecs: readonly string[];
  media_region?: string | null;
  /** Seconds; an int64, which may be sent as a string. */
  duration_sec: number | string | null;
  total_participant_duration_sec: number | string;
  total_recording_duration_sec: number | null;
  processing_state: string | null;
  recording_enabled: boolean;
  edge_location?: string | null;
  url: string;
  links: { participants: string };
  [unknown: string]: unknown;
}

/** A participant as the API sends it: fields may be null, missing, unknown. */
export interface ParticipantResource {
  participant_sid: string;
  participant_identity: string;
  /** Null if the participant was refused before the room knew of it. */
  join_time: string | null;
  leave_time: string | null;
  duration_sec: number | null;
  account_sid: string;
  room_sid: string;
  status: string;
  codecs: readonly string[] | null;
  end_reason: string | null;
  error_code: number | null;
  error_code_url: string | null;
  media_region: string | null;
  properties?: Readonly<Record<string, unknown>> | null;
  edge_location: string | null;
  publisher_info?: Readonly<Record<string, unknown>> | null;
  url: string;
  [unknown: string]: unknown;
}
