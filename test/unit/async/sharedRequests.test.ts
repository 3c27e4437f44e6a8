import assert from 'node:assert/strict';
import { SharedRequests } from '../../../src/async/sharedRequests.ts';

/** Work that ends when told to, or with an AbortError when its signal is aborted. */
function work() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let signal: AbortSignal | undefined;
  return {
    resolve,
    reject,
    get aborted() {
      return signal?.aborted;
    },
    start: (given: AbortSignal) => {
      signal = given;
      given.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      return promise;
    },
  };
}

const abort = { name: 'AbortError' };

describe('Work in flight', () => {
  it('is shared by all who ask for it meanwhile', async () => {
    const running = new SharedRequests<string, string>();
    const one = work();
    const both = [running.join('a', one.start), running.join('a', () => assert.fail('it runs already'))];
    one.resolve('done');
    assert.deepEqual(await Promise.all(both), ['done', 'done']);
    assert.equal(running.has('a'), false);
  });

  it('ends when the only one who waits gives up', async () => {
    const running = new SharedRequests<string, string>();
    const one = work();
    const waiting = new AbortController();
    const given = running.join('a', one.start, waiting.signal);
    waiting.abort();
    await assert.rejects(given, abort);
    assert.equal(one.aborted, true);
  });

  it('goes on when one of two gives up, and ends when both have', async () => {
    const running = new SharedRequests<string, string>();
    const one = work();
    const [first, second] = [new AbortController(), new AbortController()];
    const given = [running.join('a', one.start, first.signal), running.join('a', one.start, second.signal)];
    first.abort();
    await assert.rejects(given[0] as Promise<string>, abort);
    assert.equal(one.aborted, false);
    second.abort();
    await assert.rejects(given[1] as Promise<string>, abort);
    assert.equal(one.aborted, true);
  });

  it('goes on for somebody who cannot give up', async () => {
    const running = new SharedRequests<string, string>();
    const one = work();
    const waiting = new AbortController();
    const given = running.join('a', one.start, waiting.signal);
    const other = running.join('a', one.start);
    waiting.abort();
    await assert.rejects(given, abort);
    one.resolve('done');
    assert.equal(await other, 'done');
  });

  it('starts anew for who asks after it was given up', async () => {
    const running = new SharedRequests<string, string>();
    const [one, two] = [work(), work()];
    const waiting = new AbortController();
    const given = running.join('a', one.start, waiting.signal);
    waiting.abort();
    const again = running.join('a', two.start);
    await assert.rejects(given, abort);
    assert.equal(running.has('a'), true);
    two.resolve('done');
    assert.equal(await again, 'done');
  });

  it('does not start for who has given up before', async () => {
    const running = new SharedRequests<string, string>();
    await assert.rejects(
      running.join('a', () => assert.fail('nobody waits'), AbortSignal.abort()),
      abort,
    );
    assert.equal(running.has('a'), false);
  });

  it('hands on a failure', async () => {
    const running = new SharedRequests<string, string>();
    const one = work();
    const given = running.join('a', one.start, new AbortController().signal);
    one.reject(new Error('down'));
    await assert.rejects(given, /down/);
  });
});
