import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import { type Lane, lanesOf } from './lanes.ts';
import { type Presence, presenceOf } from './presence.ts';
import { roomClock, type Span } from './roomClock.ts';
import { readStay, type Stay } from './stay.ts';

/** What happened in a room, from its participants' joins and leaves. Times in milliseconds since 1970. */
export interface CallAnalysis {
  readonly room: Room;
  readonly live: boolean;
  /** The present, see `RoomClock`. */
  readonly now: number;
  readonly created: number | undefined;
  /** When the room ended; undefined while it is live and where that is not known. */
  readonly ended: number | undefined;
  /** One per identity, in the order of their first joins. */
  readonly lanes: readonly Lane[];
  /** Lanes of those who got in. */
  readonly people: readonly Lane[];
  /** Lanes of those who are in a live room now. */
  readonly present: readonly Lane[];
  /** Every stay of every lane. */
  readonly stays: readonly Stay[];
  readonly presence: Presence;
  /** The first join of somebody who got in. Usually later than `created`. */
  readonly firstJoin: number | undefined;
  /** The last leave that is known. Usually earlier than `ended`, for an empty room waits before it times out. */
  readonly lastLeave: number | undefined;
  /** Stays that are over, and nobody knows since when. */
  readonly endsMissing: readonly Stay[];
  /** What a time axis has to hold; undefined where no time is known. */
  readonly range: Span | undefined;
}

/**
 * Analyses a call. `now` is in milliseconds since 1970; only a live room
 * depends on it. Never throws: what cannot be read or believed is left out.
 */
export function analyzeCall(room: Room, participants: readonly Participant[], now: number): CallAnalysis {
  const unique = [...new Map(participants.map((one) => [one.key, one])).values()];
  const clock = roomClock(room, unique, now);
  const lanes = lanesOf(
    unique.map((participant) => readStay(participant, clock)),
    clock,
  );
  const stays = lanes.flatMap((lane) => lane.stays);
  const { live, created, ended } = clock;
  const spans = stays.flatMap(({ span }) => span ?? []);
  const joins = stays.flatMap(({ span, arrival }) => (arrival === 'none' || !span ? [] : span.start));
  const leaves = stays.flatMap(({ span, end, arrival }) =>
    end === 'left' && span && arrival !== 'none' ? span.end : [],
  );
  return {
    ...{ room, live, now: clock.now, created, ended, lanes, stays },
    people: lanes.filter(({ entered }) => entered),
    present: lanes.filter((lane) => lane.stays.some(({ end }) => end === 'present')),
    presence: presenceOf(stays),
    firstJoin: min(joins),
    lastLeave: max(leaves),
    endsMissing: stays.filter(({ end, arrival }) => end === 'unknown' && arrival !== 'none'),
    range: rangeOf(spans, [created, ended, live ? clock.now : undefined]),
  };
}

function rangeOf(spans: readonly Span[], others: readonly (number | undefined)[]): Span | undefined {
  const known = others.filter((time) => time !== undefined);
  const start = min([...known, ...spans.map((span) => span.start)]);
  const end = max([...known, ...spans.map((span) => span.end)]);
  return start === undefined || end === undefined ? undefined : { start, end };
}

// Not Math.min(...): a call with a great many arguments overflows the stack.
function min(times: readonly number[]): number | undefined {
  return times.reduce<number | undefined>(
    (one, time) => (one === undefined || time < one ? time : one),
    undefined,
  );
}

function max(times: readonly number[]): number | undefined {
  return times.reduce<number | undefined>(
    (one, time) => (one === undefined || time > one ? time : one),
    undefined,
  );
}
