import assert from 'node:assert/strict';
import fc from 'fast-check';
import { barAt, barOf, isSeen, minBarPx, placeChip } from '../../../../../src/webview/room/timeline/bars.ts';
import {
  countAt,
  countScale,
  curvePath,
  type Presence,
} from '../../../../../src/webview/room/timeline/presenceCurve.ts';

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

describe('the curve of people in the room', () => {
  const present: Presence[] = [
    { time: 0, count: 1 },
    { time: HOUR, count: 3 },
    { time: 2 * HOUR, count: 0 },
  ];

  it('knows how many there were at a time', () => {
    assert.equal(countAt(present, -1), 0);
    assert.equal(countAt(present, 0), 1);
    assert.equal(countAt(present, HOUR + 1), 3);
    assert.equal(countAt(present, 9 * HOUR), 0);
    assert.equal(countAt([], 0), 0);
  });

  it('has the limit in its true place where both fit', () => {
    const counts = countScale(5, 10, { top: 10, bottom: 60 });
    assert.deepEqual([counts.allowedY, counts.broken, counts.y(5)], [10, false, 35]);
  });

  it('shows a peak above the limit above its line', () => {
    const counts = countScale(12, 10, { top: 10, bottom: 60 });
    assert.ok((counts.allowedY ?? 0) > counts.y(12));
    assert.equal(counts.y(12), 10);
  });

  it('is not pressed flat by a limit far above', () => {
    const counts = countScale(2, 50, { top: 10, bottom: 70 });
    assert.deepEqual([counts.allowedY, counts.broken, counts.y(2)], [10, true, 30]);
  });

  it('has no line where there is no limit, and stands nobody', () => {
    const counts = countScale(0, undefined, { top: 10, bottom: 60 });
    assert.deepEqual([counts.allowedY, counts.y(0)], [undefined, 60]);
  });

  it('goes in steps to where the call ends', () => {
    const narrow = { span: { start: 0, end: 2 * HOUR }, width: 216 };
    const path = curvePath(present, 2 * HOUR, narrow, (count) => 60 - 10 * count);
    assert.equal(path, 'M0 60H8V50H108V30H208V60');
  });

  it('begins with who was there before', () => {
    const later = { span: { start: HOUR + HOUR / 2, end: 2 * HOUR }, width: 216 };
    const path = curvePath(present, 2 * HOUR, later, (count) => 60 - 10 * count);
    assert.equal(path, 'M0 30H208V60');
  });

  it('ends at the plot’s edge while the call goes on', () => {
    const early = { span: { start: 0, end: HOUR / 2 }, width: 216 };
    assert.equal(
      curvePath(present, 2 * HOUR, early, (count) => 60 - 10 * count),
      'M0 60H8V50H216',
    );
  });
});
