import assert from 'node:assert/strict';
import fc from 'fast-check';
import { binOf, durationBins, sizeBins } from '../../../../src/rooms/overview/bins.ts';

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
