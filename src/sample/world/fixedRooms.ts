import type { Incident } from './kinds.ts';
import { sid } from './random.ts';

interface ReservedPlan {
  readonly sid: string;
  readonly name: string | null;
  readonly type: string;
  readonly people: number;
  readonly limit?: number;
  readonly maxStays?: number;
  readonly incidents?: readonly Incident[];
  /** Live rooms: seconds since the creation. */
  readonly age?: number;
  /** Finished rooms: seconds with people in it, and seconds from its end to now. */
  readonly activeSeconds?: number;
  readonly endedAgo?: number;
}

/** Seconds. */
const [inMinutes, inHours] = [60, 3600];
const reservedSid = (number: number): string => sid('RM', 0x700d, number);

/**
 * Rooms that every sample world has, whatever its seed, all created in the last 24 hours. Their SIDs and
 * names are constants; their participants depend on the seed.
 */
export const sampleRooms = {
  /** Live for 23 minutes, three people. */
  live: { sid: reservedSid(1), name: 'Maths with Chiara – Year 9' },
  /** The only room with 1,000 participants. */
  webinar: { sid: reservedSid(2), name: 'Webinar: what’s new this autumn' },
  /** One identity twice at the same time: 53205 for the first, 53204 after. */
  duplicateIdentity: { sid: reservedSid(3), name: 'Stand-up: platform team' },
  /** Two people, both dropped by an error; at least one of them came back. */
  dropped: { sid: reservedSid(4), name: 'Tele-health: Dr. Okafor, 10:30' },
  /** Nobody joined; it timed out. */
  empty: { sid: reservedSid(5), name: 'Interview room 7' },
  /** Its name is null. */
  unnamed: { sid: reservedSid(6), name: null },
  /** Its name is its SID. */
  namedBySid: { sid: reservedSid(7), name: reservedSid(7) },
  /** One person, alone. */
  solo: { sid: reservedSid(8), name: 'mic check 🎤' },
  /** Identities that are long, written from right to left, with emoji and with markup. */
  international: { sid: reservedSid(9), name: 'اجتماع الفريق · Équipe 国際' },
  /** More than four hours: everybody left with 53216. */
  sessionLimit: { sid: reservedSid(10), name: 'war-room-checkout-latency' },
  /** One person was refused with 53118 or a similar code; ended a few minutes ago, still being processed. */
  refused: { sid: reservedSid(11), name: 'support-40711' },
} as const;

/** The plans of these rooms. */
export const reservedPlans: readonly ReservedPlan[] = [
  {
    ...sampleRooms.live,
    type: 'group_small',
    people: 3,
    age: 23 * inMinutes,
    incidents: ['none', 'none', 'none'],
  },
  {
    ...sampleRooms.webinar,
    type: 'group',
    people: 1000,
    limit: 1000,
    maxStays: 1000,
    activeSeconds: 75 * inMinutes,
    endedAgo: 5 * inHours,
  },
  {
    ...sampleRooms.duplicateIdentity,
    type: 'group',
    people: 6,
    activeSeconds: 18 * inMinutes,
    endedAgo: 2 * inHours,
    incidents: ['duplicate', 'none', 'none', 'drop'],
  },
  {
    ...sampleRooms.dropped,
    type: 'go',
    people: 2,
    activeSeconds: 26 * inMinutes,
    endedAgo: 70 * inMinutes,
    incidents: ['drop', 'drop'],
  },
  { ...sampleRooms.empty, type: 'group', people: 0, endedAgo: 3 * inHours },
  { ...sampleRooms.unnamed, type: 'group', people: 3, activeSeconds: 31 * inMinutes, endedAgo: 6 * inHours },
  {
    ...sampleRooms.namedBySid,
    type: 'peer_to_peer',
    people: 2,
    activeSeconds: 12 * inMinutes,
    endedAgo: 4 * inHours,
  },
  {
    ...sampleRooms.solo,
    type: 'go',
    people: 1,
    activeSeconds: 3 * inMinutes,
    endedAgo: 8 * inHours,
    incidents: ['none'],
  },
  {
    ...sampleRooms.international,
    type: 'group',
    people: 6,
    activeSeconds: 44 * inMinutes,
    endedAgo: 90 * inMinutes,
  },
  {
    ...sampleRooms.sessionLimit,
    type: 'group',
    people: 5,
    activeSeconds: 4 * inHours + 20 * inMinutes,
    endedAgo: 9 * inHours,
    incidents: ['none', 'none', 'none', 'none', 'none'],
  },
  {
    ...sampleRooms.refused,
    type: 'group_small',
    people: 3,
    activeSeconds: 14 * inMinutes,
    endedAgo: 4 * inMinutes,
    incidents: ['none', 'drop', 'refused'],
  },
];
