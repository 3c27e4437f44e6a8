import { reservedPlans } from './fixedRooms.ts';
import { type Incident, longName, roomKinds } from './kinds.ts';
import { at, Dice, sid } from './random.ts';
import { type ScriptedCall, scriptedCodecs, scriptedSeconds } from './scriptedCall.ts';
import { codecSets, createdMethods, regions, roomLimits } from './values.ts';

/** The properties of a room before its participants join. Depends on the seed, not on the time. */
export interface RoomPlan {
  readonly index: number;
  readonly sid: string;
  readonly name: string | null;
  /** As the API sends it: underscores may be hyphens. */
  readonly type: string;
  /** The maximum number of participants at the same time. */
  readonly limit: number;
  readonly people: number;
  /** The maximum number of stays, rejoins included, if it is fixed. */
  readonly maxStays?: number;
  /** Seconds from the creation to the end, or until now while it is live. */
  readonly seconds: number;
  /** Seconds from the creation until the last person left. */
  readonly activeSeconds: number;
  readonly live: boolean;
  /** Seconds from the end to now, if that is fixed. */
  readonly endedAgo?: number;
  /** The incidents of the first people, if they are fixed. */
  readonly incidents: readonly Incident[];
  readonly endReason: string | null;
  readonly createdMethod: string;
  readonly region: string;
  readonly edge: string;
  readonly codecs: readonly string[];
  readonly recorded: boolean;
  /** The course of the call, if it is not left to the dice. */
  readonly script?: ScriptedCall;
}

/** Age in seconds of the live room that nobody has joined yet. */
const justCreated = 85;

/** Ages in seconds of the live rooms that are not in `sampleRooms`. */
const liveAges = [justCreated, 4 * 60, 37 * 60, 58 * 60 + 11, 95 * 60];

/** The number of rooms that every world begins with: the reserved and the live ones. */
export const fixedRoomCount = reservedPlans.length + liveAges.length;

/** Twilio ends an unused or an empty room after five minutes, unless the application sets another timeout. */
const emptyRoomSeconds = 300;

/**
 * The room with that index: first the reserved ones, then the live ones, then all others, newest first. With a
 * script, the call of that script takes the place of the room.
 */
export function planRoom(seed: number, index: number, script?: ScriptedCall): RoomPlan {
  const plan = planByDice(seed, index);
  return script === undefined ? plan : { ...plan, ...planScript(script) };
}

function planScript(script: ScriptedCall): Partial<RoomPlan> {
  const { name, type, stays } = script;
  const [region, edge] = script.region;
  const activeSeconds = Math.max(...stays.map(([, , left]) => scriptedSeconds(left)));
  return {
    script,
    name,
    type,
    limit: roomLimits[type] ?? 50,
    people: new Set(stays.map(([identity]) => identity)).size,
    seconds: activeSeconds + (script.endedViaApi ? 0 : emptyRoomSeconds),
    activeSeconds,
    endReason: script.endedViaApi ? 'room_ended_via_api' : 'timeout',
    region,
    edge,
    codecs: [...new Set(stays.flatMap(([, , , , , fields]) => fields?.codecs ?? scriptedCodecs))],
    recorded: false,
  };
}

function planByDice(seed: number, index: number): RoomPlan {
  const dice = new Dice(seed, 1, index);
  const reserved = reservedPlans[index];
  const age = reserved ? reserved.age : liveAges[index - reservedPlans.length];
  const picked = dice.pick(roomKinds);
  // One live room of each kind: names are unique among rooms in progress.
  const kind = reserved || age === undefined ? picked : at(roomKinds, 4 * (index - reservedPlans.length) + 2);
  const type = reserved?.type ?? dice.pick(kind.types);
  const limit = reserved?.limit ?? roomLimits[type] ?? 50;
  const planned = dice.whole(...kind.people);
  const people = reserved?.people ?? (age === justCreated ? 0 : Math.min(limit, planned));
  // Sometimes a participant forgets to leave and reaches Twilio's limit of four hours.
  const forgotten = !reserved && index % 53 === 20 && people > 1;
  const minutes = dice.whole(...kind.minutes);
  const active = age ?? reserved?.activeSeconds ?? (forgotten ? 15_000 : minutes * 60 + dice.whole(0, 59));
  const activeSeconds = people === 0 ? 0 : active;
  const live = age !== undefined;
  const timesOut = people < 2 || forgotten || dice.chance(0.35);
  const endReason = index % 61 === 33 ? 'max_duration_reached' : timesOut ? 'timeout' : 'room_ended_via_api';
  const roomSid = reserved?.sid ?? sid('RM', seed, index);
  const [region, edge] = dice.chance(0.5) ? at(regions, dice.whole(0, 1)) : at(regions, index >> 1);
  return {
    index,
    sid: roomSid,
    name: reserved ? reserved.name : nameRoom(dice, kind.names, roomSid, index),
    type: index % 17 === 3 && !reserved ? type.replaceAll('_', '-') : type,
    limit,
    people,
    seconds: live ? active : activeSeconds + (timesOut ? emptyRoomSeconds : 0),
    activeSeconds: live ? active : activeSeconds,
    live,
    incidents: reserved?.incidents ?? [],
    endReason: live ? null : endReason,
    createdMethod: index % 43 === 27 ? 'ad-hoc' : dice.pick(createdMethods),
    region,
    edge: index % 31 === 4 ? edge.replaceAll('_', '-') : edge,
    codecs: people === 0 ? [] : dice.chance(0.6) ? at(codecSets, 0) : at(codecSets, index),
    recorded: !type.startsWith('go') && dice.chance(0.3),
    ...(reserved?.endedAgo !== undefined && { endedAgo: reserved.endedAgo }),
    ...(reserved?.maxStays !== undefined && { maxStays: reserved.maxStays }),
  };
}

function nameRoom(dice: Dice, names: readonly string[], roomSid: string, index: number): string | null {
  const pattern = dice.pick(names);
  const name = (index % 47 === 29 ? longName : pattern)
    .replace('{number}', String(dice.whole(1042, 9871)))
    .replace('{letter}', String.fromCharCode(dice.whole(65, 70)));
  // A room created without a name has its SID as name; older ones have null.
  if (index % 19 === 5) return roomSid;
  return index % 37 === 9 ? null : name;
}
