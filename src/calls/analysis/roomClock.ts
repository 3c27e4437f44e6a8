import { day } from '../../async/durations.ts';
import { normalizeEnum } from '../../insights/core/normalizeEnum.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';

/** A time span in milliseconds since 1970; `end` is never before `start`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The known times of the room, in milliseconds since 1970. */
export interface RoomClock {
  readonly live: boolean;
  readonly created: number | undefined;
  /** Undefined for a live room, and if the API does not provide the end. */
  readonly ended: number | undefined;
  /** Whether the application ended the room through the API, for everybody in it. */
  readonly endedViaApi: boolean;
  /** Whether Twilio still summarizes the room, so that times and codes may be missing. */
  readonly pending: boolean;
  /** The current time; in a live room never before any known event, whatever this machine's clock says. */
  readonly now: number;
  /** The latest time with information: the timeline does not go beyond. */
  readonly latest: number;
}

/** The maximum duration of a room: 24 hours (Twilio, "Programmable Video Quotas and Limits"). */
const maxRoomMs = day;

/** The latest time of a `Date`. */
const maxTime = 8.64e15;

/** `time` plus seconds; undefined if the result is not a valid date. */
export function plusSeconds(time: number | undefined, seconds: number | undefined): number | undefined {
  if (time === undefined || seconds === undefined) return undefined;
  const sum = time + seconds * 1000;
  return Math.abs(sum) <= maxTime ? sum : undefined;
}

/** The times of the room; the end of a finished room without `end_time` follows from its duration. */
export function roomClock(room: Room, participants: readonly Participant[], now: number): RoomClock {
  const created = room.created;
  const ended = room.live ? undefined : endOf(room);
  const endedViaApi = !room.live && normalizeEnum(room.read('end_reason') ?? '') === 'room_ended_via_api';
  const state = normalizeEnum(room.read('processing_state') ?? '');
  const pending = room.live || state === 'in_progress' || state === 'not_started';
  const clock = { live: room.live, created, ended, endedViaApi, pending, now, latest: now };
  if (ended !== undefined) return { ...clock, latest: ended };
  let last = created ?? Number.NEGATIVE_INFINITY;
  for (const participant of participants) {
    for (const name of ['join_time', 'leave_time'] as const) {
      const time = plausibleTime(participant.read(name), clock);
      if (time !== undefined && time > last) last = time;
    }
  }
  if (room.live) {
    const present = Math.max(now, last);
    return { ...clock, now: present, latest: present };
  }
  return { ...clock, latest: last === Number.NEGATIVE_INFINITY ? now : last };
}

/** An end before the creation is no end. */
function endOf(room: Room): number | undefined {
  const { created } = room;
  const sent = room.read('end_time');
  if (sent !== undefined && (created === undefined || sent >= created)) return sent;
  return plusSeconds(created, room.read('duration_sec'));
}

/**
 * A participant's time, if it is plausible for this room; otherwise undefined. Clocks may differ by minutes,
 * but a time more than a day before the creation or after the end is not of this call.
 */
export function plausibleTime(
  time: number | undefined,
  { created, ended, live, now }: Pick<RoomClock, 'created' | 'ended' | 'live' | 'now'>,
): number | undefined {
  if (time === undefined) return undefined;
  if (created !== undefined && time < created - maxRoomMs) return undefined;
  const end = ended ?? (live ? now : created !== undefined ? created + maxRoomMs : undefined);
  return end !== undefined && time > end + maxRoomMs ? undefined : time;
}
