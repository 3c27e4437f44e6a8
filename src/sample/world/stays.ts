import { sampleRooms } from './fixedRooms.ts';
import type { Incident } from './kinds.ts';
import { person, population, unusualIdentities } from './people.ts';
import type { RoomPlan } from './plan.ts';
import { at, Dice } from './random.ts';
import { drops, refusals } from './values.ts';

/** One participant of a room: a person from one join to one leave. Times in seconds from the room's creation. */
export interface Stay {
  /** The same number is the same person. */
  readonly person: number;
  readonly identity: string;
  readonly edge: string;
  readonly joined: number;
  /** Null: still there, or in a finished room not known. */
  readonly left: number | null;
  readonly error: number;
  readonly reason: string | null;
}

/** Twilio's longest session, after which a participant is disconnected with 53216. */
const maxSessionSeconds = 4 * 3600;

/** Everybody who joined, in the order of joining. Depends on the seed only. */
export function planStays(seed: number, plan: RoomPlan): Stay[] {
  const first = new Dice(seed, 2, plan.index).whole(0, population - 1);
  const stays: Stay[] = [];
  for (let number = 0; number < plan.people; number++) {
    if (stays.length >= (plan.mostStays ?? Number.POSITIVE_INFINITY)) break;
    const dice = new Dice(seed, 3, plan.index, number);
    stays.push(...staysOfPerson(dice, plan, number, who(plan, first, number)));
  }
  stays.splice(plan.mostStays ?? stays.length);
  return stays.sort((one, other) => one.joined - other.joined);
}

function who(plan: RoomPlan, first: number, number: number): { identity: string; edge: string } {
  // 427 has no divisor in common with the population: nobody comes twice before everybody came once.
  const someone = person((first + number * 427) % population);
  const unusual =
    plan.sid === sampleRooms.international.sid
      ? unusualIdentities[number]
      : plan.index % 11 === 7 && number === 1
        ? at(unusualIdentities, plan.index)
        : undefined;
  return unusual === undefined ? someone : { ...someone, identity: unusual };
}

type Person = { identity: string; edge: string };

function staysOfPerson(dice: Dice, plan: RoomPlan, number: number, someone: Person): Stay[] {
  const active = plan.activeSeconds;
  const incident = plan.incidents[number];
  // Whose fate is fixed comes in time and does not leave early: it would not get to it.
  const free = incident === undefined;
  const late = free && dice.chance(0.15) ? active * 0.5 : Math.min(150, active / 5);
  const joined = number === 0 ? dice.whole(0, Math.min(20, active / 10)) : dice.whole(1, late);
  const end = leaving(dice, plan, joined, free);
  const stay = (from: number, to: number | null, error = 0, reason: string | null = null): Stay => ({
    person: number,
    ...someone,
    joined: from,
    left: to,
    error,
    reason,
  });
  const last = (from: number): Stay => {
    const to = Math.min(end, from + maxSessionSeconds);
    if (to < end) return stay(from, to, 53216, 'session_length_exceeded');
    if (plan.live && to >= active * 0.9) return stay(from, null);
    // The API does lose a leave now and then; that is no sign of life.
    if (!plan.live && plan.incidents.length === 0 && dice.chance(0.008)) return stay(from, null);
    return stay(from, to, 0, parting(dice, plan, to));
  };

  switch (incident ?? unforeseen(dice)) {
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
      // Who has no valid token any more cannot return without the application's doing.
      const returns = plan.incidents.length > 0 ? number === 0 : code !== 20104 && dice.chance(0.8);
      const cut = stay(joined, dropped, code, reason);
      return returns && back < end ? [cut, last(back)] : [cut];
    }
    case 'duplicate': {
      const again = dice.whole(joined + 1, joined + (end - joined) * 0.6);
      // For a moment there is one participant more; a full room has no place for it.
      const overlap = plan.limit > plan.people && again + 8 < end ? dice.whole(1, 3) : 0;
      const evicted = stay(joined, again + overlap, 53205, 'duplicate_identity');
      const lost = again + overlap + 2;
      const afterwards = overlap > 0 ? [stay(lost, lost, 53204, 'participant_not_found')] : [];
      return [evicted, last(again), ...afterwards];
    }
  }
}

function unforeseen(dice: Dice): Incident {
  const luck = dice.next();
  return luck < 0.055 ? 'drop' : luck < 0.07 ? 'duplicate' : luck < 0.082 ? 'refused' : 'none';
}

function leaving(dice: Dice, plan: RoomPlan, joined: number, free: boolean): number {
  const active = plan.activeSeconds;
  if (free && dice.chance(0.1)) return dice.whole(joined + 1, joined + (active - joined) * 0.85);
  if (plan.endReason === 'room_ended_via_api' && dice.chance(0.5)) return active;
  return Math.max(joined + 1, active - dice.whole(0, Math.min(45, (active - joined) / 12)));
}

function parting(dice: Dice, plan: RoomPlan, left: number): string | null {
  if (left === plan.seconds) return 'room_ended_via_api';
  if (dice.chance(0.04)) return 'disconnected_via_api';
  return dice.chance(0.1)
    ? null
    : dice.pick(['participant_disconnected', 'Disconnected by user', 'disconnected']);
}

/** The most participants at the same time. Who leaves in the second in which another joins makes place for them. */
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
