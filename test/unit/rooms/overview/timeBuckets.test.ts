import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Room } from '../../../../src/insights/resources/room.ts';
import { bucketOf, spanOf, timeBuckets, untilNewest } from '../../../../src/rooms/overview/timeBuckets.ts';
import { dayOf } from '../../../../src/rooms/window/calendar.ts';
import { zoneOf } from '../../../../src/text/timeZone.ts';
import { day, now } from '../../pages/overview/fixtures.ts';
import { timesIn, zoneNames } from '../window/zones.ts';

const minute = 60_000;
const hour = 60 * minute;
const utc = zoneOf('UTC');
/** A zone that is ahead of UTC by half an hour more than whole hours. */
const india = zoneOf('Asia/Kolkata');

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
      assert.equal(((buckets.edges[0] ?? 1) + zone.offset(now)) % hour, 0);
      assert.ok((buckets.edges[0] ?? now) <= now - day && spanOf(buckets, buckets.count - 1).before >= now);
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
    assert.equal(bucketOf(buckets, (buckets.edges[0] ?? 0) - 1), undefined);
    assert.equal(bucketOf(buckets, buckets.edges.at(-1) ?? 0), undefined);
  });

  it('reach to the newest room where the clock of Twilio is ahead, and not to a wrong time', () => {
    const window = { after: now - day, before: now };
    const roomAt = (created: number) => new Room({ create_time: new Date(created).toISOString() });
    const until = (...created: number[]) => untilNewest(window, created.map(roomAt));
    assert.deepEqual(until(now - hour), window);
    assert.deepEqual(until(now - hour, now + hour, now), { ...window, before: now + hour + 1 });
    assert.deepEqual(until(now + 400 * day), window);
  });

  for (const name of zoneNames) {
    it(`hold each time once and begin at round times of the clock in ${name}`, () => {
      const zone = zoneOf(name);
      fc.assert(
        fc.property(timesIn(name), fc.constantFrom(1, 5, 20, 100, 300, 2000), (before, hours) => {
          const window = { after: before - hours * hour, before };
          const buckets = timeBuckets(window, zone);
          assert.equal(buckets.count, buckets.edges.length - 1);
          assert.equal(bucketOf(buckets, window.after), 0);
          assert.equal(bucketOf(buckets, before - 1), buckets.count - 1);
          for (const [index, edge] of buckets.edges.slice(0, -1).entries()) {
            assert.equal(bucketOf(buckets, edge), index);
            const { after, before: end } = spanOf(buckets, index);
            assert.ok(after === edge && bucketOf(buckets, end - 1) === index);
            const atMidnight = dayOf(edge, zone) === edge;
            assert.ok(atMidnight || (edge + zone.offset(edge)) % Math.min(buckets.step, day) === 0);
          }
        }),
      );
    });
  }
});
