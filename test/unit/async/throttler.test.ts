import assert from 'node:assert/strict';
import { Throttler } from '../../../src/async/throttler.ts';

describe('Paced work', () => {
  it('is done at once, and once more however often it was asked for meanwhile', async () => {
    const started: PromiseWithResolvers<void>[] = [];
    const second = Promise.withResolvers<void>();
    const pacer = new Throttler(() => {
      const work = Promise.withResolvers<void>();
      started.push(work);
      if (started.length === 2) second.resolve();
      return work.promise;
    });
    pacer.schedule();
    assert.equal(started.length, 1);
    for (let times = 0; times < 5; times++) pacer.schedule();
    assert.equal(started.length, 1, 'not while it is being done');
    started[0]?.resolve();
    await second.promise;
    started[1]?.resolve();
    await new Promise(setImmediate);
    assert.equal(started.length, 2);
    pacer.dispose();
  });

  it('is not done any more after the end', () => {
    let runs = 0;
    const throttler = new Throttler(async () => {
      runs++;
    });
    throttler.dispose();
    throttler.schedule();
    assert.equal(runs, 0);
  });
});
