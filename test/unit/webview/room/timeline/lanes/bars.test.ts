import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  barAt,
  barOf,
  isSeen,
  minBarPx,
  placeChip,
} from '../../../../../../src/webview/room/timeline/lanes/bars.ts';

const HOUR = 3_600_000;
const scale = { span: { start: 0, end: 8 * HOUR }, width: 1000 };

describe('the bar of a stay', () => {
  it('can be seen however short the stay was', () => {
    assert.equal(barOf({ start: 4 * HOUR, end: 4 * HOUR + 10_000 }, scale).width, minBarPx);
    assert.equal(barOf({ start: 4 * HOUR, end: 4 * HOUR }, scale).width, minBarPx);
  });

  it('is neither thinner than that nor of millions of pixels, however close one looks', () => {
    const number = fc.integer({ min: 0, max: 8 * HOUR });
    fc.assert(
      fc.property(number, number, number, fc.integer({ min: 2000, max: HOUR }), (a, b, from, length) => {
        const close = { span: { start: from, end: from + length }, width: 1000 };
        const bar = barOf({ start: Math.min(a, b), end: Math.max(a, b) }, close);
        assert.ok(bar.width >= minBarPx && bar.width <= 1100);
        const inView = Math.min(a, b) <= from + length && Math.max(a, b) >= from;
        if (inView) assert.ok(isSeen(bar, 1000));
      }),
    );
  });

  it('is hit by a pointer that misses it by a little', () => {
    const bars = [
      { left: 100, width: 3 },
      { left: 112, width: 40 },
    ];
    assert.equal(barAt(bars, 101), 0);
    assert.equal(barAt(bars, 96), 0);
    assert.equal(barAt(bars, 106), 0);
    assert.equal(barAt(bars, 109), 1);
    assert.equal(barAt(bars, 94), -1);
    assert.equal(barAt(bars, 158), -1);
  });

  it('is a target of twelve pixels and more', () => {
    const bars = [{ left: 100, width: minBarPx }];
    const hit = Array.from({ length: 40 }, (_, at) => barAt(bars, 80 + at)).filter((index) => index === 0);
    assert.ok(hit.length >= 12);
  });
});

describe('the error at the end of a bar', () => {
  const bar = { left: 100, width: 200 };
  const room = { before: 0, after: 1000, keep: 0 };

  it('stands beside it', () => {
    assert.deepEqual(placeChip(bar, 60, room), { left: 303, full: true });
  });

  it('stands on it where the next bar follows, and leaves in sight how it ends', () => {
    assert.deepEqual(placeChip(bar, 60, { ...room, after: 320 }), { left: 237, full: true });
    assert.deepEqual(placeChip(bar, 60, { ...room, after: 320, keep: 50 }), { left: 190, full: true });
  });

  it('stands before a short one at the end of the call', () => {
    assert.deepEqual(placeChip({ left: 980, width: 5 }, 60, room), { left: 917, full: true });
  });

  it('is only an icon where there is room for no more', () => {
    assert.deepEqual(placeChip({ left: 100, width: 5 }, 60, { before: 90, after: 130, keep: 0 }), {
      left: 108,
      full: false,
    });
    assert.deepEqual(placeChip({ left: 100, width: 5 }, 60, { before: 90, after: 110, keep: 0 }), {
      left: 87,
      full: false,
    });
  });
});
