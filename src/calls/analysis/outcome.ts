import { reasonKind } from './endReason.ts';
import type { Span } from './roomClock.ts';

/**
 * The outcome of a stay:
 * - `present`: still in the room
 * - `unknown`: over, with no information on how
 * - `left`: a normal leave
 * - `removed`: disconnected through the API
 * - `roomEnded`: the room was ended while the participant was in it
 * - `timeLimit`: the session limit was reached (53216)
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

/** The input of `outcomeOf`. */
export interface OutcomeInput {
  readonly code: number | undefined;
  readonly reason: string | undefined;
  readonly end: StayEnd;
  readonly span: Span | undefined;
  /** When the room ended, in milliseconds since 1970. */
  readonly roomEnded: number | undefined;
  /** Another stay of the same identity ended with 53205. */
  readonly evictedInLane: boolean;
}

/** Codes that prevent a join: token, room, identity and quota errors. */
const joinCode = (code: number): boolean =>
  (code >= 20101 && code <= 20107) ||
  (code >= 53100 && code <= 53126) ||
  (code >= 53200 && code <= 53202) ||
  code === 53206 ||
  code >= 53500;

/** The outcome of a stay, from its error code, end reason and times. */
export function outcomeOf(input: OutcomeInput): StayOutcome {
  const { code, reason, end } = input;
  // The documentation calls the code "errors encountered": a participant still in the room has recovered.
  if (end === 'present') return 'present';
  if (code !== undefined) return outcomeOfCode(code, input);
  const kind = reasonKind(reason);
  if (kind === 'abnormal') return neverJoined(input, 0) ? 'refused' : 'dropped';
  if (kind !== 'normal') return kind;
  return end === 'unknown' && !reason ? 'unknown' : 'left';
}

function outcomeOfCode(code: number, input: OutcomeInput): StayOutcome {
  if (code === 53205) return 'evicted';
  if (code === 53204 && input.evictedInLane) return 'evicted';
  if (code === 53216) return 'timeLimit';
  if (code === 53118 && !neverJoined(input, 1000) && lastedUntilEnd(input)) return 'roomEnded';
  return neverJoined(input, joinCode(code) ? 5000 : 1000) ? 'refused' : 'dropped';
}

/**
 * True if the stay is too short to count as joined: at most this long, in milliseconds. Without times only a
 * code that prevents a join counts.
 */
function neverJoined({ span, code }: OutcomeInput, maxMs: number): boolean {
  if (span === undefined) return code !== undefined && joinCode(code);
  return span.end - span.start <= maxMs;
}

/**
 * Whether the stay lasted until the room ended: the SDKs raise 53118 for everybody in a room that is
 * completed through the API.
 */
function lastedUntilEnd({ span, roomEnded }: OutcomeInput): boolean {
  return roomEnded === undefined || span === undefined || span.end >= roomEnded - 10_000;
}

/** Whether the stay ended, or did not begin, against the participant's will. */
export function isDrop(outcome: StayOutcome): boolean {
  return outcome === 'dropped' || outcome === 'refused' || outcome === 'evicted' || outcome === 'timeLimit';
}
