import type { ParticipantResource, RoomResource } from './resources.ts';

/** A room as the Video API sends it. */
export function describeVideoRoom(room: RoomResource): Record<string, unknown> {
  const live = room.end_time === null;
  const url = `https://video.twilio.com/v1/Rooms/${room.room_sid}`;
  return {
    account_sid: room.account_sid,
    sid: room.room_sid,
    unique_name: room.room_name ?? room.room_sid,
    status: live ? 'in-progress' : 'completed',
    date_created: withoutMilliseconds(room.create_time),
    date_updated: withoutMilliseconds(room.end_time ?? room.create_time),
    end_time: withoutMilliseconds(room.end_time),
    duration: live ? null : Number(room.duration_sec),
    type: room.room_type.replaceAll('_', '-'),
    max_participants: room.max_participants,
    max_participant_duration: 14_400,
    max_concurrent_published_tracks: 170,
    media_region: room.media_region ?? null,
    video_codecs: room.codecs.filter((codec) => codec !== 'opus'),
    record_participants_on_connect: room.recording_enabled,
    status_callback: room.status_callback ?? null,
    status_callback_method: room.status_callback_method ?? null,
    empty_room_timeout: 5,
    unused_room_timeout: 5,
    large_room: false,
    audio_only: false,
    enable_turn: true,
    url,
    links: {
      participants: `${url}/Participants`,
      recordings: `${url}/Recordings`,
      recording_rules: `${url}/RecordingRules`,
    },
  };
}

/** A participant as the Video API sends it. It knows no error codes. */
export function describeVideoParticipant(one: ParticipantResource): Record<string, unknown> {
  const present = one.leave_time === null;
  const url = `https://video.twilio.com/v1/Rooms/${one.room_sid}/Participants/${one.participant_sid}`;
  return {
    account_sid: one.account_sid,
    sid: one.participant_sid,
    room_sid: one.room_sid,
    identity: one.participant_identity,
    status: present ? 'connected' : 'disconnected',
    date_created: withoutMilliseconds(one.join_time),
    date_updated: withoutMilliseconds(one.leave_time ?? one.join_time),
    start_time: withoutMilliseconds(one.join_time),
    end_time: withoutMilliseconds(one.leave_time),
    duration: one.duration_sec,
    url,
    links: {
      published_tracks: `${url}/PublishedTracks`,
      subscribed_tracks: `${url}/SubscribedTracks`,
      subscribe_rules: `${url}/SubscribeRules`,
      anonymize: `${url}/Anonymize`,
    },
  };
}

function withoutMilliseconds<T extends string | null>(time: T): T | string {
  return time === null ? time : time.replace(/\.\d+Z$/, 'Z');
}
