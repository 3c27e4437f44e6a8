import { at, failed, over, stay } from '../calls.ts';
import { browser, edge, type RuleCases, together } from './ruleCases.ts';

const direct = { ...over, room_type: 'peer-to-peer' };
const go = { ...over, room_type: 'go' };
/** Somebody with a browser who dropped, and somebody with one who did not. */
const dropped = (name: string, minute: number, software: string) =>
  stay(name, at(1), at(minute), failed(53405, browser(software)));
const stayed = (name: string, software: string) => stay(name, at(1), at(50), browser(software));

/** Drops that belong together, and what those who dropped have in common. */
export const dropCases: RuleCases<'drop-event' | 'partner-left' | 'what-differs'> = {
  'drop-event': {
    speaks: [
      {
        when: 'three of four dropped within two seconds',
        people: () => [
          stay('A', at(1), at(20), failed(53001)),
          stay('B', at(1), at(20, 1), failed(53405)),
          stay('C', at(1), at(20, 2), failed(53001)),
          stay('D', at(1), at(50)),
        ],
      },
      {
        when: 'one of two was cut off by an eviction of which no connection is listed',
        people: () => [
          stay('Alice', at(1), at(20), failed(53204)),
          stay('Bob', at(1), at(20, 1), failed(53205)),
        ],
      },
      {
        when: 'reasons without codes tell of it',
        people: () => [
          stay('Alice', at(1), at(20), { end_reason: 'connection_lost' }),
          stay('Bob', at(1), at(20, 1), { end_reason: 'connection_lost' }),
        ],
      },
      {
        when: 'the two ends of a direct connection were noticed apart',
        room: direct,
        people: () => [
          stay('Alice', at(1), at(20), failed(53001)),
          stay('Bob', at(1), at(20, 40), failed(53405)),
        ],
      },
      {
        when: 'two of three were the ends of a direct connection',
        room: direct,
        people: () => [
          stay('Alice', at(1), at(20), failed(53001)),
          stay('Bob', at(1), at(20, 40), failed(53405)),
          stay('Carol', at(1), at(50)),
        ],
      },
      {
        when: 'three of twelve lost their connection with one code',
        people: () =>
          Array.from({ length: 12 }, (_, n) =>
            stay(`p${n}`, at(1), at(n < 3 ? 20 : 50), failed(n < 3 ? 53001 : 0)),
          ),
      },
      {
        when: 'the same happened in a Go room, to the same two, twice',
        room: go,
        people: () => [
          stay('Alice', at(1), at(10), failed(53405)),
          stay('Bob', at(1), at(10, 20), failed(53405)),
          stay('Alice', at(12), at(30), failed(53405)),
          stay('Bob', at(12), at(30, 20), failed(53405)),
        ],
      },
    ],
    silent: [
      {
        when: 'two of ten fall together by chance',
        people: () =>
          Array.from({ length: 10 }, (_, n) =>
            stay(`p${n}`, at(1), at(n < 2 ? 20 : 50), failed(n < 2 ? 53405 : 0)),
          ),
      },
      { when: 'two dropped a minute apart', people: () => together(failed(53405), failed(53405)) },
      {
        when: 'the ends are apart in a group room, where clients have no connection to each other',
        people: () => [
          stay('Alice', at(1), at(20), failed(53001)),
          stay('Bob', at(1), at(20, 40), failed(53405)),
        ],
      },
      {
        when: 'two of five dropped 40 seconds apart in a room with direct connections',
        room: direct,
        people: () => [
          stay('Alice', at(1), at(20), failed(53001)),
          stay('Bob', at(1), at(20, 40), failed(53405)),
          ...['Carol', 'Dan', 'Eve'].map((name) => stay(name, at(1), at(50))),
        ],
      },
      {
        when: 'both ends lost their signaling only, 40 seconds apart',
        room: direct,
        people: () => [
          stay('Alice', at(1), at(20), failed(53001)),
          stay('Bob', at(1), at(20, 40), failed(53002)),
        ],
      },
      {
        when: 'three of twelve have different codes',
        people: () =>
          Array.from({ length: 12 }, (_, n) =>
            stay(`p${n}`, at(1), at(n < 3 ? 20 : 50), failed([53001, 53405, 53002][n] ?? 0)),
          ),
      },
      {
        when: 'both hung up within a second',
        people: () => [stay('Alice', at(1), at(20)), stay('Bob', at(1), at(20, 1))],
      },
      {
        when: 'both connections are of one person',
        people: () => [
          stay('Alice', at(1), at(20), failed(53001)),
          stay('Alice', at(2), at(20, 1), failed(53001)),
          stay('Bob', at(1), at(50)),
        ],
      },
      {
        when: 'both were replaced by connections in the list',
        people: () =>
          ['Alice', 'Bob'].flatMap((name) => [
            stay(name, at(1), at(20), failed(53205)),
            stay(name, at(20), at(40)),
          ]),
      },
      {
        when: 'both reached the session limit',
        people: () => [
          stay('Alice', at(-200), at(40), failed(53216)),
          stay('Bob', at(-200), at(40), failed(53216)),
        ],
      },
      {
        when: 'both were refused',
        people: () => [stay('Alice', at(1), at(1), failed(53106)), stay('Bob', at(1), at(1), failed(53106))],
      },
    ],
  },
  'partner-left': {
    speaks: [
      {
        when: 'the other end had hung up',
        room: direct,
        people: () => [stay('Alice', at(1), at(20)), stay('Bob', at(1), at(20, 14), failed(53405))],
      },
      {
        when: 'the other end had been removed from a Go room',
        room: go,
        people: () => [
          stay('Alice', at(1), at(20), { end_reason: 'disconnected_via_api' }),
          stay('Bob', at(1), at(20, 30), failed(53407)),
        ],
      },
    ],
    silent: [
      {
        when: 'a third person stayed, whose connection went on',
        room: direct,
        people: () => [
          stay('Alice', at(1), at(20)),
          stay('Bob', at(1), at(20, 14), failed(53405)),
          stay('Carol', at(1), at(50)),
        ],
      },
      {
        when: 'the room has media servers',
        people: () => [stay('Alice', at(1), at(20)), stay('Bob', at(1), at(20, 14), failed(53405))],
      },
      {
        when: 'the connection to Twilio was lost, which does not depend on the other end',
        room: go,
        people: () => [stay('Alice', at(1), at(20)), stay('Bob', at(1), at(20, 14), failed(53001))],
      },
      {
        when: 'minutes lie in between',
        room: direct,
        people: () => [stay('Alice', at(1), at(20)), stay('Bob', at(1), at(22), failed(53405))],
      },
      {
        when: 'the error is none of the connection',
        room: direct,
        people: () => [stay('Alice', at(1), at(20)), stay('Bob', at(1), at(20, 14), failed(20104))],
      },
      {
        when: 'they did not meet',
        room: direct,
        people: () => [stay('Alice', at(1), at(20)), stay('Bob', at(20), at(20, 40), failed(53405))],
      },
      {
        when: 'the other end dropped too, which is one event',
        room: direct,
        people: () => [
          stay('Alice', at(1), at(20), failed(53405)),
          stay('Bob', at(1), at(20, 14), failed(53405)),
        ],
      },
      {
        when: 'the drop came first',
        room: direct,
        people: () => [stay('Alice', at(1), at(20, 14)), stay('Bob', at(1), at(20), failed(53405))],
      },
    ],
  },
  'what-differs': {
    speaks: [
      {
        when: 'both tries with one browser failed, and another worked',
        people: () => [
          stay('Alice', at(1), at(50)),
          stay('Bob', at(1), at(2), failed(53405, browser('Edge'))),
          stay('Bob', at(3), at(4), failed(53405, browser('Edge'))),
          stay('Bob', at(5), at(50), browser('Chrome')),
        ],
      },
      {
        when: 'two with one browser dropped, and three with another did not',
        people: () => [
          ...[dropped('Alice', 10, 'Safari'), dropped('Bob', 20, 'Safari')],
          ...['C', 'D', 'E'].map((name) => stayed(name, 'Chrome')),
        ],
      },
      {
        when: 'they came in through one edge, and the others through another',
        people: () => [
          stay('Alice', at(1), at(10), edge('tokyo', failed(53405))),
          stay('Bob', at(1), at(20), edge('tokyo', failed(53405))),
          ...['C', 'D', 'E'].map((name) => stay(name, at(1), at(50), edge('dublin'))),
        ],
      },
    ],
    silent: [
      {
        when: 'two against two can be chance',
        people: () => [
          ...[dropped('Alice', 10, 'Safari'), dropped('Bob', 20, 'Safari')],
          ...['C', 'D'].map((name) => stayed(name, 'Chrome')),
        ],
      },
      {
        when: 'only one dropped',
        people: () => [
          dropped('Alice', 10, 'Safari'),
          ...['C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'].map((name) => stayed(name, 'Chrome')),
        ],
      },
      {
        when: 'one of the others has the same browser',
        people: () => [
          ...[dropped('Alice', 10, 'Safari'), dropped('Bob', 20, 'Safari')],
          ...['C', 'D', 'E', 'F'].map((name) => stayed(name, 'Chrome')),
          stayed('G', 'Safari'),
        ],
      },
      {
        when: 'the browser of one of the others is not known',
        people: () => [
          ...[dropped('Alice', 10, 'Safari'), dropped('Bob', 20, 'Safari')],
          ...['C', 'D', 'E'].map((name) => stayed(name, 'Chrome')),
          stay('F', at(1), at(50)),
        ],
      },
      {
        when: 'the codes differ',
        people: () => [
          dropped('Alice', 10, 'Safari'),
          stay('Bob', at(1), at(20), failed(53001, browser('Safari'))),
          ...['C', 'D', 'E'].map((name) => stayed(name, 'Chrome')),
        ],
      },
      {
        when: 'the other browser was in the room for seconds only',
        people: () => [
          stay('Alice', at(1), at(50)),
          stay('Bob', at(1), at(2), failed(53405, browser('Edge'))),
          stay('Bob', at(3), at(4), failed(53405, browser('Edge'))),
          stay('Bob', at(5), at(5, 30), browser('Chrome')),
        ],
      },
      {
        when: 'a full room turned them away',
        people: () => [
          ...['Alice', 'Bob'].map((name) => stay(name, at(9), at(9), failed(53105, browser('Safari')))),
          ...['C', 'D', 'E', 'F'].map((name) => stayed(name, 'Chrome')),
        ],
      },
      {
        when: 'they got over it',
        people: () => [
          ...['Alice', 'Bob'].map((name) => stay(name, at(1), at(40), failed(53404, browser('Safari')))),
          ...['C', 'D', 'E', 'F'].map((name) => stayed(name, 'Chrome')),
        ],
      },
    ],
  },
};
