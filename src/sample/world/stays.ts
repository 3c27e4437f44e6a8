import { sampleRooms } from './fixedRooms.ts';
import type { Incident } from './kinds.ts';
import { person, population, unusualIdentities } from './people.ts';
import type { RoomPlan } from './plan.ts';
import { at, Dice } from './random.ts';
import type { ParticipantResource } from './resources.ts';
import {
  clients,
  type ScriptedCall,
  scriptedCodecs,
  scriptedReasons,
  scriptedSeconds,
} from './scriptedCall.ts';
import { drops, refusals } from './values.ts';

/**
 * One participant of a room: a person from one join to one leave. Times in seconds from the creation of the
 * room.
 */
export interface Stay {
  /** The same number is the same person. */
  readonly person: number;
  readonly identity: string;
  readonly edge: string;
  readonly joined: number;
  /** Null: still present, or unknown in a finished room. */
  readonly left: number | null;
  readonly error: number;
  readonly reason: string | null;
  /** Fields of the participant that a script sets. */
  readonly fields?: Partial<ParticipantResource>;
}

/** Twilio's limit on a session, after which a participant is disconnected with 53216. */
const maxSessionSeconds = 4 * 3600;

/** All stays, by join time. Depends on the seed only. */
export function planStays(seed: number, plan: RoomPlan): Stay[] {
  return staysOf(seed, plan).sort((one, other) => one.joined - other.joined);
}

function staysOf(seed: number, plan: RoomPlan): Stay[] {
  if (plan.script) return scriptedStays(plan, plan.script);
  const first = new Dice(seed, 2, plan.index).whole(0, population - 1);
  const stays: Stay[] = [];
  for (let number = 0; number < plan.people; number++) {
    if (stays.length >= (plan.maxStays ?? Number.POSITIVE_INFINITY)) break;
    const dice = new Dice(seed, 3, plan.index, number);
    stays.push(...staysOfPerson(dice, plan, number, personAt(plan, first, number)));
  }
  stays.splice(plan.maxStays ?? stays.length);
  return stays;
}

/** The stays of a script. Times without a fraction, as in all rooms, so that lengths are differences. */
function scriptedStays({ createdMethod, edge }: RoomPlan, { stays }: ScriptedCall): Stay[] {
  const identities = [...new Set(stays.map(([identity]) => identity))];
  return stays.map(([identity, joined, left, client, error = 0, fields]) => ({
    person: identities.indexOf(identity),
    identity,
    edge,
    joined: scriptedSeconds(joined),
    left: scriptedSeconds(left),
    error,
    reason: scriptedReasons[error] ?? null,
    fields: {
      codecs: scriptedCodecs,
      properties: {
        record_on_connect: false,
        is_adhoc: createdMethod !== 'api',
        num_audio_tracks: 1,
        num_video_tracks: client === 'telephone' ? 0 : 1,
        num_data_tracks: 0,
      },
      publisher_info: clients[client],
      ...fields,
    },
  }));
}

function personAt(plan: RoomPlan, first: number, number: number): { identity: string; edge: string } {
  // 427 and the population are coprime: nobody is picked twice before everybody was picked once.
  const participant = person((first + number * 427) % population);
  const unusual =
    plan.sid === sampleRooms.international.sid
      ? unusualIdentities[number]
      : plan.index % 11 === 7 && number === 1
        ? at(unusualIdentities, plan.index)
        : undefined;
  return unusual === undefined ? participant : { ...participant, identity: unusual };
}

type Person = { identity: string; edge: string };

function staysOfPerson(dice: Dice, plan: RoomPlan, number: number, participant: Person): Stay[] {
  const active = plan.activeSeconds;
  const incident = plan.incidents[number];
  // A person with a fixed incident joins early and does not leave early, so that the incident happens.
  const free = incident === undefined;
  const late = free && dice.chance(0.15) ? active * 0.5 : Math.min(150, active / 5);
  const joined = number === 0 ? dice.whole(0, Math.min(20, active / 10)) : dice.whole(1, late);
  const end = leaveTime(dice, plan, joined, free);
  const stay = (from: number, to: number | null, error = 0, reason: string | null = null): Stay => ({
    person: number,
    ...participant,
    joined: from,
    left: to,
    error,
    reason,
  });
  const last = (from: number): Stay => {
    const to = Math.min(end, from + maxSessionSeconds);
    if (to < end) return stay(from, to, 53216, 'session_length_exceeded');
    if (plan.live && to >= active * 0.9) return stay(from, null);
    // The API sometimes loses a leave; that does not mean that the participant is present.
    if (!plan.live && plan.incidents.length === 0 && dice.chance(0.008)) return stay(from, null);
    return stay(from, to, 0, leaveReason(dice, plan, to));
  };

  switch (incident ?? randomIncident(dice)) {
    case 'none':
      return [last(joined)];
    case 'refused': {
      const [code, reason] = at(refusals, plan.index + number);
      const when = code === 53118 ? plan.seconds : joined;
      return [stay(when, when, code, reason)];
    }
    case 'drop': {
      const [code, reason] = at(drops, plan.index + number);
      const dropped = dice.whole(joined + 1, joined + (end - joined) * 0.7);
      const back = dropped + dice.whole(3, 48);
      // With an expired token a participant cannot return unless the application provides another.
      const returns = plan.incidents.length > 0 ? number === 0 : code !== 20104 && dice.chance(0.8);
      const cut = stay(joined, dropped, code, reason);
      return returns && back < end ? [cut, last(back)] : [cut];
    }
    case 'duplicate': {
      const rejoined = dice.whole(joined + 1, joined + (end - joined) * 0.6);
      // For a moment both stays count; a full room has no place for both.
      const overlap = plan.limit > plan.people && rejoined + 8 < end ? dice.whole(1, 3) : 0;
      const evicted = stay(joined, rejoined + overlap, 53205, 'duplicate_identity');
      const refusedAt = rejoined + overlap + 2;
      const refusedRequest = overlap > 0 ? [stay(refusedAt, refusedAt, 53204, 'participant_not_found')] : [];
      return [evicted, last(rejoined), ...refusedRequest];
    }
  }
}

function randomIncident(dice: Dice): Incident {
  const roll = dice.next();
  return roll < 0.055 ? 'drop' : roll < 0.07 ? 'duplicate' : roll < 0.082 ? 'refused' : 'none';
}

function leaveTime(dice: Dice, plan: RoomPlan, joined: number, free: boolean): number {
  const active = plan.activeSeconds;
  if (free && dice.chance(0.1)) return dice.whole(joined + 1, joined + (active - joined) * 0.85);
  if (plan.endReason === 'room_ended_via_api' && dice.chance(0.5)) return active;
  return Math.max(joined + 1, active - dice.whole(0, Math.min(45, (active - joined) / 12)));
}

function leaveReason(dice: Dice, plan: RoomPlan, left: number): string | null {
  if (left === plan.seconds) return 'room_ended_via_api';
  if (dice.chance(0.04)) return 'disconnected_via_api';
  return dice.chance(0.1)
    ? null
    : dice.pick(['participant_disconnected', 'Disconnected by user', 'disconnected']);
}

/** The maximum number of participants at the same time. A leave counts before a join in the same second. */
export function peakOf(stays: readonly Stay[]): number {
  const changes = stays.flatMap((stay) => [
    { second: stay.joined, by: 1 },
    { second: stay.left ?? Number.POSITIVE_INFINITY, by: -1 },
  ]);
  changes.sort((one, other) => one.second - other.second || one.by - other.by);
  let present = 0;
  let peak = 0;
  for (const change of changes) {
    present += change.by;
    peak = Math.max(peak, present);
  }
  return peak;
}
