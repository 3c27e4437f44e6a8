import type { Participant } from '../../insights/resources/participant.ts';
import { clientOf, kindOf } from './client.ts';

/**
 * What stands behind an identity: a `person`, unless the record shows a `phone` (a call of Programmable Voice) or a
 * `service`: a bot, a recorder or another program.
 */
export type LaneKind = 'person' | 'phone' | 'service';

/** The kind of an identity by its records, see `LaneKind`. @param others whether records of the call name clients */
export function laneKindOf(participants: readonly Participant[], others: boolean): LaneKind {
  const kinds = participants.map(kindOf);
  if (kinds.length === 0) return 'person';
  if (kinds.every((kind) => kind === 'phone')) return 'phone';
  if (kinds.every((kind) => kind === 'server')) return 'service';
  return others && participants.every(isBlank) ? 'service' : 'person';
}

/** Whether the record names a client in any way. */
export function namesClient(participant: Participant): boolean {
  return Object.keys(clientOf(participant)).length > 0;
}

/**
 * Neither SDK, browser, platform nor device, nothing sent, and yet in the room. That shows a program only where others
 * of the call are not blank: in some calls Twilio sends no client of anybody.
 */
function isBlank(participant: Participant): boolean {
  if (namesClient(participant) || (participant.read('codecs') ?? []).length > 0) return false;
  const { num_audio_tracks: audio, num_video_tracks: video } = participant.read('properties') ?? {};
  const stayed = participant.read('join_time') !== undefined && (participant.read('duration_sec') ?? 0) > 0;
  return audio === 0 && video === 0 && stayed && participant.errorCode === undefined;
}
