import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import { participantLabels } from '../../text/names/participantLabels.ts';
import { type DropEvents, dropEventsOf } from './dropEvents.ts';
import { type Evictions, evictionsOf } from './evictions.ts';
import { type Lane, lanesOf } from './lanes.ts';
import { neverMet, type Presence, presenceOf } from './presence.ts';
import { roomClock, type Span } from './roomClock.ts';
import { readStay, type Stay } from './stay.ts';

/** The analysis of a call from its participants' joins and leaves. Times in milliseconds since 1970. */
export interface CallAnalysis {
  readonly room: Room;
  readonly live: boolean;
  /** The present, see `RoomClock`. */
  readonly now: number;
  readonly created: number | undefined;
  /** When the room ended; undefined while it is live and if it is not known. */
  readonly ended: number | undefined;
  /** One lane per identity, by first join. */
  readonly lanes: readonly Lane[];
  /** Lanes of the people who were in the room. */
  readonly people: readonly Lane[];
  /** Lanes of the people in a live room now. */
  readonly present: readonly Lane[];
  /** Every stay of every lane. */
  readonly stays: readonly Stay[];
  readonly presence: Presence;
  /** Whether it is certain that no two people were in the room at the same time. */
  readonly neverMet: boolean;
  /** The first successful join. Usually later than `created`. */
  readonly firstJoin: number | undefined;
  /** The last known leave. Usually earlier than `ended`, because an empty room waits before it times out. */
  readonly lastLeave: number | undefined;
  /** The evictions of each identity that was evicted. */
  readonly evictions: readonly Evictions[];
  /** Several people whose stays broke off together, and stays that broke off because another had left. */
  readonly drops: DropEvents;
  /** Whether the application ended the room through the API. */
  readonly endedViaApi: boolean;
  /** Stays that are over with an unknown end. */
  readonly endsMissing: readonly Stay[];
  /** The range of a time axis; undefined if no time is known. */
  readonly range: Span | undefined;
}

/**
 * Analyses a call. `now` is in milliseconds since 1970; it only affects live rooms. Never throws: unreadable
 * or implausible values are ignored.
 */
export function analyzeCall(room: Room, participants: readonly Participant[], now: number): CallAnalysis {
  const unique = [...new Map(participants.map((one) => [one.key, one])).values()];
  const clock = roomClock(room, unique, now);
  const labelOf = participantLabels(unique);
  const lanes = lanesOf(
    unique.map((participant) => readStay(participant, labelOf, clock)),
    clock,
  );
  const stays = lanes.flatMap((lane) => lane.stays);
  const evictions = evictionsOf(lanes);
  const { live, created, ended, endedViaApi } = clock;
  const spans = stays.flatMap(({ span }) => span ?? []);
  const people = lanes.filter(({ entered }) => entered);
  const presence = presenceOf(stays);
  const joins = stays.flatMap(({ span, arrival }) => (arrival === 'none' || !span ? [] : span.start));
  const leaves = stays.flatMap(({ span, end, arrival }) =>
    end === 'left' && span && arrival !== 'none' ? span.end : [],
  );
  return {
    room,
    live,
    now: clock.now,
    created,
    ended,
    lanes,
    stays,
    people,
    present: lanes.filter((lane) => lane.stays.some(({ end }) => end === 'present')),
    presence,
    neverMet: neverMet(people, presence),
    evictions,
    drops: dropEventsOf(room, stays, evictions),
    endedViaApi,
    firstJoin: min(joins),
    lastLeave: max(leaves),
    endsMissing: stays.filter(
      ({ end, arrival, outcome }) => end === 'unknown' && arrival !== 'none' && outcome !== 'roomEnded',
    ),
    range: rangeOf(spans, [created, ended, live ? clock.now : undefined]),
  };
}

function rangeOf(spans: readonly Span[], others: readonly (number | undefined)[]): Span | undefined {
  const known = others.filter((time) => time !== undefined);
  const start = min([...known, ...spans.map((span) => span.start)]);
  const end = max([...known, ...spans.map((span) => span.end)]);
  return start === undefined || end === undefined ? undefined : { start, end };
}

// Not Math.min(...): too many arguments overflow the stack.
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
