import { browser, phone } from './devices.ts';
import type { ParticipantResource, RoomResource } from './resources.ts';

/** A call whose course is written down: one that is too rare or too long a story for the dice. */
export interface ScriptedCall {
  /** As an application would give it, with what is special about the call in brackets. */
  readonly name: string;
  readonly type: 'go' | 'group' | 'peer_to_peer';
  readonly region: readonly [region: string, edge: string];
  /** The application ends the room with the last leave. Without it, the empty room times out. */
  readonly endedViaApi?: true;
  readonly stays: readonly ScriptedStay[];
  /** Fields of the room that the API sends differently from what the course of the call suggests. */
  readonly fields?: Partial<RoomResource>;
}

/** Times are minutes and seconds since the creation of the room. */
export type ScriptedStay = readonly [
  identity: string,
  joined: string,
  left: string,
  client: keyof typeof clients,
  error?: number,
  /** Fields of the participant that differ from those of the others. */
  fields?: Partial<ParticipantResource>,
];

const windows: readonly [string, string] = ['Windows', '11'];

/** What takes part, as `publisher_info`. A telephone participant of Programmable Voice has no SDK. */
export const clients = {
  chrome: browser(windows, 'Chrome', '142.0.7444.60'),
  edge: browser(windows, 'Edge', '142.0.3595.53'),
  firefox: browser(windows, 'Firefox', '144.0'),
  android: phone('twilio-video-android', '7.9.1', ['Android', '15'], 'Google', 'Pixel 9'),
  iphone: phone('twilio-video-ios', '5.10.0', ['iOS', '18.6.2'], 'Apple', 'iPhone16,1'),
  telephone: {},
};

/** What clients of scripted calls send unless the script says otherwise. */
export const scriptedCodecs: readonly string[] = ['VP8', 'opus'];

/** The `end_reason` that comes with an error code: the SDK’s text in snake case. */
export const scriptedReasons: Readonly<Record<number, string>> = {
  53001: 'signaling_connection_disconnected',
  53002: 'signaling_connection_timed_out',
  53105: 'room_contains_too_many_participants',
  53118: 'room_completed',
  53205: 'participant_disconnected_because_of_duplicate_identity',
  53405: 'media_connection_failed_or_media_activity_ceased',
};

/** Seconds of a time of `ScriptedStay`. */
export function scriptedSeconds(time: string): number {
  const [minutes = 0, seconds = 0] = time.split(':').map(Number);
  return minutes * 60 + seconds;
}
