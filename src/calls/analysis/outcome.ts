import { reasonKind } from './endReason.ts';
import type { Span } from './roomClock.ts';

/**
 * How a stay went:
 * `present` is still there; `unknown`: it is over and nothing says how;
 * `left`: a normal leave; `removed`: disconnected through the API;
 * `roomEnded`: the room was ended around the participant;
 * `timeLimit`: the longest session was over (53216);
 * `evicted`: replaced by another connection of the same identity (53205), and its late requests (53204);
 * `refused`: an error before the participant was in; `dropped`: an error, or an
 * end reason that is clearly no normal leave, after it was in.
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

/** Whether the stay is over and how that is known: a `left` has a leave time, an `unknown` none in a room or stay that is over. */
export type StayEnd = 'left' | 'present' | 'unknown';

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

/** Codes with which somebody does not get in: token, room, identity and quota errors. */
const joinCode = (code: number): boolean =>
  (code >= 20101 && code <= 20107) ||
  (code >= 53100 && code <= 53126) ||
  (code >= 53200 && code <= 53202) ||
  code === 53206 ||
  code >= 53500;

export function outcomeOf(facts: OutcomeInput): StayOutcome {
  const { code, reason, end } = facts;
  // The documentation calls the code "errors encountered": who is still there has got over it.
  if (end === 'present') return 'present';
  if (code !== undefined) return outcomeOfCode(code, facts);
  const kind = reasonKind(reason);
  if (kind === 'abnormal') return neverIn(facts, 0) ? 'refused' : 'dropped';
  if (kind !== 'normal') return kind;
  return end === 'unknown' && !reason ? 'unknown' : 'left';
}

function outcomeOfCode(code: number, facts: OutcomeInput): StayOutcome {
  if (code === 53205) return 'evicted';
  if (code === 53204 && facts.evictedInLane) return 'evicted';
  if (code === 53216) return 'timeLimit';
  if (code === 53118 && !neverIn(facts, 1000) && untilTheEnd(facts)) return 'roomEnded';
  return neverIn(facts, joinCode(code) ? 5000 : 1000) ? 'refused' : 'dropped';
}

/** Whether the stay was no longer than this, in milliseconds. A stay without times was one that began. */
function neverIn({ span, code }: OutcomeInput, longest: number): boolean {
  if (span === undefined) return code !== undefined && joinCode(code);
  return span.end - span.start <= longest;
}

/** The SDKs raise 53118 at everybody who is in a room that is completed through the API. */
function untilTheEnd({ span, roomEnded }: OutcomeInput): boolean {
  return roomEnded === undefined || span === undefined || span.end >= roomEnded - 10_000;
}

/** Whether the stay ended, or did not begin, against what the participant wanted. */
export function isDrop(outcome: StayOutcome): boolean {
  return outcome === 'dropped' || outcome === 'refused' || outcome === 'evicted' || outcome === 'timeLimit';
}
