import assert from 'node:assert/strict';
import fc from 'fast-check';
import { niceCeiling, topOf } from '../../../../src/pages/overview/scale.ts';

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
