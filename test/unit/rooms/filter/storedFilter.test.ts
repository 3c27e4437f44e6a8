import assert from 'node:assert/strict';
import fc from 'fast-check';
import { filterText } from '../../../../src/rooms/filter/filterText.ts';
import { isNoFilter, type RoomFilter } from '../../../../src/rooms/filter/roomFilter.ts';
import { readFilter } from '../../../../src/rooms/filter/storedFilter.ts';
import { format, matches } from './completedRoom.ts';

describe('a filter that was kept', () => {
  const word = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== '');
  const range = fc.record({ from: fc.nat(), below: fc.nat() }, { requiredKeys: [] });
  const filters: fc.Arbitrary<RoomFilter> = fc.record(
    {
      facets: fc.record(
        { type: fc.array(word), codec: fc.array(word), problem: fc.array(word), failedSdk: fc.array(word) },
        { requiredKeys: [] },
      ),
      ranges: fc.record({ duration: range, size: range, created: range }, { requiredKeys: [] }),
      text: word,
      name: word,
    },
    { requiredKeys: [] },
  );

  it('leaves the same rooms and says the same words when it is read again', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const read = readFilter(JSON.parse(JSON.stringify(filter)));
        assert.equal(filterText(read, format), filterText(filter, format));
        assert.equal(matches(read), matches(filter));
        assert.equal(isNoFilter(read), isNoFilter(filter));
        assert.equal(filterText(filter, format) === '', isNoFilter(filter), 'a filter without words is none');
      }),
    );
  });

  it('does no harm where it is damaged', () => {
    for (const damaged of [
      null,
      7,
      'x',
      [],
      { facets: 3, ranges: 'x' },
      { facets: { type: 'group' }, text: 5 },
    ])
      assert.deepEqual(readFilter(damaged), {});
    assert.deepEqual(
      readFilter({ facets: { type: ['group', 3], other: ['x'] }, ranges: { size: { from: -1, below: 5 } } }),
      {
        facets: { type: ['group'] },
        ranges: { size: { below: 5 } },
      },
    );
  });
});
