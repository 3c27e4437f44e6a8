import { isRecoverable, isTrackCode, preventsJoin } from './codeFamilies.ts';
import { type ReasonKind, reasonKind } from './endReason.ts';
import { codeOfReason } from './reasonCodes.ts';
import type { RoomClock, Span } from './roomClock.ts';

/**
 * The outcome of a stay:
 * - `present`: still in the room
 * - `unknown`: over, with no information on how
 * - `left`: a normal leave
 * - `removed`: disconnected through the API
 * - `roomEnded`: the room was ended while the participant was in it
 * - `timeLimit`: the session limit was reached (53216, or a length that shows it)
 * - `evicted`: replaced by another connection of the same identity (53205), and its late requests (53204)
 * - `refused`: an error before the participant was in the room
 * - `dropped`: an error, or an end reason that is clearly no normal leave, after that
 */
export type StayOutcome =
  | 'present'
  | 'unknown'
  | 'left'
  | 'removed'
  | 'roomEnded'
  | 'timeLimit'
  | 'evicted'
  | 'refused'
  | 'dropped';

/**
 * Whether the stay is over and how that is known: `left` has a leave time; `unknown` has none, although the
 * room or the stay is over.
 */
export type StayEnd = 'left' | 'present' | 'unknown';

/** How a stay ended, and whether its error code is of something before the end. */
export interface Outcome {
  readonly outcome: StayOutcome;
  /** The error code did not end the stay: the client got over it, or is in the room still. */
  readonly recovered: boolean;
}

/** The input of `outcomeOf`. Times in milliseconds since 1970. */
export interface OutcomeInput {
  /** As the API sent it. */
  readonly sentCode: number | undefined;
  readonly reason: string | undefined;
  readonly end: StayEnd;
  readonly span: Span | undefined;
  /** `duration_sec`. */
  readonly seconds: number | undefined;
  readonly clock: RoomClock;
  /** The last time before this stay that the identity was evicted (53205). */
  readonly evictedBefore: number | undefined;
  /** Another stay of the same identity ended with 53205. */
  readonly evictedInLane: boolean;
  /** The stay was as long as the session limit, see `staysAtTimeLimit`. */
  readonly atTimeLimit: boolean;
}

/** A join that fails can take this long, in milliseconds, if its code is one that refuses a join. */
const refusalMs = 5000;
/** Any other stay up to this long never was one. */
const momentMs = 1000;
/** A late request of an evicted client comes within this time of the eviction, and does not last longer. */
const afterEvictionMs = 30_000;
/** Two times within this many milliseconds are the same, for the end of a room. */
const sameTimeMs = 2000;

/** The code of a stay: the one that was sent, else the one that its end reason is the text of. */
export function codeOf(sentCode: number | undefined, reason: string | undefined): number | undefined {
  return sentCode ?? codeOfReason(reason);
}

/**
 * The outcome of a stay, from its error code, end reason and times. A code says that something happened, not that it
 * ended the stay: where the reason or the room's end tells another end, a code that can be recovered from is one of
 * before (Twilio's own example has 53002 beside `disconnected_via_api`).
 */
export function outcomeOf(input: OutcomeInput): Outcome {
  const { sentCode, reason, end, clock, span } = input;
  const code = codeOf(sentCode, reason);
  if (end === 'present') return { outcome: 'present', recovered: code !== undefined };
  const kind = reasonKind(reason);
  const byReason = outcomeByReason(kind, input);
  if (sentCode !== undefined && byReason && yieldsTo(sentCode, byReason, input))
    return { outcome: byReason, recovered: true };
  const recoverable = sentCode !== undefined && isRecoverable(sentCode);
  if (recoverable && !reason && clock.endedViaApi && endsWithRoom(span, clock))
    return { outcome: 'roomEnded', recovered: true };
  if (input.atTimeLimit) return { outcome: 'timeLimit', recovered: false };
  if (code !== undefined) return outcomeOfCode(code, input);
  if (kind === 'abnormal') return ending(neverJoined(input, 0) ? 'refused' : 'dropped');
  if (byReason) return ending(byReason);
  if (end === 'left' || reason) return ending('left');
  return ending(clock.endedViaApi && endsWithRoom(span, clock) ? 'roomEnded' : 'unknown');
}

/** Whether a stay that is over ended with an eviction, by its code and its reason. */
export function isEviction(sentCode: number | undefined, reason: string | undefined): boolean {
  const kind = reasonKind(reason);
  if (sentCode === 53205) return kind !== 'removed' && kind !== 'roomEnded';
  const told = sentCode === undefined || sentCode === 53204 || isRecoverable(sentCode);
  return told && kind === 'evicted';
}

/** The outcome that the end reason tells; none if the room's end contradicts it. */
function outcomeByReason(kind: ReasonKind, input: OutcomeInput): StayOutcome | undefined {
  const outcome = outcomeOfKind[kind];
  return outcome === 'roomEnded' && !lastedUntilEnd(input) ? undefined : outcome;
}

/**
 * Whether a code says less of the end than the reason does. A request to the API and the end of the room are facts of
 * the server, whatever code came before; other reasons win over codes that can be recovered from.
 */
function yieldsTo(code: number, outcome: StayOutcome, input: OutcomeInput): boolean {
  if (outcome === 'removed' || outcome === 'roomEnded')
    return (
      !(code === 53118 && outcome === 'roomEnded') &&
      !(preventsJoin(code) && neverJoined(input, refusalMs, code))
    );
  return isRecoverable(code) || code === 53204;
}

/** The outcomes that an end reason tells by itself. */
const outcomeOfKind: Readonly<Partial<Record<ReasonKind, StayOutcome>>> = {
  left: 'left',
  removed: 'removed',
  roomEnded: 'roomEnded',
  evicted: 'evicted',
  timeLimit: 'timeLimit',
};

function ending(outcome: StayOutcome): Outcome {
  return { outcome, recovered: false };
}

function outcomeOfCode(code: number, input: OutcomeInput): Outcome {
  if (code === 53205) return ending('evicted');
  if (code === 53216) return ending('timeLimit');
  if (code === 53204 && isLateRequest(input)) return ending(input.evictedInLane ? 'evicted' : 'refused');
  const never = neverJoined(input, preventsJoin(code) && code !== 53118 ? refusalMs : momentMs, code);
  if (code === 53118 && !never && lastedUntilEnd(input)) return ending('roomEnded');
  if (never && input.clock.pending && !preventsJoin(code) && !input.span)
    return { outcome: 'unknown', recovered: true };
  if (never) return ending('refused');
  if (isTrackCode(code) && codeOfReason(input.reason) !== code)
    return { outcome: input.end === 'unknown' ? 'unknown' : 'left', recovered: true };
  return ending('dropped');
}

/**
 * 53204 of moments, or right behind an eviction, is a request of a client that was out already (Twilio in
 * twilio/twilio-video.js#340). After minutes it is a client that came back too late: Twilio had given the participant
 * up (twilio/twilio-video.js#1005, twilio/twilio-video-ios#95).
 */
function isLateRequest(input: OutcomeInput): boolean {
  const { span, evictedBefore } = input;
  if (neverJoined(input, refusalMs, 53204)) return true;
  if (!span || evictedBefore === undefined) return false;
  return span.start - evictedBefore <= afterEvictionMs && span.end - span.start <= afterEvictionMs;
}

/**
 * True if the stay is too short to count as joined: at most this long, in milliseconds. A participant with an error
 * and without any time was never in (Twilio's records of refused participants have no times).
 */
function neverJoined({ span, seconds = 0, end }: OutcomeInput, maxMs: number, code?: number): boolean {
  if (span && end === 'left') return span.end - span.start <= maxMs;
  if (code !== undefined && preventsJoin(code)) return seconds * 1000 <= maxMs;
  return !span && end !== 'left' && seconds * 1000 <= maxMs;
}

/**
 * Whether the stay lasted until the room ended: the SDKs raise 53118 for everybody in a room that is
 * completed through the API.
 */
function lastedUntilEnd({ span, clock: { ended } }: OutcomeInput): boolean {
  return ended === undefined || span === undefined || span.end >= ended - 10_000;
}

function endsWithRoom(span: Span | undefined, { ended }: RoomClock): boolean {
  return span !== undefined && ended !== undefined && Math.abs(span.end - ended) <= sameTimeMs;
}
