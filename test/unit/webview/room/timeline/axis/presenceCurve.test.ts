import assert from 'node:assert/strict';
import {
  countAt,
  countScale,
  curvePath,
  type Presence,
} from '../../../../../../src/webview/room/timeline/axis/presenceCurve.ts';

const HOUR = 3_600_000;

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
