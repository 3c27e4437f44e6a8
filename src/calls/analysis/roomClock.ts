import { day } from '../../async/durations.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';

/** A stretch of time in milliseconds since 1970; `end` is never before `start`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** When the room was there, as far as it is known, in milliseconds since 1970. */
export interface RoomClock {
  readonly live: boolean;
  readonly created: number | undefined;
  /** Undefined for a live room, and for one whose end the API does not tell. */
  readonly ended: number | undefined;
  /** The present; in a live room never before anything that has happened, whatever this machine's clock says. */
  readonly now: number;
  /** The latest moment of which anything is known: no drawing goes beyond. */
  readonly latest: number;
}

/** The longest that a room can last: 24 hours (Twilio, "Programmable Video Quotas and Limits"). */
const maxRoomMs = day;

/** The latest time that a date can hold. */
const maxTime = 8.64e15;

/** `time` and so many seconds; undefined where that is no date any more. */
export function plusSeconds(time: number | undefined, seconds: number | undefined): number | undefined {
  if (time === undefined || seconds === undefined) return undefined;
  const sum = time + seconds * 1000;
  return Math.abs(sum) <= maxTime ? sum : undefined;
}

/** Reads the room's times; a finished room without `end_time` ends by its duration. */
export function roomClock(room: Room, participants: readonly Participant[], now: number): RoomClock {
  const created = room.created;
  const seconds = room.read('duration_sec');
  const ended = room.live ? undefined : (room.read('end_time') ?? plusSeconds(created, seconds));
  const clock = { live: room.live, created, ended, now, latest: now };
  if (ended !== undefined) return { ...clock, latest: ended };
  let last = created ?? Number.NEGATIVE_INFINITY;
  for (const participant of participants) {
    for (const name of ['join_time', 'leave_time'] as const) {
      const time = believedTime(participant.read(name), clock);
      if (time !== undefined && time > last) last = time;
    }
  }
  if (room.live) {
    const present = Math.max(now, last);
    return { ...clock, now: present, latest: present };
  }
  return { ...clock, latest: last === Number.NEGATIVE_INFINITY ? now : last };
}

/**
 * A participant's time if it can be of this room. Clocks may disagree by
 * minutes; a day before the creation or after the end is no time of this call.
 */
export function believedTime(
  time: number | undefined,
  { created, ended, live, now }: Pick<RoomClock, 'created' | 'ended' | 'live' | 'now'>,
): number | undefined {
  if (time === undefined) return undefined;
  if (created !== undefined && time < created - maxRoomMs) return undefined;
  const end = ended ?? (live ? now : created !== undefined ? created + maxRoomMs : undefined);
  return end !== undefined && time > end + maxRoomMs ? undefined : time;
}
