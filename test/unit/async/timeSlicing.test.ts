import assert from 'node:assert/strict';
import { runInTimeSlices } from '../../../src/async/timeSlicing.ts';

describe('Work in turns', () => {
  function* steps(count: number) {
    for (let step = 0; step < count; step++) {
      const end = performance.now() + 1;
      while (performance.now() < end);
      yield;
    }
    return count;
  }

  it('lets others have their turn, and ends with its result', async () => {
    let turns = 0;
    const count = () => {
      turns++;
      running = setImmediate(count);
    };
    let running = setImmediate(count);
    assert.equal(await runInTimeSlices(steps(40), new AbortController().signal), 40);
    clearImmediate(running);
    assert.ok(turns > 0);
  });

  it('ends when nobody wants it any more', async () => {
    const wanted = new AbortController();
    const work = runInTimeSlices(steps(10_000), wanted.signal);
    setImmediate(() => wanted.abort());
    await assert.rejects(work, { name: 'AbortError' });
  });
});
