import assert from 'node:assert/strict';
import { Asked, sid, sids } from './askedStore.ts';

describe('Loading the participants of many rooms', () => {
  it('asks for each room once, in the order given, a few at a time', async () => {
    const asked = new Asked(() => new Promise((resolve) => setImmediate(resolve)));
    const load = asked.load(sids(23));
    await load.run();
    assert.deepEqual(asked.rooms, sids(23));
    assert.equal(asked.mostAtOnce, 5);
    assert.deepEqual(load.progress, { total: 23, done: 23, failed: 0, state: 'complete' });
  });

  it('asks for no further room when it is cancelled, and keeps what has come', async () => {
    const gate = Promise.withResolvers<void>();
    const asked = new Asked((room) => (room === sid(7) ? gate.promise : undefined));
    const load = asked.load(sids(40));
    const running = load.run();
    while (!asked.rooms.includes(sid(7))) await new Promise(setImmediate);
    load.cancel();
    const sofar = asked.rooms.length;
    gate.resolve();
    await running;
    assert.equal(asked.rooms.length, sofar);
    assert.equal(load.progress.state, 'cancelled');
    assert.equal(asked.store.participantsState(sid(0))?.state, 'complete');
    assert.equal(asked.store.participantsState(sid(7))?.state, 'complete', 'what was on its way still comes');
  });

  it('counts failures and goes on', async () => {
    const failure = new Error('lost');
    const asked = new Asked((room) => (room === sid(3) ? Promise.reject(failure) : undefined));
    const load = asked.load(sids(20));
    await load.run();
    const { done, failed, state, error } = load.progress;
    assert.deepEqual(
      { done, failed, state, error },
      { done: 20, failed: 1, state: 'complete', error: failure },
    );
  });

  it('stops when one after the other fails: the rest is not tried in vain', async () => {
    const asked = new Asked(() => Promise.reject(new Error('down')));
    const load = asked.load(sids(1000));
    await load.run();
    assert.equal(load.progress.state, 'stopped');
    assert.ok(asked.rooms.length < 20, `${asked.rooms.length} rooms were asked for`);
  });
});
