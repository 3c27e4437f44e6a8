import assert from 'node:assert/strict';
import { newcomerOf } from '../../../../src/calls/analysis/evictions.ts';
import { at, call, failed, over, stay } from '../calls.ts';

type Json = Record<string, unknown>;
/** The kind of each identity's evictions, and how many there were. */
const kinds = (...people: Json[]) =>
  call(over, people).evictions.map(({ lane, kind, stays }) => [lane.name, kind, stays.length]);
const evicted = (from: number, to: number | null, more: Json = {}, name = 'Alice') =>
  stay(name, from, to, failed(53205, more));

describe('Evictions', () => {
  /** Evictions in a row, this many seconds apart, and the stay that remains. */
  const row = (count: number, seconds: number) => [
    ...Array.from({ length: count }, (_, n) => evicted(at(1, n * seconds), at(1, (n + 1) * seconds))),
    stay('Alice', at(1, count * seconds), at(50)),
  ];

  it('are a fight from three in a row on, each within half a minute of the one before', () => {
    assert.deepEqual(kinds(...row(3, 5)), [['Alice', 'fight', 3]]);
    assert.deepEqual(kinds(...row(3, 30)), [['Alice', 'fight', 3]]);
    assert.deepEqual(kinds(...row(3, 31)), [['Alice', 'replaced', 3]]);
    assert.deepEqual(kinds(...row(2, 5)), [['Alice', 'replaced', 2]]);
  });

  it('are a fight even if reloads went before', () => {
    const before = evicted(at(-30), at(-10));
    assert.deepEqual(kinds(before, stay('Alice', at(-10), at(0)), ...row(3, 5)), [['Alice', 'fight', 4]]);
  });

  it('are in turn only those within seconds of each other', () => {
    const inTurn = (...people: Json[]) => call(over, people).evictions.map((one) => one.inTurn.length);
    const before = evicted(at(-30), at(-10));
    assert.deepEqual(inTurn(before, stay('Alice', at(-10), at(0)), ...row(3, 5)), [3]);
    assert.deepEqual(inTurn(...row(4, 5)), [4]);
    assert.deepEqual(inTurn(...row(2, 5)), [0], 'no fight');
    assert.deepEqual(inTurn(...row(3, 31)), [0], 'reloads');
  });

  describe('before the session limit', () => {
    const renewals = (...minutes: number[]) => {
      let from = at(-600);
      return minutes.map((length, n) => {
        const start = from;
        from += length * 60_000;
        return stay('Alice', start, from, n < minutes.length - 1 ? failed(53205) : {});
      });
    };

    it('are a renewal if each stay is just below it and as long as the others', () => {
      assert.deepEqual(kinds(...renewals(235, 235, 60)), [['Alice', 'renewal', 2]]);
      assert.deepEqual(kinds(...renewals(235, 236, 60)), [['Alice', 'renewal', 2]]);
      const [one] = call(over, renewals(235, 235, 60)).evictions;
      assert.equal(one?.limitMs, 4 * 3_600_000);
    });

    it('are a renewal even if there is only one', () => {
      assert.deepEqual(kinds(...renewals(235, 60)), [['Alice', 'renewal', 1]]);
      assert.deepEqual(kinds(...renewals(225, 60)), [['Alice', 'renewal', 1]], 'a quarter of an hour before');
      assert.deepEqual(kinds(...renewals(240, 60)), [['Alice', 'renewal', 1]], 'at the limit');
    });

    it('are none if the lengths differ, or are far from it', () => {
      assert.deepEqual(kinds(...renewals(235, 230, 60)), [['Alice', 'replaced', 2]]);
      assert.deepEqual(kinds(...renewals(200, 200, 60)), [['Alice', 'replaced', 2]]);
      assert.deepEqual(kinds(...renewals(224, 60)), [['Alice', 'replaced', 1]], 'a minute too early');
      assert.deepEqual(kinds(...renewals(241, 60)), [['Alice', 'replaced', 1]], 'beyond it');
      assert.deepEqual(kinds(...renewals(235, 235, 30, 60)), [['Alice', 'replaced', 3]]);
    });

    it('are by ninety seconds of the same length', () => {
      assert.deepEqual(kinds(...renewals(235, 236.5, 60)), [['Alice', 'renewal', 2]]);
      assert.deepEqual(kinds(...renewals(235, 236.6, 60)), [['Alice', 'replaced', 2]]);
    });

    it('are none for the limits that applications set: reloads have such lengths by chance', () => {
      for (const minutes of [59, 118, 479, 715])
        assert.deepEqual(kinds(...renewals(minutes, minutes, 10)), [['Alice', 'replaced', 2]], `${minutes}`);
    });

    it('are one before the longest limit that can be set, too', () => {
      const day = [evicted(at(-1400), at(30), { duration_sec: 1430 * 60 }), stay('Alice', at(30), at(50))];
      assert.deepEqual(kinds(...day), [['Alice', 'renewal', 1]]);
      assert.equal(call(over, day).evictions[0]?.limitMs, 24 * 3_600_000);
    });

    it('are none without the connection that renewed it', () => {
      assert.deepEqual(kinds(evicted(at(-200), at(35))), [['Alice', 'unseen', 1]]);
      const later = stay('Alice', at(36), at(50));
      assert.deepEqual(kinds(evicted(at(-200), at(35)), later), [['Alice', 'unseen', 1]]);
    });

    it('are none of several whose lengths differ: each may have reloaded', () => {
      const reloaded = [
        ...[evicted(at(-200), at(35)), stay('Alice', at(35), at(50))],
        ...[evicted(at(-200), at(29), {}, 'Bob'), stay('Bob', at(29), at(50))],
      ];
      assert.deepEqual(kinds(...reloaded), [
        ['Alice', 'replaced', 1],
        ['Bob', 'replaced', 1],
      ]);
    });

    it('are a renewal of each of several who renewed once', () => {
      const both = ['Alice', 'Bob'].flatMap((name) => [
        evicted(at(-200), at(35), {}, name),
        stay(name, at(35), at(50)),
      ]);
      assert.deepEqual(kinds(...both), [
        ['Alice', 'renewal', 1],
        ['Bob', 'renewal', 1],
      ]);
    });
  });

  it('are by an unseen connection if the list holds none that can have done it', () => {
    assert.deepEqual(kinds(evicted(at(1), at(10))), [['Alice', 'unseen', 1]]);
    assert.deepEqual(kinds(evicted(at(1), at(10)), stay('Alice', at(11), at(20))), [['Alice', 'unseen', 1]]);
    assert.deepEqual(kinds(evicted(at(1), at(10)), stay('Bob', at(10), at(20))), [['Alice', 'unseen', 1]]);
    assert.deepEqual(
      kinds(evicted(at(1), at(10)), stay('Alice', at(10), at(10), failed(53106))),
      [['Alice', 'unseen', 1]],
      'a refused one did not come in',
    );
  });

  it('have no late request of the evicted client', () => {
    const late = stay('Alice', at(10, 2), at(10, 2), failed(53204));
    assert.deepEqual(kinds(evicted(at(1), at(10)), stay('Alice', at(10), at(20)), late), [
      ['Alice', 'replaced', 1],
    ]);
  });

  it('are none of a stay that goes on or left by itself', () => {
    assert.deepEqual(kinds(stay('Alice', at(1), at(10)), stay('Alice', at(5), at(20))), []);
  });

  describe('by a newcomer', () => {
    const newcomer = (...people: Json[]) => {
      const [lane] = call(over, people).lanes;
      const gone = lane?.stays.find(({ outcome }) => outcome === 'evicted');
      assert.ok(lane && gone);
      return newcomerOf(gone, lane)?.key;
    };
    const gone = evicted(at(1), at(10));

    it('that joined within ten seconds of the end', () => {
      for (const from of [at(9, 50), at(10), at(10, 10)]) {
        const next = stay('Alice', from, at(30));
        assert.equal(newcomer(gone, next), next.participant_sid);
      }
      assert.equal(newcomer(gone, stay('Alice', at(10, 11), at(30))), undefined);
      assert.equal(newcomer(gone, stay('Alice', at(9, 49), at(9, 55))), undefined);
    });

    it('that was there already and stayed on', () => {
      const other = stay('Alice', at(0), at(30));
      assert.equal(newcomer(gone, other), other.participant_sid);
      assert.equal(newcomer(gone, stay('Alice', at(-9), at(0))), undefined);
    });

    it('whose times are not known', () => {
      const other = stay('Alice', at(0), null, { join_time: null, status: 'completed' });
      assert.equal(newcomer(gone, other), other.participant_sid);
    });
  });
});
