import assert from 'node:assert/strict';
import { Poller } from '../../../src/async/poller.ts';
import { FakeClock } from './fakeClock.ts';

describe('Poller', () => {
  let clock: FakeClock;
  let looks: number[];
  let interval: number | undefined;
  let answered: boolean;
  let poller: Poller;

  beforeEach(() => {
    clock = new FakeClock();
    looks = [];
    interval = 30;
    answered = true;
    const run = async () => {
      looks.push(clock.time);
      return answered;
    };
    poller = new Poller({ run, interval: () => interval, clock });
  });

  it('does nothing before it is told that somebody needs it', async () => {
    await clock.pass(1000);
    assert.deepEqual([looks, clock.waiting], [[], []]);
  });

  it('looks an interval after the last look has ended', async () => {
    const gate = Promise.withResolvers<boolean>();
    const slow = new Poller({
      run: () => {
        looks.push(clock.time);
        return looks.length === 1 ? gate.promise : Promise.resolve(true);
      },
      interval: () => 30,
      clock,
    });
    slow.update();
    await clock.pass(30);
    await clock.pass(100);
    slow.update();
    assert.deepEqual([looks, clock.waiting], [[30], []], 'one at a time');
    gate.resolve(true);
    await new Promise(setImmediate);
    await clock.pass(60);
    assert.deepEqual(looks, [30, 160, 190]);
  });

  it('runs no timer while nobody needs it, and looks at once when that was long', async () => {
    poller.update();
    await clock.pass(40);
    interval = undefined;
    poller.update();
    assert.deepEqual(clock.waiting, []);
    await clock.pass(1000);
    assert.deepEqual(looks, [30]);
    interval = 30;
    poller.update();
    await clock.pass(0);
    assert.deepEqual(looks, [30, 1040]);
  });

  it('waits for what is left of the interval when it is needed again soon', async () => {
    poller.update();
    await clock.pass(40);
    for (const value of [undefined, 30]) {
      interval = value;
      poller.update();
    }
    await clock.pass(30);
    assert.deepEqual(looks, [30, 60]);
  });

  it('takes another interval at once', async () => {
    poller.update();
    await clock.pass(10);
    interval = 15;
    poller.update();
    await clock.pass(6);
    assert.deepEqual(looks, [15]);
  });

  it('starts the interval again when everything was looked at in another way', async () => {
    poller.update();
    await clock.pass(20);
    poller.restart();
    await clock.pass(29);
    assert.deepEqual(looks, []);
    await clock.pass(1);
    assert.deepEqual(looks, [50]);
  });

  it('doubles the interval with each failure, up to ten minutes, and goes back with an answer', async () => {
    interval = 30_000;
    answered = false;
    poller.update();
    await clock.pass(3_000_000);
    const pauses = looks.map((time, place) => (time - (looks[place - 1] ?? 0)) / 1000);
    assert.deepEqual(pauses.slice(0, 7), [30, 60, 120, 240, 480, 600, 600]);
    answered = true;
    await clock.pass(600_000);
    const last = looks.at(-1) ?? 0;
    await clock.pass(last + 30_000 - clock.time);
    assert.equal(looks.at(-1), last + 30_000);
  });

  it('never waits less than the interval after a failure, however long that is', async () => {
    interval = 3_600_000;
    answered = false;
    poller.update();
    await clock.pass(4 * 3_600_000);
    assert.deepEqual(
      looks,
      [1, 2, 3, 4].map((hour) => hour * 3_600_000),
    );
  });

  it('ends with dispose, also during a look', async () => {
    poller.update();
    poller.dispose();
    assert.deepEqual(clock.waiting, []);
    const gate = Promise.withResolvers<boolean>();
    const busy = new Poller({ run: () => gate.promise, interval: () => 30, clock });
    busy.update();
    await clock.pass(30);
    busy.dispose();
    gate.resolve(true);
    await new Promise(setImmediate);
    assert.deepEqual(clock.waiting, []);
  });
});
