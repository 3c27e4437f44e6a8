import { at, failed, iso, live, over, stay } from '../calls.ts';
import { edge, phone, type RuleCases, region, together } from './ruleCases.ts';

const api = { ...over, end_reason: 'room_ended_via_api' };
const inRegion = (name: string, type = 'group') => ({ ...over, media_region: name, room_type: type });
/** Participants who came in through these edges. */
const through = (...edges: (string | null)[]) =>
  edges.map((name, n) => stay(`participant-${n}`, at(1), at(40 + n), edge(name)));

/** What the records of a room and of its participants say of their ends, places and times. */
export const recordCases: RuleCases<
  | 'ended-with-people'
  | 'removed'
  | 'other-region'
  | 'far-edge'
  | 'status-contradiction'
  | 'times-doubtful'
  | 'unknown-reason'
  | 'reconnecting'
  | 'list-incomplete'
> = {
  'ended-with-people': {
    speaks: [
      {
        when: 'the API ended the room around people',
        room: api,
        people: () => [stay('A', at(1), at(60)), stay('B', at(1), at(60))],
      },
      {
        when: 'they were told with 53118',
        room: api,
        people: () => [stay('A', at(1), at(59, 55), failed(53118))],
      },
      {
        when: 'the value is spelled with hyphens',
        room: { ...api, end_reason: 'room-ended-via-api' },
        people: () => [stay('A', at(1), at(60)), stay('B', at(1), at(60))],
      },
      {
        when: 'somebody had just left, which can be why it was ended',
        room: api,
        people: () => [stay('A', at(1), at(60)), stay('B', at(1), at(59, 30))],
      },
      {
        when: 'leaves are not known',
        room: api,
        people: () => [stay('A', at(1), null), stay('B', at(1), null)],
      },
      {
        when: 'records end a second after the room',
        room: api,
        people: () => [stay('A', at(1), at(60, 1)), stay('B', at(1), at(60, 1))],
      },
      {
        when: 'a code that was got over stands beside the end',
        room: api,
        people: () => [stay('A', at(1), at(60), failed(53001)), stay('B', at(1), at(30))],
      },
    ],
    silent: [
      { when: 'everybody had left', room: api, people: () => together() },
      {
        when: 'everybody had left some seconds before',
        room: api,
        people: () => [stay('A', at(1), at(59, 50)), stay('B', at(1), at(59, 55))],
      },
      { when: 'nobody had come', room: api, people: () => [] },
      { when: 'the room timed out', people: () => [stay('A', at(1), at(60)), stay('B', at(1), at(60))] },
      {
        when: 'somebody was refused at the end',
        room: api,
        people: () => [...together(), stay('C', at(60), at(60), failed(53118))],
      },
    ],
  },
  removed: {
    speaks: [
      {
        when: 'the API disconnected somebody',
        people: () => together({ end_reason: 'disconnected_via_api' }),
      },
      {
        when: 'a code that was got over stands beside it',
        people: () => together(failed(53002, { end_reason: 'Disconnected-via-API' })),
      },
      {
        when: 'two were removed',
        people: () => together({ end_reason: 'kicked' }, { end_reason: 'disconnected_via_api' }),
      },
    ],
    silent: [
      {
        when: 'the whole room was ended',
        room: api,
        people: () => [stay('A', at(1), at(60), failed(53118)), stay('B', at(1), at(60))],
      },
      { when: 'somebody hung up', people: () => together({ end_reason: 'disconnected_by_user' }) },
      { when: 'another connection took the place', people: () => together(failed(53205)) },
      { when: 'the connection was lost', people: () => together(failed(53001)) },
    ],
  },
  'other-region': {
    speaks: [
      {
        when: 'regions differ',
        room: inRegion('us1'),
        people: () => together(region('us1'), region('ie1')),
      },
      {
        when: 'a small group room is spelled with a hyphen',
        room: inRegion('US1', 'group-small'),
        people: () => together(region('us1'), region('IE1')),
      },
    ],
    silent: [
      {
        when: 'they are the same, however spelled',
        room: inRegion('us1'),
        people: () => together(region('US1'), region(' us1 ')),
      },
      {
        when: 'the room’s is not a place',
        room: inRegion('gll'),
        people: () => together(region('us1'), region('ie1')),
      },
      { when: 'the room’s is not known', people: () => together(region('us1'), region('ie1')) },
      {
        when: 'the participants’ are not places',
        room: inRegion('us1'),
        people: () => together(region('gll'), region(null)),
      },
      {
        when: 'they are regions of Twilio’s own tests',
        room: inRegion('us1'),
        people: () => together(region('outside'), region('stage_us1')),
      },
      {
        when: 'the room’s is one of Twilio’s own tests',
        room: inRegion('dev_us1'),
        people: () => together(region('us1'), region('us1')),
      },
      {
        when: 'media goes between the clients',
        room: inRegion('us1', 'peer-to-peer'),
        people: () => together(region('us1'), region('ie1')),
      },
      {
        when: 'it is a phone, which always comes in through us1',
        room: inRegion('ie1'),
        people: () => [...together(region('ie1'), region('ie1')), phone(at(2), at(30), region('us1'))],
      },
      {
        when: 'that one was not let in',
        room: inRegion('us1'),
        people: () => [...together(region('us1')), stay('C', at(5), at(5), failed(20104, region('ie1')))],
      },
    ],
  },
  'far-edge': {
    speaks: [
      {
        when: 'all came in through another part of the world',
        room: inRegion('au1'),
        people: () => through('frankfurt', 'frankfurt'),
      },
      {
        when: 'most came in through two edges close to each other',
        room: inRegion('au1', 'group-small'),
        people: () => through('dublin', 'frankfurt', 'sydney'),
      },
    ],
    silent: [
      {
        when: 'one of many was far away',
        room: inRegion('au1'),
        people: () => through('dublin', 'sydney', 'sydney'),
      },
      { when: 'there is only one', room: inRegion('au1'), people: () => through('dublin') },
      {
        when: 'half of them were far away',
        room: inRegion('au1'),
        people: () => through('dublin', 'dublin', 'sydney', 'sydney'),
      },
      {
        when: 'they were all over the world',
        room: inRegion('au1'),
        people: () => through('dublin', 'frankfurt', 'tokyo', 'ashburn', 'sao_paulo'),
      },
      {
        when: 'the region is close to the edge',
        room: inRegion('ie1'),
        people: () => through('frankfurt', 'frankfurt', 'frankfurt'),
      },
      {
        when: 'it is spelled differently',
        room: inRegion('BR1'),
        people: () => through('sao-paulo', 'Sao_Paulo'),
      },
      {
        when: 'edges name no place',
        room: inRegion('au1'),
        people: () => through('roaming', 'roaming', null),
      },
      { when: 'the region names no place', room: inRegion('gll'), people: () => through('dublin', 'dublin') },
      {
        when: 'media goes between the clients',
        room: inRegion('au1', 'peer_to_peer'),
        people: () => through('dublin', 'dublin'),
      },
      {
        when: 'they are phones',
        room: inRegion('ie1'),
        people: () => [
          ...['+14155550101', '+14155550102', '+14155550103'].map((name) =>
            stay(name, at(1), at(30), { publisher_info: {}, ...edge('ashburn') }),
          ),
          ...through('dublin'),
        ],
      },
      {
        when: 'one person came in twice',
        room: inRegion('au1'),
        people: () => [
          stay('Alice', at(1), at(20), edge('dublin')),
          stay('Alice', at(21), at(40), edge('dublin')),
          stay('Bob', at(1), at(40), edge('sydney')),
        ],
      },
    ],
  },
  'status-contradiction': {
    speaks: [
      {
        when: 'a room in progress has an end time',
        room: { ...over, room_status: 'in_progress', processing_state: 'in_progress' },
        people: () => together(),
      },
      {
        when: 'its summary is finished',
        room: { ...over, room_status: 'in-progress', end_time: null },
        people: () => together(),
      },
    ],
    silent: [
      { when: 'it is over', people: () => together() },
      { when: 'it is live', room: live, people: () => [stay('A', at(1), null), stay('B', at(1), null)] },
      {
        when: 'it is live, and everybody has left',
        room: live,
        people: () => [stay('A', at(1), at(20)), stay('B', at(1), at(21))],
      },
      {
        when: 'the status is another one',
        room: { ...over, room_status: 'failed' },
        people: () => together(),
      },
      {
        when: 'a participant is still connected, in a room that is over',
        people: () => [...together(), stay('C', at(1), at(9), { status: 'connected' })],
      },
    ],
  },
  'times-doubtful': {
    speaks: [
      {
        when: 'a leave lies before the join',
        people: () => [...together(), stay('C', at(20), at(10), { duration_sec: 600 })],
      },
      {
        when: 'a leave lies after the end of the room',
        people: () => [...together(), stay('C', at(20), at(61))],
      },
      {
        when: 'a time lies in another year',
        people: () => [...together(), stay('C', at(20), at(30), { join_time: '0001-01-01T00:00:00Z' })],
      },
    ],
    silent: [
      {
        when: 'a leave lies a second after the end',
        people: () => [...together(), stay('C', at(20), at(60, 1))],
      },
      { when: 'a join lies before the creation', people: () => [...together(), stay('C', at(-1), at(30))] },
      { when: 'a leave is not known', people: () => [...together(), stay('C', at(20), null)] },
      {
        when: 'a time is no time',
        people: () => [...together(), stay('C', at(20), at(30), { join_time: 'soon' })],
      },
      {
        when: 'the room’s end lies before its creation, and is none',
        room: { ...over, end_time: iso(at(-5)) },
        people: () => together(),
      },
      {
        when: 'somebody was refused',
        people: () => [...together(), stay('C', at(61), at(61), failed(53106))],
      },
    ],
  },
  'unknown-reason': {
    speaks: [
      {
        when: 'nobody documents the reason',
        people: () => together({ end_reason: 'quorum_reached' }),
      },
      {
        when: 'the reason is the code of another product',
        people: () => [...together(), stay('C', at(1), at(20), { end_reason: 'E-4711' })],
      },
      {
        when: 'the leave time is not known',
        people: () => [...together(), stay('C', at(1), null, { end_reason: 'policy' })],
      },
    ],
    silent: [
      { when: 'there is no reason', people: () => together({ end_reason: '' }, { end_reason: null }) },
      {
        when: 'the reason is a plain word for a leave',
        people: () => together({ end_reason: 'Completed' }, { end_reason: 'client-disconnect' }),
      },
      { when: 'it reads as a leave', people: () => together({ end_reason: 'user_hung_up' }) },
      { when: 'it reads as a failure', people: () => together({ end_reason: 'connection_lost' }) },
      {
        when: 'it tells of the API or of the room',
        people: () => together({ end_reason: 'disconnected_via_api' }, { end_reason: 'room_ended' }),
      },
      {
        when: 'a code says more',
        people: () => together(failed(53405, { end_reason: 'quorum_reached' })),
      },
      {
        when: 'it is the text of a code',
        people: () => together({ end_reason: 'SignalingConnectionTimeoutError' }),
      },
      {
        when: 'that one was not let in',
        people: () => [...together(), stay('C', at(5), at(5), failed(53106, { end_reason: 'policy' }))],
      },
      {
        when: 'that one was in the room for no time',
        people: () => [...together(), stay('C', at(5), at(5), { end_reason: 'policy' })],
      },
    ],
  },
  reconnecting: {
    speaks: [
      {
        when: 'the Video API says so',
        room: live,
        people: () => [stay('A', at(1), null, { status: 'reconnecting' }), stay('B', at(1), null)],
      },
      {
        when: 'the status is in capitals, and a code stands beside it',
        room: live,
        people: () => [
          stay('A', at(1), null, failed(53001, { status: 'RECONNECTING' })),
          stay('B', at(1), null),
        ],
      },
    ],
    silent: [
      {
        when: 'they are connected',
        room: live,
        people: () => [stay('A', at(1), null), stay('B', at(1), null, { status: 'in_progress' })],
      },
      {
        when: 'the room is over',
        people: () => together({ status: 'reconnecting' }),
      },
      {
        when: 'the room is over, and the leave is not known',
        people: () => [...together(), stay('C', at(1), null, { status: 'reconnecting' })],
      },
    ],
  },
  'list-incomplete': {
    speaks: [
      {
        when: 'one is missing',
        room: { ...over, unique_participants: 3 },
        people: () => together(),
      },
      {
        when: 'none of them is listed',
        room: { ...over, unique_participants: 3 },
        people: () => [],
      },
      {
        when: 'Twilio gave the summary up, and the number is a text',
        room: { ...over, unique_participants: '3', processing_state: 'timeout' },
        people: () => together(),
      },
    ],
    silent: [
      {
        when: 'all are listed',
        room: { ...over, unique_participants: 2 },
        people: () => together(),
      },
      {
        when: 'more are listed than counted',
        room: { ...over, unique_participants: 1 },
        people: () => together(),
      },
      {
        when: 'a rejoin counts again',
        room: { ...over, unique_participants: 3, unique_participant_identities: 2 },
        people: () => [...together(), stay('Alice', at(45), at(50))],
      },
      {
        when: 'the number is not known, or none',
        room: { ...over, unique_participants: -3 },
        people: () => together(),
      },
      {
        when: 'the room is live',
        room: { ...live, unique_participants: 3 },
        people: () => [stay('A', at(1), null), stay('B', at(1), null)],
      },
      ...['in-progress', 'NOT_STARTED'].map((state) => ({
        when: `the summary is ${state}`,
        room: { ...over, unique_participants: 3, processing_state: state },
        people: () => together(),
      })),
    ],
  },
};
