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

const minute = 60;
const hour = 3600;
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
    age: 23 * minute,
    incidents: ['none', 'none', 'none'],
  },
  {
    ...sampleRooms.webinar,
    type: 'group',
    people: 1000,
    limit: 1000,
    maxStays: 1000,
    activeSeconds: 75 * minute,
    endedAgo: 5 * hour,
  },
  {
    ...sampleRooms.duplicateIdentity,
    type: 'group',
    people: 6,
    activeSeconds: 18 * minute,
    endedAgo: 2 * hour,
    incidents: ['duplicate', 'none', 'none', 'drop'],
  },
  {
    ...sampleRooms.dropped,
    type: 'go',
    people: 2,
    activeSeconds: 26 * minute,
    endedAgo: 70 * minute,
    incidents: ['drop', 'drop'],
  },
  { ...sampleRooms.empty, type: 'group', people: 0, endedAgo: 3 * hour },
  { ...sampleRooms.unnamed, type: 'group', people: 3, activeSeconds: 31 * minute, endedAgo: 6 * hour },
  {
    ...sampleRooms.namedBySid,
    type: 'peer_to_peer',
    people: 2,
    activeSeconds: 12 * minute,
    endedAgo: 4 * hour,
  },
  {
    ...sampleRooms.solo,
    type: 'go',
    people: 1,
    activeSeconds: 3 * minute,
    endedAgo: 8 * hour,
    incidents: ['none'],
  },
  {
    ...sampleRooms.international,
    type: 'group',
    people: 6,
    activeSeconds: 44 * minute,
    endedAgo: 90 * minute,
  },
  {
    ...sampleRooms.sessionLimit,
    type: 'group',
    people: 5,
    activeSeconds: 4 * hour + 20 * minute,
    endedAgo: 9 * hour,
    incidents: ['none', 'none', 'none', 'none', 'none'],
  },
  {
    ...sampleRooms.refused,
    type: 'group_small',
    people: 3,
    activeSeconds: 14 * minute,
    endedAgo: 4 * minute,
    incidents: ['none', 'drop', 'refused'],
  },
];
