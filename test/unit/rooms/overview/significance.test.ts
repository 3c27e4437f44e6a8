import assert from 'node:assert/strict';
import fc from 'fast-check';
import { significantRatio, wilsonLowerBound } from '../../../../src/rooms/overview/significance.ts';

describe('What stands out', () => {
  it('failed more often than all others, by more than chance', () => {
    const total = { all: 1000, failed: 60 };
    const times = significantRatio({ all: 40, failed: 12 }, total);
    assert.ok(times !== undefined && Math.abs(times - 12 / 40 / (48 / 960)) < 1e-9);
    assert.equal(significantRatio({ all: 40, failed: 4 }, total), undefined, 'a little more may be chance');
    assert.equal(significantRatio({ all: 2, failed: 2 }, total), undefined, 'two failures may be chance');
    assert.equal(significantRatio({ all: 900, failed: 20 }, total), undefined);
  });

  it('is infinitely worse where no other failed, and nothing where there is no other', () => {
    assert.equal(significantRatio({ all: 10, failed: 9 }, { all: 100, failed: 9 }), Number.POSITIVE_INFINITY);
    assert.equal(significantRatio({ all: 10, failed: 9 }, { all: 10, failed: 9 }), undefined);
  });

  it('knows the lower end of a rate: Wilson’s interval', () => {
    assert.equal(wilsonLowerBound({ all: 0, failed: 0 }), 0);
    // (0.1 + 0.03318 − 2.576 · √(0.0009 + 0.0001659)) / 1.06636
    assert.ok(Math.abs(wilsonLowerBound({ all: 100, failed: 10 }) - 0.046) < 0.0001);
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (one, other) => {
        const [failed, all] = [Math.min(one, other), Math.max(one, other)];
        const low = wilsonLowerBound({ all, failed });
        return low >= 0 && (all === 0 || low <= failed / all + 1e-12);
      }),
    );
  });
});
