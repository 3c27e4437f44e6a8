import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RoomRate } from '../../../../src/rooms/listing/roomRate.ts';
import { lengthOf, type Slice } from '../../../../src/rooms/model/timeSlice.ts';
import { hour, start } from './windowApi.ts';

const day: Slice = { after: start, before: start + 24 * hour };

describe('the rate of an account', () => {
  it('expects nothing before it has seen anything', () => {
    assert.equal(new RoomRate().expect(day), 0);
    assert.equal(new RoomRate().knows(day), false);
  });

  it('expects of the hours that it has seen what was there', () => {
    const rate = new RoomRate();
    const created = Array.from({ length: 60 }, (_, minute) => start + 9 * hour + minute * 60_000);
    rate.learn(day, created);
    assert.equal(Math.round(rate.expect(day)), 60);
    assert.equal(Math.round(rate.expect({ after: start + 9 * hour, before: start + 10 * hour })), 60);
    assert.equal(rate.expect({ after: start + 3 * hour, before: start + 4 * hour }), 0);
    assert.ok(rate.knows(day));
  });

  it('expects of other days what there was at the same hour', () => {
    const rate = new RoomRate();
    rate.learn(
      { after: start + 9 * hour, before: start + 10 * hour },
      Array.from({ length: 100 }, (_, number) => start + 9 * hour + number),
    );
    const before = { after: start - 24 * hour + 9 * hour, before: start - 24 * hour + 10 * hour };
    assert.equal(Math.round(rate.expect(before)), 100);
    assert.equal(rate.knows(before), false);
  });

  it('expects of an hour that it never saw what is between the hours around it', () => {
    const rate = new RoomRate();
    const hourAt = (number: number) => ({
      after: start + number * hour,
      before: start + (number + 1) * hour,
    });
    const learn = (number: number, rooms: number) =>
      rate.learn(
        hourAt(number),
        Array.from({ length: rooms }, (_, one) => start + number * hour + one),
      );
    const expected = (number: number) => Math.round(rate.expect(hourAt(number)));
    learn(8, 100);
    assert.equal(expected(3), 100);
    learn(12, 20);
    assert.deepEqual([9, 10, 11].map(expected), [80, 60, 40]);
    // From noon around the clock to the next morning.
    assert.deepEqual([13, 22, 31].map(expected), [24, 60, 96]);
  });

  it('cuts a slice into parts that follow on each other without a gap, the newest first', () => {
    const part = fc.record({
      after: fc.nat({ max: 100 * hour }),
      length: fc.integer({ min: 1, max: 80 * hour }),
    });
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(part, fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 30 })),
          {
            maxLength: 5,
          },
        ),
        part,
        fc.integer({ min: 1, max: 60 }),
        (seen, { after, length }, pieces) => {
          const rate = new RoomRate();
          for (const [one, created] of seen) {
            const slice = { after: one.after, before: one.after + one.length };
            rate.learn(
              slice,
              created.map((share) => Math.floor(slice.after + share * one.length)),
            );
          }
          const slice = { after, before: after + length };
          const parts = rate.cut(slice, pieces);
          assert.ok(parts.length >= 1 && parts.length <= pieces);
          assert.equal(parts[0]?.before, slice.before);
          assert.equal(parts.at(-1)?.after, slice.after);
          for (const [place, one] of parts.entries()) {
            assert.ok(lengthOf(one) > 0);
            if (place > 0) assert.equal(one.before, parts[place - 1]?.after);
          }
        },
      ),
    );
  });
});
