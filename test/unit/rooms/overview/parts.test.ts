import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Throttler } from '../../../../src/async/throttler.ts';
import { runInTimeSlices } from '../../../../src/async/timeSlicing.ts';
import { niceCeiling, topOf } from '../../../../src/pages/overview/scale.ts';
import { tickOf } from '../../../../src/pages/overview/ticks.ts';
import { binOf, durationBins, sizeBins } from '../../../../src/rooms/overview/bins.ts';
import { isSignificant, wilsonLowerBound } from '../../../../src/rooms/overview/significance.ts';
import { bucketOf, spanOf, timeBuckets } from '../../../../src/rooms/overview/timeBuckets.ts';
import { zoneOf } from '../../../../src/rooms/window/calendar.ts';
import { day, format, now } from '../../pages/overview/fixtures.ts';

const minute = 60_000;
const hour = 60 * minute;
const utc = zoneOf('utc', 'en');
/** A zone that is ahead of UTC by half an hour more than whole hours. */
const india = { ...utc, offset: () => 5.5 * hour };

describe('Stretches of time', () => {
  it('are hours in windows of a day to a week, five minutes in an hour', () => {
    const stepOf = (length: number) => timeBuckets({ after: now - length, before: now }, utc).step / minute;
    assert.deepEqual([hour, 4 * hour, day, 3 * day, 7 * day, 30 * day, 60 * day].map(stepOf), [
      ...[5, 15, 60, 60, 60, 360, 1440],
    ]);
  });

  it('begin at full hours of the clock, and hold the whole window', () => {
    for (const zone of [utc, india]) {
      const buckets = timeBuckets({ after: now - day, before: now }, zone);
      assert.equal((buckets.start + zone.offset(now)) % hour, 0);
      assert.ok(buckets.start <= now - day && spanOf(buckets, buckets.count - 1).before >= now);
      assert.equal(buckets.count, zone === utc ? 25 : 24);
    }
  });

  it('never become more than can be drawn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 * 24 }), (hours) => {
        const { count } = timeBuckets({ after: now - hours * hour, before: now }, india);
        return count <= 202;
      }),
    );
  });

  it('hold each time of the window once, and none outside', () => {
    const buckets = timeBuckets({ after: now - day, before: now }, utc);
    fc.assert(
      fc.property(fc.integer({ min: now - day, max: now - 1 }), (time) => {
        const index = bucketOf(buckets, time);
        if (index === undefined) return false;
        const { after, before } = spanOf(buckets, index);
        return after <= time && time < before;
      }),
    );
    assert.equal(bucketOf(buckets, buckets.start - 1), undefined);
    assert.equal(bucketOf(buckets, buckets.start + buckets.count * buckets.step), undefined);
  });

  it('are marked with the weekday at midnight and the time else, the rounder the sooner', () => {
    const at = (hours: number, minutes = 0, step = hour) =>
      tickOf(Date.UTC(2026, 10, 21, hours, minutes), step, { zone: utc, format });
    assert.deepEqual(
      [at(0), at(12), at(6), at(3), at(1)],
      [
        { text: 'Sat', rank: 0 },
        { text: '12:00', rank: 1 },
        { text: '06:00', rank: 2 },
        { text: '03:00', rank: 3 },
        { text: '01:00', rank: 4 },
      ],
    );
    assert.deepEqual(at(10, 30, 5 * minute), { text: '10:30', rank: 2 });
  });
});

describe('Bins', () => {
  it('hold every duration and size once, from their beginning to before their end', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (value) => {
        for (const bins of [durationBins, sizeBins]) {
          const holding = bins.filter(({ from = 0, below = Infinity }) => value >= from && value < below);
          if (holding.length !== 1 || holding[0] !== bins[binOf(bins, value)]) return false;
        }
        return true;
      }),
    );
  });

  it('are those that people think in', () => {
    assert.deepEqual(
      durationBins.map(({ below }) => below && below / 60),
      [1, 5, 15, 30, 60, 120, 240, undefined],
    );
    assert.deepEqual(
      sizeBins.map(({ from = 0, below = Infinity }) => [from, below - 1]),
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 5],
        [6, 10],
        [11, 20],
        [21, 50],
        [51, Infinity],
      ],
    );
  });
});

describe('What stands out', () => {
  it('failed more often than all others, by more than chance', () => {
    const total = { all: 1000, dropped: 60 };
    const times = isSignificant({ all: 40, dropped: 12 }, total);
    assert.ok(times !== undefined && Math.abs(times - 12 / 40 / (48 / 960)) < 1e-9);
    assert.equal(isSignificant({ all: 40, dropped: 4 }, total), undefined, 'a little more may be chance');
    assert.equal(isSignificant({ all: 2, dropped: 2 }, total), undefined, 'two failures may be chance');
    assert.equal(isSignificant({ all: 900, dropped: 20 }, total), undefined);
  });

  it('is infinitely worse where no other failed, and nothing where there is no other', () => {
    assert.equal(isSignificant({ all: 10, dropped: 9 }, { all: 100, dropped: 9 }), Number.POSITIVE_INFINITY);
    assert.equal(isSignificant({ all: 10, dropped: 9 }, { all: 10, dropped: 9 }), undefined);
  });

  it('knows the lower end of a rate: Wilson’s interval', () => {
    assert.equal(wilsonLowerBound({ all: 0, dropped: 0 }), 0);
    // (0.1 + 0.03318 − 2.576 · √(0.0009 + 0.0001659)) / 1.06636
    assert.ok(Math.abs(wilsonLowerBound({ all: 100, dropped: 10 }) - 0.046) < 0.0001);
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (one, other) => {
        const [dropped, all] = [Math.min(one, other), Math.max(one, other)];
        const low = wilsonLowerBound({ all, dropped });
        return low >= 0 && (all === 0 || low <= dropped / all + 1e-12);
      }),
    );
  });
});

describe('Scales', () => {
  it('end at a round number that nothing exceeds', () => {
    assert.deepEqual([0, 1, 2, 3, 5, 7, 9, 10, 11, 41, 99, 100, 101].map(niceCeiling), [
      ...[1, 1, 2, 4, 6, 8, 10, 10, 20, 60, 100, 100, 200],
    ]);
    fc.assert(fc.property(fc.nat(10_000_000), (count) => niceCeiling(count) >= count));
  });

  it('let one that is far above all others reach beyond', () => {
    const usual = Array.from({ length: 24 }, (_, hour) => hour);
    assert.equal(topOf(usual), 40);
    assert.equal(topOf([...usual, 1003]), 40);
    assert.equal(topOf([...usual.map((count) => count * 40), 1003]), 2000);
    assert.equal(topOf([0, 0, 7]), 8, 'where nearly all are nothing, the highest is the scale');
  });
});

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
});
