import assert from 'node:assert/strict';
import fc from 'fast-check';
import { remainderOf } from '../../../../src/rooms/listing/remainderOf.ts';
import { lengthOf, type Slice } from '../../../../src/rooms/model/timeSlice.ts';
import { hour, start } from './windowApi.ts';

const day: Slice = { after: start, before: start + 24 * hour };

describe('what a page leaves of its slice', () => {
  it('holds every room that has not come, where the page tells of an order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 24 * hour - 1 }), { minLength: 25, maxLength: 200 }),
        fc.integer({ min: 20, max: 100 }),
        fc.boolean(),
        (times, pageSize, newestFirst) => {
          const all = times.map((time) => start + time).sort((a, b) => (newestFirst ? b - a : a - b));
          const page = all.slice(0, pageSize);
          const rest = remainderOf(day, page);
          if (!rest) return;
          for (const time of all.slice(pageSize)) assert.ok(time >= rest.after && time < rest.before);
          assert.ok(lengthOf(rest) < lengthOf(day), 'it does not end otherwise');
        },
      ),
    );
  });

  it('is not known where the rooms stand in no order, have no time, or are few', () => {
    const times = Array.from({ length: 30 }, (_, number) => start + ((number * 7) % 30) * 60_000);
    assert.equal(remainderOf(day, times), undefined);
    assert.equal(remainderOf(day, [...times.sort(), undefined]), undefined);
    assert.equal(remainderOf(day, times.slice(0, 10)), undefined);
    assert.equal(remainderOf(day, []), undefined);
  });
});
