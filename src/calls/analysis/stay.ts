import type { Participant } from '../../insights/resources/participant.ts';
import type { LabelOf } from '../../text/names/participantLabels.ts';
import type { StayEnd, StayOutcome } from './outcome.ts';
import { plausibleTime, plusSeconds, type RoomClock, type Span } from './roomClock.ts';

/**
 * How a stay began: `first` and `rejoin` of an identity, `duplicate` while the identity was in the room
 * already, `none` if the participant never was in the room.
 */
export type Arrival = 'first' | 'rejoin' | 'duplicate' | 'none';

/** One participant of the API: an identity from one join to one leave. */
export interface Stay {
  /** `Participant.key`, as in the table of participants. */
  readonly key: string;
  /** Key of its lane. */
  readonly lane: string;
  /** The label of the identity, or of the SID if there is none: short, and different from all others. */
  readonly name: string;
  readonly participant: Participant;
  /**
   * From join to leave; undefined without times. If `end` is `unknown`, the end of the span is an estimate.
   */
  readonly span: Span | undefined;
  readonly end: StayEnd;
  readonly outcome: StayOutcome;
  /** The code that was sent, else the one that the end reason is the text of. */
  readonly errorCode: number | undefined;
  /** The error code did not end the stay, see `Outcome`. */
  readonly recovered: boolean;
  /** The code that ended the stay: that of the reason if the other one did not. */
  readonly endCode: number | undefined;
  /** The session limit that the stay was as long as, in milliseconds. */
  readonly limitMs: number | undefined;
  /** As the API sent it. */
  readonly endReason: string | undefined;
  readonly arrival: Arrival;
  /** When the same identity next joined, in milliseconds since 1970. */
  readonly backAt: number | undefined;
  /** The times contradict each other or the room's; implausible times were ignored. */
  readonly doubtful: boolean;
}

/** A stay as the API sent it, before other stays are considered. Times in milliseconds since 1970. */
export interface StayInput {
  readonly key: string;
  readonly participant: Participant;
  readonly name: string;
  readonly identity: string | undefined;
  readonly join: number | undefined;
  readonly leave: number | undefined;
  readonly seconds: number | undefined;
  /** `end_reason`, unless it is empty. */
  readonly reason: string | undefined;
  readonly present: boolean;
  readonly doubtful: boolean;
}

/** Reads a participant. A missing join follows from the leave and the duration. */
export function readStay(participant: Participant, labelOf: LabelOf, clock: RoomClock): StayInput {
  const identity = participant.read('participant_identity');
  const sent = { join: participant.read('join_time'), leave: participant.read('leave_time') };
  const seconds = participant.read('duration_sec');
  const leave = plausibleTime(sent.leave, clock);
  const join =
    plausibleTime(sent.join, clock) ??
    (seconds === undefined ? undefined : plausibleTime(plusSeconds(leave, -seconds), clock));
  return {
    key: participant.key,
    participant,
    name: labelOf(participant),
    identity: identity?.trim() ? identity : undefined,
    join,
    leave,
    seconds,
    reason: participant.read('end_reason') || undefined,
    present: clock.live && !participant.ended,
    doubtful:
      (sent.join !== undefined && plausibleTime(sent.join, clock) === undefined) ||
      (sent.leave !== undefined && leave === undefined) ||
      (join !== undefined && leave !== undefined && leave < join) ||
      [join, leave].some((time) => time !== undefined && isAfterEnd(time, clock)),
  };
}

/** Clocks of a room and of its participants differ by less, in milliseconds. */
const endToleranceMs = 2000;

function isAfterEnd(time: number, { ended }: RoomClock): boolean {
  return ended !== undefined && time > ended + endToleranceMs;
}

/** The part of a span until the room ended: nobody was in the room after that. */
export function untilRoomEnd(span: Span | undefined, { ended }: RoomClock): Span | undefined {
  if (!span || ended === undefined || span.end <= ended) return span;
  return { start: Math.min(span.start, ended), end: ended };
}

/**
 * The span of the stay, and how its end is known. A leave before the join is ignored: the end then follows
 * from the duration, or equals the join. An unknown end is estimated from the duration, but not later than
 * the identity's next join (which would have evicted it) or the end of the room.
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
  const endByDuration = plusSeconds(join, seconds);
  if (leave !== undefined) {
    const end = leave >= join ? leave : Math.min(endByDuration ?? join, clock.latest);
    return { span: { start: join, end: Math.max(join, end) }, end: 'left' };
  }
  const estimate = Math.min(endByDuration ?? clock.latest, nextJoin ?? clock.latest, clock.latest);
  return { span: { start: join, end: Math.max(join, estimate) }, end: 'unknown' };
}
