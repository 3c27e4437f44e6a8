import assert from 'node:assert/strict';
import { at, call, failed, iso, live, now, over, stay } from '../calls.ts';

type Json = Record<string, unknown>;
/** The names of those whom the session limit disconnected. */
const limited = (...people: Json[]) => limitedIn(over, ...people);
const limitedIn = (room: Json, ...people: Json[]) =>
  call(room, people).stays.flatMap(({ outcome, name }) => (outcome === 'timeLimit' ? name : []));
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
      { end_reason: 'user_hung_up' },
      { end_reason: 'kicked' },
    ])
      assert.deepEqual(limited(lasted('A', at(-200), long(240), more)), [], JSON.stringify(more));
  });

  it('is no reason that says nothing, or the same', () => {
    for (const more of [
      { end_reason: 'disconnected' },
      { end_reason: 'participant_session_length_exceeded' },
    ])
      assert.deepEqual(limited(lasted('A', at(-200), long(240), more)), ['A'], JSON.stringify(more));
  });

  it('is none where somebody stayed longer, by more than five seconds', () => {
    const a = lasted('A', at(-200), long(240));
    assert.deepEqual(limited(a, lasted('B', at(-190), long(240, 5))), ['A']);
    assert.deepEqual(limited(a, lasted('B', at(-190), long(240, 6))), []);
    const half = [lasted('A', at(1), long(30)), lasted('B', at(3, 20), long(30))];
    assert.deepEqual(limited(...half), ['A', 'B']);
    assert.deepEqual(limited(...half, lasted('C', at(1), long(45))), [], 'booked appointments');
    assert.deepEqual(
      limited(...half, lasted('C', at(1), long(45), failed(53001))),
      [],
      'whatever ended that',
    );
  });

  it('is none of a stay that ended with the room', () => {
    assert.deepEqual(limited(lasted('A', at(-180), long(240))), [], 'room and stay of four hours');
    const end = (seconds: number) => limited(stay('A', at(-180, seconds), at(60, seconds)));
    assert.deepEqual([end(-2), end(-3)], [[], ['A']]);
  });

  it('is known for each stay, also if 53216 names it', () => {
    const limits = (...people: Json[]) =>
      call(over, people).stays.map(({ name, limitMs }) => [name, limitMs]);
    assert.deepEqual(
      limits(
        lasted('A', at(-200), long(240, 1), failed(53002)),
        lasted('B', at(-190), long(240), failed(53216)),
        lasted('C', at(1), long(20), failed(53216)),
      ),
      [
        ['A', long(240)],
        ['B', long(240)],
        ['C', undefined],
      ],
    );
  });

  it('is one of several in a room only if the shorter one is passed by nobody', () => {
    const two = (...minutes: number[]) =>
      minutes.flatMap((length, n) =>
        [0, 4].map((later) => lasted(`${length}-${later}`, at(1 + 7 * n + later), long(length))),
      );
    assert.deepEqual(limited(...two(15, 30)), ['30-0', '30-4']);
  });

  it('is found in a live room', () => {
    const six = { ...live, create_time: iso(now - long(360)) };
    assert.deepEqual(
      limitedIn(six, lasted('A', now - long(300), long(240)), stay('B', now - long(60), null)),
      ['A'],
    );
  });

  it('is not made up without a leave', () => {
    assert.deepEqual(limited(stay('A', at(-180), null, { duration_sec: 14_400 })), []);
    assert.deepEqual(limited(stay('A', at(-180), null)), [], 'drawn to the room’s end');
  });
});
