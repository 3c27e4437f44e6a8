import assert from 'node:assert/strict';
import { at, call, failed, over, stay } from '../calls.ts';

type Json = Record<string, unknown>;
/** The names of those whom the session limit disconnected. */
const limited = (...people: Json[]) =>
  call(over, people).stays.flatMap(({ outcome, name }) => (outcome === 'timeLimit' ? name : []));
const long = (minutes: number, seconds = 0) => (minutes * 60 + seconds) * 1000;
const lasted = (name: string, from: number, ms: number, more: Json = {}) => stay(name, from, from + ms, more);

describe('The limit of a session', () => {
  it('is four hours to the second, whatever the code says', () => {
    for (const more of [failed(53002), failed(53001), {}, failed(53216)])
      assert.deepEqual(limited(lasted('A', at(-200), long(240), more)), ['A']);
    for (const off of [-2, 2])
      assert.deepEqual(limited(lasted('A', at(-200), long(240, off))), ['A'], String(off));
    for (const off of [-60, -3, 3, 60])
      assert.deepEqual(limited(lasted('A', at(-200), long(240, off))), [], String(off));
  });

  it('is another round length only if several people who joined apart share it', () => {
    const [a, b] = [lasted('A', at(1), long(10)), lasted('B', at(3, 20), long(10, 1))];
    assert.deepEqual(limited(a, b), ['A', 'B']);
    assert.deepEqual(limited(a), [], 'one person');
    assert.deepEqual(limited(a, lasted('A', at(20), long(10))), [], 'twice the same person');
    assert.deepEqual(limited(a, lasted('B', at(1, 2), long(10))), [], 'joined and left together');
    assert.deepEqual(limited(a, lasted('B', at(3, 20), long(15))), [], 'two lengths');
    assert.deepEqual(
      limited(lasted('A', at(1), long(11)), lasted('B', at(3, 20), long(11))),
      [],
      'not round',
    );
  });

  it('is at least ten minutes and at most a day', () => {
    const two = (minutes: number) =>
      limited(lasted('A', at(-1439), long(minutes)), lasted('B', at(-1430), long(minutes)));
    assert.deepEqual(two(5), []);
    assert.deepEqual(two(10), ['A', 'B']);
    assert.deepEqual(two(1440), ['A', 'B']);
    assert.deepEqual(two(1445), []);
  });

  it('is none if the record says how the stay ended', () => {
    for (const more of [
      failed(53205),
      failed(53118),
      { end_reason: 'disconnected_via_api' },
      { end_reason: 'room_ended_via_api' },
      { end_reason: 'room_completed' },
      { end_reason: 'participant_disconnected_because_of_duplicate_identity' },
    ])
      assert.deepEqual(limited(lasted('A', at(-200), long(240), more)), [], JSON.stringify(more));
  });

  it('is not made up without a leave', () => {
    assert.deepEqual(limited(stay('A', at(-180), null, { duration_sec: 14_400 })), []);
    assert.deepEqual(limited(stay('A', at(-180), null)), [], 'drawn to the room’s end');
  });
});
