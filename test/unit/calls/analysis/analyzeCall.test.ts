import assert from 'node:assert/strict';
import { at, call, failed, iso, live, now, over, stay } from '../calls.ts';

describe('The analysis of a call', () => {
  it('puts the stays of an identity into one lane, in the order of joining', () => {
    const { lanes } = call(over, [
      stay('Alice', at(20), at(30)),
      stay('Bob', at(5), at(40)),
      stay('Alice', at(1), at(10)),
    ]);
    assert.deepEqual(
      lanes.map(({ name, stays, rejoins }) => [name, stays.length, rejoins]),
      [
        ['Alice', 2, 1],
        ['Bob', 1, 0],
      ],
    );
    assert.deepEqual(
      lanes[0]?.stays.map(({ arrival, backAt }) => [arrival, backAt]),
      [
        ['first', at(20)],
        ['rejoin', undefined],
      ],
    );
  });

  it('keeps participants without an identity apart', () => {
    const { lanes } = call(over, [
      stay(null, at(1), at(10)),
      stay('', at(2), at(10)),
      stay('  ', at(3), at(10)),
    ]);
    assert.equal(lanes.length, 3);
    assert.equal(new Set(lanes.map(({ key }) => key)).size, 3);
  });

  it('names stays by labels that are short and differ, made of all identities of the call', () => {
    const identity = (role: string) => JSON.stringify({ tenant: 'northside-clinic', role, name: 'Ana' });
    const { lanes, stays } = call(over, [
      stay(identity('patient'), at(1), at(10)),
      stay(identity('nurse'), at(2), at(10)),
      stay(identity('patient'), at(20), at(30)),
      stay(null, at(40), at(50), { participant_sid: 'PA10ed5fe3c30fd6050b56318a8e336c32' }),
    ]);
    assert.deepEqual(
      lanes.map(({ name, identity, stays }) => [name, identity, stays.length]),
      [
        ['Ana (patient)', identity('patient'), 2],
        ['Ana (nurse)', identity('nurse'), 1],
        ['PA10ed5f…6c32', undefined, 1],
      ],
    );
    assert.deepEqual(
      stays.map(({ lane, name }) => lanes.find(({ key }) => key === lane)?.name === name),
      [true, true, true, true],
    );
  });

  it('does not mistake an identity for a SID', () => {
    const anonymous = stay(null, at(1), at(10));
    const { lanes } = call(over, [anonymous, stay(String(anonymous.participant_sid), at(2), at(10))]);
    assert.equal(lanes.length, 2);
  });

  it('counts a participant once who is listed twice', () => {
    const alice = stay('Alice', at(1), at(10));
    assert.equal(call(over, [alice, alice]).stays.length, 1);
  });

  describe('ends', () => {
    it('are now for who is in a live room', () => {
      const { stays, present } = call(live, [stay('Alice', at(1), null), stay('Bob', at(1), at(5))]);
      assert.deepEqual(
        stays.map(({ end, span }) => [end, span?.end]),
        [
          ['present', now],
          ['left', at(5)],
        ],
      );
      assert.deepEqual(
        present.map(({ name }) => name),
        ['Alice'],
      );
    });

    it('are unknown, not present, for a status that has ended in a live room', () => {
      const gone = stay('Alice', at(1), null, { status: 'disconnected' });
      const { stays, present } = call(live, [gone]);
      assert.equal(stays[0]?.end, 'unknown');
      assert.deepEqual(present, []);
    });

    it('are unknown in a finished room, and drawn to the room’s end at the most', () => {
      const { stays, endsMissing } = call(over, [stay('Alice', at(1), null)]);
      assert.deepEqual([stays[0]?.end, stays[0]?.span?.end], ['unknown', at(60)]);
      assert.equal(endsMissing.length, 1);
    });

    it('are drawn by the duration, or to the identity’s next join', () => {
      const { stays } = call(over, [
        stay('Alice', at(1), null, { duration_sec: '120' }),
        stay('Bob', at(1), null),
        stay('Bob', at(9), at(12)),
      ]);
      assert.deepEqual(
        stays.map(({ span }) => span?.end),
        [at(3), at(9), at(12)],
      );
    });

    it('are never drawn later than anything that is known of a finished room', () => {
      const room = { room_status: 'completed', create_time: iso(at(0)) };
      const { stays, range } = call(room, [stay('Alice', at(1), null), stay('Bob', at(1), at(20))]);
      assert.equal(stays[0]?.span?.end, at(20));
      assert.deepEqual(range, { start: at(0), end: at(20) });
    });
  });

  describe('times that cannot be', () => {
    it('a leave before the join gives a stay without length', () => {
      const { stays, presence } = call(over, [stay('Alice', at(10), at(5))]);
      assert.deepEqual(stays[0]?.span, { start: at(10), end: at(10) });
      assert.equal(stays[0]?.doubtful, true);
      assert.deepEqual(presence.steps, []);
    });

    it('a missing join follows from leave and duration', () => {
      const [one] = call(over, [stay('Alice', at(0), at(20), { join_time: null, duration_sec: 300 })]).stays;
      assert.deepEqual(one?.span, { start: at(15), end: at(20) });
    });

    it('without any time the stay is kept and drawn nowhere', () => {
      const { stays, presence, people } = call(over, [
        stay('Alice', at(0), null, { join_time: 'soon', leave_time: 17 }),
      ]);
      assert.equal(stays[0]?.span, undefined);
      assert.deepEqual([presence.peak, people.length], [undefined, 1]);
    });

    it('a join before the creation is kept: clocks differ', () => {
      const { firstJoin, range } = call(over, [stay('Alice', at(-1), at(5))]);
      assert.deepEqual([firstJoin, range?.start], [at(-1), at(-1)]);
    });

    it('a join in another year is not believed', () => {
      const { stays, range } = call(over, [
        stay('Alice', at(1), at(5), { join_time: '0001-01-01T00:00:00Z' }),
      ]);
      assert.deepEqual([stays[0]?.span, stays[0]?.doubtful], [undefined, true]);
      assert.deepEqual(range, { start: at(0), end: at(60) });
    });

    it('a join after this machine’s now moves now', () => {
      const analysis = call(live, [stay('Alice', now + 5000, null)]);
      assert.equal(analysis.now, now + 5000);
      assert.equal(analysis.presence.peak?.people.count, 1);
    });
  });

  describe('outcomes', () => {
    const outcome = (more: Record<string, unknown>, to = at(30), from = at(5)) =>
      call(over, [stay('Alice', from, to, more)]).stays[0]?.outcome;

    it('of errors', () => {
      assert.equal(outcome(failed(53405)), 'dropped');
      assert.equal(outcome(failed(0)), 'left');
      assert.equal(outcome(failed(53205)), 'evicted');
      assert.equal(outcome(failed(53216)), 'timeLimit');
      assert.equal(outcome(failed(53105), at(5)), 'refused');
      assert.equal(outcome(failed(20104), at(5, 3)), 'refused');
      assert.equal(outcome(failed(20104), at(15)), 'dropped');
      assert.equal(outcome(failed(53405), at(5, 3)), 'dropped');
    });

    it('of 53118: refused where it came at once, ended with the room where it came at the end', () => {
      assert.equal(outcome(failed(53118), at(60)), 'roomEnded');
      assert.equal(outcome(failed(53118), at(60), at(60)), 'refused');
    });

    it('of 53204: part of the eviction, else an error of its own', () => {
      const { stays, lanes } = call(over, [
        stay('Alice', at(1), at(10), failed(53205)),
        stay('Alice', at(10), at(30)),
        stay('Alice', at(10, 2), at(10, 2), failed(53204)),
      ]);
      assert.deepEqual(
        stays.map((one) => [one.outcome, one.arrival]),
        [
          ['evicted', 'first'],
          ['left', 'duplicate'],
          ['evicted', 'none'],
        ],
      );
      assert.equal(lanes[0]?.rejoins, 0);
      assert.equal(outcome(failed(53204), at(5)), 'refused');
    });

    it('of an error that somebody in a live room got over: present', () => {
      assert.equal(call(live, [stay('Alice', at(1), null, failed(53001))]).stays[0]?.outcome, 'present');
    });
  });

  it('finds overlaps of more than a second', () => {
    const overlaps = (gap: number) =>
      call(over, [stay('Alice', at(1), at(10)), stay('Alice', at(10) - gap, at(20))]).lanes[0]?.overlaps;
    assert.deepEqual(overlaps(0), []);
    assert.deepEqual(overlaps(900), []);
    assert.deepEqual(overlaps(60_000), [{ start: at(9), end: at(10) }]);
  });

  it('counts people and participants over time, and their peaks', () => {
    const { presence, firstJoin, lastLeave } = call(over, [
      stay('Alice', at(1), at(10)),
      stay('Alice', at(9), at(20)),
      stay('Bob', at(5), at(30)),
      stay('Carol', at(30), at(40)),
    ]);
    assert.deepEqual(presence.steps, [
      { time: at(1), participants: 1, people: 1 },
      { time: at(5), participants: 2, people: 2 },
      { time: at(9), participants: 3, people: 2 },
      { time: at(10), participants: 2, people: 2 },
      { time: at(20), participants: 1, people: 1 },
      { time: at(40), participants: 0, people: 0 },
    ]);
    assert.deepEqual(presence.peak, {
      participants: { count: 3, time: at(9) },
      people: { count: 2, time: at(5) },
    });
    assert.deepEqual([firstJoin, lastLeave], [at(1), at(40)]);
  });

  it('says when the peak counts somebody whose end is not known', () => {
    const unsure = (...rows: Record<string, unknown>[]) => call(over, rows).presence.peakUncertain;
    assert.equal(unsure(stay('Alice', at(1), at(10)), stay('Bob', at(2), at(20))), false);
    assert.equal(unsure(stay('Alice', at(1), null), stay('Bob', at(2), at(20))), true);
  });
});
