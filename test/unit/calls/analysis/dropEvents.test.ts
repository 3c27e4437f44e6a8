import assert from 'node:assert/strict';
import { at, call, failed, over, stay } from '../calls.ts';

type Json = Record<string, unknown>;
const direct = { ...over, room_type: 'peer_to_peer' };
const dropped = (name: string, end: number, code = 53001) => stay(name, at(1), end, failed(code));
const stayed = (...names: string[]) => names.map((name) => stay(name, at(1), at(50)));

/** The kind of each event, with the names of those who dropped. */
const events = (room: Json, ...people: Json[]) =>
  call(room, people).drops.events.map(({ kind, stays }) => [kind, ...stays.map(({ name }) => name)]);
const followUps = (room: Json, ...people: Json[]) =>
  call(room, people).drops.followUps.map(({ stay: { name }, after }) => [name, after.name]);

describe('Drops of several people', () => {
  describe('at the same moment', () => {
    it('are one event of at least half of the people', () => {
      const two = [dropped('A', at(20)), dropped('B', at(20, 2))];
      assert.deepEqual(events(over, ...two), [['together', 'A', 'B']]);
      assert.deepEqual(events(over, ...two, ...stayed('C', 'D')), [['together', 'A', 'B']]);
      assert.deepEqual(events(over, ...two, ...stayed('C', 'D', 'E')), []);
    });

    it('count only those who were in the room then', () => {
      const two = [dropped('A', at(20)), dropped('B', at(20, 2))];
      const others = ['C', 'D', 'E', 'F'].map((name) => stay(name, at(1), at(10)));
      assert.deepEqual(events(over, ...two, ...others), [['together', 'A', 'B']]);
      const [event] = call(over, [...two, ...others]).drops.events;
      assert.deepEqual([event?.present, event?.span], [2, { start: at(20), end: at(20, 2) }]);
    });

    it('have no more than three seconds between them, and ten in all', () => {
      const row = (...seconds: number[]) => seconds.map((second) => dropped(`s${second}`, at(20, second)));
      assert.deepEqual(events(over, ...row(0, 3)), [['together', 's0', 's3']]);
      assert.deepEqual(events(over, ...row(0, 4)), []);
      assert.deepEqual(events(over, ...row(0, 3, 6, 9, 12)), [['together', 's0', 's3', 's6', 's9']]);
    });

    it('count a person with two connections once', () => {
      const twice = [dropped('A', at(20)), stay('A', at(2), at(20, 1), failed(53001))];
      assert.deepEqual(events(over, ...twice, ...stayed('B')), []);
      const two = [...twice, dropped('B', at(20, 2))];
      assert.deepEqual(events(over, ...two, ...stayed('C', 'D')), [['together', 'A', 'B']]);
      assert.deepEqual(events(over, ...two, ...stayed('C', 'D', 'E')), [], 'three stays of two people');
      const [event] = call(over, two).drops.events;
      assert.deepEqual(
        event?.stays.map(({ span }) => span?.end),
        [at(20, 1), at(20, 2)],
        'the connection that ended last',
      );
    });

    it('are an event of three with one code within three seconds, even if most stay', () => {
      const many = stayed('D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L');
      const three = (last: number, code = 53001) => [
        dropped('A', at(20)),
        dropped('B', at(20, 1)),
        dropped('C', at(20, last), code),
      ];
      assert.deepEqual(events(over, ...three(3), ...many), [['together', 'A', 'B', 'C']]);
      assert.deepEqual(events(over, ...three(4), ...many), [], 'four seconds');
      assert.deepEqual(events(over, ...three(3, 53405), ...many), [], 'two codes');
      assert.deepEqual(events(over, ...three(3).slice(0, 2), ...many), [], 'two people');
    });

    it('are by the reason if there is no code, for three too', () => {
      const lost = ['A', 'B', 'C'].map((name) =>
        stay(name, at(1), at(20), { end_reason: 'connection_lost' }),
      );
      const others = stayed('D', 'E', 'F', 'G', 'H');
      assert.deepEqual(events(over, ...lost, ...others), [['together', 'A', 'B', 'C']]);
    });

    it('are none of doubtful times', () => {
      const late = ['A', 'B'].map((name) => stay(name, at(1), at(75), failed(53001)));
      assert.deepEqual(events(over, ...late), []);
    });

    it('are no event where many dropped and two fall together by chance', () => {
      const many = Array.from({ length: 40 }, (_, n) => dropped(`p${n}`, at(5, n * 40)));
      const pair = [dropped('A', at(6, 10)), dropped('B', at(6, 11))];
      assert.deepEqual(events(over, ...many, ...pair), []);
    });

    it('may have different errors, and be reasons without codes', () => {
      const lost = stay('B', at(1), at(20, 1), { end_reason: 'connection_lost' });
      assert.deepEqual(events(over, dropped('A', at(20), 53405), lost), [['together', 'A', 'B']]);
    });

    it('have an eviction of which no connection is in the list, and no other', () => {
      const evicted = stay('B', at(1), at(20, 1), failed(53205));
      assert.deepEqual(events(over, dropped('A', at(20), 53204), evicted), [['together', 'A', 'B']]);
      const replaced = [evicted, stay('B', at(20, 1), at(40))];
      assert.deepEqual(events(over, dropped('A', at(20), 53204), ...replaced), []);
    });

    it('have none who hung up, was removed, was refused or reached the limit', () => {
      for (const more of [
        {},
        { end_reason: 'disconnected_via_api' },
        failed(53216),
        failed(53001, { end_reason: 'disconnected_via_api' }),
        failed(53404),
      ])
        assert.deepEqual(events(over, dropped('A', at(20)), stay('B', at(1), at(20, 1), more)), []);
      assert.deepEqual(events(over, dropped('A', at(20)), stay('B', at(20), at(20), failed(53106))), []);
    });

    it('are not known without leaves', () => {
      const unknown = ['A', 'B'].map((name) => stay(name, at(1), null, failed(53001)));
      assert.deepEqual(events(over, ...unknown), []);
    });
  });

  describe('at the two ends of a direct connection', () => {
    const ends = [dropped('A', at(20)), dropped('B', at(20, 45), 53405)];

    it('are one event, in peer-to-peer and Go rooms only', () => {
      for (const type of ['peer_to_peer', 'peer-to-peer', 'go'])
        assert.deepEqual(events({ ...over, room_type: type }, ...ends), [['twoEnds', 'A', 'B']], type);
      for (const type of ['group', 'group_small', 'stage', null])
        assert.deepEqual(events({ ...over, room_type: type }, ...ends), [], String(type));
    });

    it('are no more than a minute apart', () => {
      const apart = (minute: number, second = 0) =>
        events(direct, dropped('A', at(20)), dropped('B', at(minute, second), 53405));
      assert.deepEqual(apart(21), [['twoEnds', 'A', 'B']]);
      assert.deepEqual(apart(21, 1), []);
    });

    it('have a failure of media at one end at least', () => {
      const codes = (one: number, other: number) =>
        events(direct, dropped('A', at(20), one), dropped('B', at(20, 45), other));
      for (const [one, other] of [
        [53001, 53405],
        [53405, 53002],
        [53407, 53001],
        [53405, 53407],
        [53204, 53405],
      ] as const)
        assert.deepEqual(codes(one, other), [['twoEnds', 'A', 'B']], `${one} ${other}`);
      for (const [one, other] of [
        [53001, 53001],
        [53001, 53002],
        [53000, 53204],
        [53408, 53001],
      ] as const)
        assert.deepEqual(codes(one, other), [], `${one} ${other}: each one’s own connection to Twilio`);
    });

    it('have errors of the connection, both of them', () => {
      assert.deepEqual(events(direct, dropped('A', at(20), 20104), dropped('B', at(20, 45))), []);
      const reason = stay('B', at(1), at(20, 45), { end_reason: 'connection_lost' });
      assert.deepEqual(events(direct, dropped('A', at(20)), reason), []);
    });

    it('are at least half of the people in the room', () => {
      assert.deepEqual(events(direct, ...ends, ...stayed('C')), [['twoEnds', 'A', 'B']]);
      assert.deepEqual(events(direct, ...ends, ...stayed('C', 'D')), [['twoEnds', 'A', 'B']]);
      assert.deepEqual(events(direct, ...ends, ...stayed('C', 'D', 'E')), []);
    });

    it('are less than half only as an event of three at the same moment', () => {
      const three = ['A', 'B', 'C'].map((name, n) => dropped(name, at(20, n), 53405));
      const others = stayed('D', 'E', 'F', 'G');
      assert.deepEqual(events(direct, ...three, ...others), [['together', 'A', 'B', 'C']]);
    });

    it('are several, where one was connected to several', () => {
      const both = [dropped('B', at(20, 20), 53405), dropped('C', at(20, 50), 53405)];
      assert.deepEqual(events(direct, dropped('A', at(20)), ...both), [['twoEnds', 'A', 'B', 'C']]);
      const late = dropped('C', at(21, 1), 53405);
      assert.deepEqual(events(direct, ...ends, late), [['twoEnds', 'A', 'B']], 'a minute after the first');
    });

    it('count a person with two connections once', () => {
      const twice = [dropped('A', at(20), 53405), stay('A', at(2), at(20, 30), failed(53405))];
      assert.deepEqual(events(direct, ...twice, ...stayed('B')), []);
      assert.deepEqual(events(direct, ...twice, dropped('B', at(20, 45))), [['twoEnds', 'A', 'B']]);
    });

    it('are none of those that followed a leave', () => {
      const left = stay('C', at(1), at(19, 50));
      const echoes = [dropped('A', at(20), 53405), dropped('B', at(20, 20), 53405)];
      assert.deepEqual(events(direct, left, ...echoes), []);
      assert.deepEqual(followUps(direct, left, ...echoes), [
        ['A', 'C'],
        ['B', 'C'],
      ]);
    });

    it('have met', () => {
      const later = stay('B', at(20, 10), at(20, 50), failed(53405));
      assert.deepEqual(events(direct, dropped('A', at(20)), later), []);
    });
  });

  it('are by time', () => {
    const all = [
      ...[dropped('A', at(20)), dropped('B', at(20, 1))],
      ...['A', 'B'].map((name) => stay(name, at(30), at(40), failed(53405))),
    ];
    const { events: found } = call(over, all).drops;
    assert.deepEqual(
      found.map(({ span }) => span.start),
      [at(20), at(40)],
    );
  });
});

describe('A drop after the other end has left', () => {
  const left = (more: Json = {}) => stay('A', at(1), at(20), more);

  it('follows from that leave, in rooms with direct connections only', () => {
    assert.deepEqual(followUps(direct, left(), dropped('B', at(20, 14), 53405)), [['B', 'A']]);
    assert.deepEqual(followUps({ ...over, room_type: 'go' }, left(), dropped('B', at(20, 14), 53407)), [
      ['B', 'A'],
    ]);
    assert.deepEqual(followUps(over, left(), dropped('B', at(20, 14), 53405)), []);
  });

  it('follows from a removal, too', () => {
    const removed = left({ end_reason: 'disconnected_via_api' });
    assert.deepEqual(followUps(direct, removed, dropped('B', at(20, 14), 53405)), [['B', 'A']]);
  });

  it('follows from no drop, refusal or eviction', () => {
    for (const code of [53001, 53405, 53205])
      assert.deepEqual(followUps(direct, left(failed(code)), dropped('B', at(20, 14), 53405)), [], `${code}`);
    const refused = stay('A', at(20), at(20), failed(53106));
    assert.deepEqual(followUps(direct, refused, dropped('B', at(20, 14), 53405)), []);
  });

  it('follows from the last of several leaves', () => {
    const people = [left(), stay('C', at(1), at(20, 10)), dropped('B', at(20, 14), 53405)];
    assert.deepEqual(followUps(direct, ...people), [['B', 'C']]);
  });

  it('comes within a minute', () => {
    assert.deepEqual(followUps(direct, left(), dropped('B', at(20), 53405)), [['B', 'A']]);
    assert.deepEqual(followUps(direct, left(), dropped('B', at(21), 53405)), [['B', 'A']]);
    assert.deepEqual(followUps(direct, left(), dropped('B', at(21, 1), 53405)), []);
    assert.deepEqual(followUps(direct, left(), dropped('B', at(19, 50), 53405)), []);
  });

  it('has an error of media: the connection to Twilio does not depend on the other end', () => {
    for (const code of [53001, 53002, 53204, 20104])
      assert.deepEqual(followUps(direct, left(), dropped('B', at(20, 14), code)), [], `${code}`);
  });

  it('does not follow from the same person’s other connection', () => {
    const again = stay('A', at(2), at(20, 14), failed(53405));
    assert.deepEqual(followUps(direct, left(), again), []);
  });
});
