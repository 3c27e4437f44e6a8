/** A use of rooms in a product. Room names are unique only among rooms in progress, so most repeat. */
export interface RoomKind {
  readonly names: readonly string[];
  readonly types: readonly string[];
  /** Minimum and maximum number of people. */
  readonly people: readonly [number, number];
  /** Minimum and maximum time with people in the room, in minutes. */
  readonly minutes: readonly [number, number];
}

const visit: RoomKind = {
  names: [
    'visit-{number}',
    'Telehealth · Dr. Okafor · {number}',
    'Dermatology follow-up {number}',
    'consulta-{number}',
    'Kindersprechstunde Dr. Weiß',
    '初診 {number}',
  ],
  types: ['go', 'peer_to_peer', 'group_small'],
  people: [2, 2],
  minutes: [6, 34],
};

const lesson: RoomKind = {
  names: [
    'Algebra II – period 3',
    'GCSE Chemistry with Isla',
    'Español A2 · grupo {letter}',
    'lesson-{number}',
    'Violin 🎻 Thursday',
    'Écriture créative',
  ],
  types: ['group_small', 'group'],
  people: [2, 4],
  minutes: [25, 62],
};

const standUp: RoomKind = {
  names: [
    'Stand-up: payments',
    'Stand-up: mobile',
    'daily-platform',
    'Morning huddle ☕',
    'Retro {letter}',
    'Планёрка',
  ],
  types: ['group', 'peer_to_peer'],
  people: [4, 9],
  minutes: [9, 38],
};

const support: RoomKind = {
  names: ['support-{number}', 'Case 00{number}', 'co-browse/{number}', 'Suporte técnico {number}'],
  types: ['group', 'peer_to_peer', 'group_small', 'go'],
  people: [2, 3],
  minutes: [3, 46],
};

const workshop: RoomKind = {
  names: [
    'Quarterly planning',
    'Onboarding cohort {letter}',
    'Architecture review',
    'Taller de diseño',
    'Book club: Middlemarch',
  ],
  types: ['group'],
  people: [10, 24],
  minutes: [40, 110],
};

const webinar: RoomKind = {
  names: ['Webinar: releasing on Fridays', 'Town hall', 'Product tour – EMEA', 'Open evening 🏫'],
  types: ['group', 'group', 'broadcast'],
  people: [28, 50],
  minutes: [45, 90],
};

const unused: RoomKind = {
  names: ['interview-{number}', 'test', 'Waiting room {letter}'],
  types: ['group', 'go'],
  people: [0, 1],
  minutes: [1, 12],
};

/** A long room name, as an application writes it that puts all details into the name. */
export const longName =
  'Claims inspection: hail damage, roof and both garage doors, policy {number}, with the adjuster and the tenant';

/** The kinds, repeated by frequency. */
export const roomKinds: readonly RoomKind[] = [
  visit,
  visit,
  visit,
  visit,
  visit,
  lesson,
  lesson,
  lesson,
  lesson,
  standUp,
  standUp,
  standUp,
  support,
  support,
  support,
  support,
  workshop,
  webinar,
  unused,
];

/** A problem of one participant. */
export type Incident = 'drop' | 'duplicate' | 'refused' | 'none';
