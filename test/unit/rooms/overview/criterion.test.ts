import assert from 'node:assert/strict';
import { noFilter, type RoomFilter } from '../../../../src/rooms/filter/roomFilter.ts';
import {
  type Criterion,
  criterionId,
  isChosen,
  toggleCriterion,
} from '../../../../src/rooms/overview/criterion.ts';

const code = (value: string): Criterion => ({ facet: 'errorCode', value });
const hour = (from: number): Criterion => ({ measure: 'created', range: { from, below: from + 1 } });
const press = (filter: RoomFilter, ...criteria: Criterion[]) =>
  criteria.reduce((so, criterion) => toggleCriterion(so, criterion, false), filter);
const add = (filter: RoomFilter, criterion: Criterion) => toggleCriterion(filter, criterion, true);

describe('A bar that is pressed', () => {
  it('comes to the rest of the filter, and goes when pressed again', () => {
    const before: RoomFilter = { facets: { type: ['go'] }, text: 'lesson' };
    const with53405 = press(before, code('53405'));
    assert.deepEqual(with53405, { facets: { type: ['go'], errorCode: ['53405'] }, text: 'lesson' });
    assert.deepEqual(press(with53405, code('53405')), before);
    assert.deepEqual(press(noFilter, hour(3), hour(3)), noFilter);
  });

  it('takes the place of another bar of its chart', () => {
    assert.deepEqual(press(noFilter, code('1'), code('2')), { facets: { errorCode: ['2'] } });
    assert.deepEqual(press(noFilter, hour(3), hour(5)), { ranges: { created: { from: 5, below: 6 } } });
  });

  it('with Shift comes to other values, and leaves them', () => {
    const both = add(press(noFilter, code('1')), code('2'));
    assert.deepEqual(both, { facets: { errorCode: ['1', '2'] } });
    assert.deepEqual(add(both, code('1')), { facets: { errorCode: ['2'] } });
    assert.deepEqual(press(both, code('1')), { facets: { errorCode: ['1'] } }, 'alone without Shift');
  });

  it('with Shift becomes the end of a range, later or earlier, or its beginning', () => {
    const three = add(press(noFilter, hour(3)), hour(5));
    assert.deepEqual(three, { ranges: { created: { from: 3, below: 6 } } });
    assert.deepEqual(add(three, hour(4)), { ranges: { created: { from: 3, below: 5 } } });
    assert.deepEqual(add(three, hour(1)), { ranges: { created: { from: 1, below: 6 } } });
    const open: Criterion = { measure: 'duration', range: { from: 14_400 } };
    const first: Criterion = { measure: 'duration', range: { below: 60 } };
    assert.deepEqual(add(press(noFilter, open), first), { ranges: { duration: {} } });
    assert.ok(isChosen(press(noFilter, open), open) && isChosen(press(noFilter, first), first));
  });

  it('is marked as long as the filter asks for it', () => {
    const three = add(press(noFilter, hour(3)), hour(5));
    assert.deepEqual(
      [2, 3, 4, 5, 6].map((from) => isChosen(three, hour(from))),
      [false, true, true, true, false],
    );
    assert.ok(isChosen({ facets: { errorCode: ['1', '2'] } }, code('2')));
    assert.ok(!isChosen(noFilter, code('2')) && !isChosen({ ranges: { created: {} } }, hour(1)));
  });

  it('has an id of its own', () => {
    const ids = [code('1'), code('2'), hour(1), hour(2)].map(criterionId);
    assert.equal(new Set(ids).size, 4);
    assert.equal(criterionId(hour(1)), criterionId(hour(1)));
  });
});
