import type { Participant } from '../../insights/resources/participant.ts';
import { participantName } from '../../text/participantText.ts';
import type { StayEnd, StayOutcome } from './outcome.ts';
import { believedTime, plusSeconds, type RoomClock, type Span } from './roomClock.ts';

/**
 * How a stay came about: `first` and `rejoin` of an identity, `duplicate` while
 * the identity was there already, `none` if the participant never got in.
 */
export type Arrival = 'first' | 'rejoin' | 'duplicate' | 'none';

/** One participant of the API: an identity from one join to one leave. */
export interface Stay {
  /** `Participant.key`, as in the table of participants. */
  readonly key: string;
  /** Key of the lane that the stay is in. */
  readonly lane: string;
  /** The identity for people, or the SID. */
  readonly name: string;
  readonly participant: Participant;
  /** From join to leave; undefined where the API's times say nothing. The end of an `unknown` is only drawn there. */
  readonly span: Span | undefined;
  readonly end: StayEnd;
  readonly outcome: StayOutcome;
  readonly errorCode: number | undefined;
  /** As the API sent it. */
  readonly endReason: string | undefined;
  readonly arrival: Arrival;
  /** When the same identity next joined, in milliseconds since 1970. */
  readonly backAt: number | undefined;
  /** The times contradict each other or the room's; what could not be believed was left out. */
  readonly doubtful: boolean;
}

/** What the API says of one stay, before its neighbours are known. Times in milliseconds since 1970. */
export interface StayInput {
  readonly key: string;
  readonly participant: Participant;
  readonly name: string;
  readonly identity: string | undefined;
  readonly join: number | undefined;
  readonly leave: number | undefined;
  readonly seconds: number | undefined;
  readonly present: boolean;
  readonly doubtful: boolean;
}

/** Reads a participant. A join or a leave that is missing follows from the other one and the duration. */
export function readStay(participant: Participant, clock: RoomClock): StayInput {
  const identity = participant.read('participant_identity');
  const sent = { join: participant.read('join_time'), leave: participant.read('leave_time') };
  const seconds = participant.read('duration_sec');
  const leave = believedTime(sent.leave, clock);
  const join =
    believedTime(sent.join, clock) ??
    (seconds === undefined ? undefined : believedTime(plusSeconds(leave, -seconds), clock));
  return {
    key: participant.key,
    participant,
    name: participantName(participant),
    identity: identity?.trim() ? identity : undefined,
    join,
    leave,
    seconds,
    present: clock.live && !participant.ended,
    doubtful:
      (sent.join !== undefined && believedTime(sent.join, clock) === undefined) ||
      (sent.leave !== undefined && leave === undefined) ||
      (join !== undefined && leave !== undefined && leave < join),
  };
}

/**
 * Where the stay is drawn and how its end is known. A leave before the join is
 * not believed: then the duration tells, or the stay has no length. An unknown
 * end lies at the duration, at the latest at the identity's next join (which
 * would have evicted it) and at the room's end.
 */
export function placeStay(
  { join, leave, seconds, present }: StayInput,
  nextJoin: number | undefined,
  clock: RoomClock,
): { span: Span | undefined; end: StayEnd } {
  if (present) {
    const span = join === undefined ? undefined : { start: join, end: Math.max(join, clock.now) };
    return { span, end: 'present' };
  }
  if (join === undefined) return { span: undefined, end: leave === undefined ? 'unknown' : 'left' };
  const lasted = plusSeconds(join, seconds);
  if (leave !== undefined) {
    const end = leave >= join ? leave : Math.min(lasted ?? join, clock.latest);
    return { span: { start: join, end: Math.max(join, end) }, end: 'left' };
  }
  const bound = Math.min(lasted ?? clock.latest, nextJoin ?? clock.latest, clock.latest);
  return { span: { start: join, end: Math.max(join, bound) }, end: 'unknown' };
}
