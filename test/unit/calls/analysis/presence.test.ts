import assert from 'node:assert/strict';
import { at, call, failed, live, over, stay } from '../calls.ts';

type Json = Record<string, unknown>;

describe('People of a call', () => {
  const neverMet = (room: Json, ...people: Json[]) => call(room, people).neverMet;

  it('never met if one left before the next one came', () => {
    assert.equal(neverMet(over, stay('A', at(1), at(9)), stay('B', at(9), at(20))), true);
    assert.equal(neverMet(live, stay('A', at(1), at(9)), stay('B', at(20), null)), true);
  });

  it('met if they were there at the same time, however briefly', () => {
    assert.equal(neverMet(over, stay('A', at(1), at(9)), stay('B', at(8, 59), at(20))), false);
  });

  it('may have met if a time is not known', () => {
    assert.equal(neverMet(over, stay('A', at(1), null), stay('B', at(30), at(40))), false);
    assert.equal(
      neverMet(over, stay('A', at(1), null, { duration_sec: 60 }), stay('B', at(30), at(40))),
      false,
    );
    const noTimes = stay('C', at(1), null, { join_time: null });
    assert.equal(neverMet(over, stay('A', at(1), at(9)), stay('B', at(9), at(20)), noTimes), false);
  });

  it('may have met if a stay has no length, because its leave lies before its join', () => {
    const people = [stay('A', at(20), at(10)), stay('B', at(30), at(40))];
    assert.equal(neverMet(over, ...people), false);
    const known = stay('A', at(20), at(10), { duration_sec: 300 });
    assert.equal(neverMet(over, known, stay('B', at(30), at(40))), true, 'the duration tells it');
  });

  it('are at least two who were in the room', () => {
    assert.equal(neverMet(over), false);
    assert.equal(neverMet(over, stay('A', at(1), at(9)), stay('A', at(10), at(20))), false);
    const refused = stay('B', at(20), at(20), failed(53106));
    assert.equal(neverMet(over, stay('A', at(1), at(9)), refused), false);
  });

  it('never met although somebody else was refused without times', () => {
    const refused = stay('C', at(1), null, failed(20104, { join_time: null }));
    assert.equal(neverMet(over, stay('A', at(1), at(9)), stay('B', at(9), at(20)), refused), true);
  });
});

describe('The number of people in a room', () => {
  it('leaves out those who did not get in, at every time', () => {
    const { presence, people } = call(over, [
      stay('A', at(1), at(40)),
      stay('B', at(5), at(5, 4), failed(53105)),
      stay('C', at(6), at(6, 1), failed(53204)),
    ]);
    assert.equal(presence.peak?.participants.count, 1);
    assert.deepEqual(
      people.map(({ name }) => name),
      ['A'],
    );
  });
});
