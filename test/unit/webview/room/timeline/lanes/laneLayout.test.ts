import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  heightOf,
  lanesBetween,
  placeLanes,
  trackAt,
  trackPx,
  tracksOf,
  trackTop,
} from '../../../../../../src/webview/room/timeline/lanes/laneLayout.ts';
import { lane, SECOND } from './laneView.ts';

describe('the lanes of the timeline', () => {
  it('hold rejoins in one track, and what overlaps in several', () => {
    assert.deepEqual(tracksOf(lane('a', [0, 10], [20, 30], [40, 50]).stays), [0, 0, 0]);
    assert.deepEqual(tracksOf(lane('a', [0, 10], [5, 30], [12, 50]).stays), [0, 1, 0]);
  });

  it('take a touch by a second for no overlap', () => {
    assert.deepEqual(tracksOf(lane('a', [0, 10], [9, 30]).stays), [0, 0]);
  });

  it('give an identity that is there a hundred times no hundred tracks', () => {
    const crowd = Array.from({ length: 100 }, (_, at): [number, number] => [at, 1000]);
    assert.equal(Math.max(...tracksOf(lane('a', ...crowd).stays)), 5);
  });

  it('never draw two of up to six stays over each other', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(spans, (pairs) => {
        const { stays } = lane(
          'a',
          ...pairs.map(([start, length]): [number, number] => [start, start + length]),
        );
        const tracks = tracksOf(stays);
        for (const [a, one] of stays.entries()) {
          for (const [b, other] of stays.entries()) {
            if (a >= b || tracks[a] !== tracks[b]) continue;
            const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
            assert.ok(shared <= SECOND, `${a} and ${b} share ${shared} ms`);
          }
        }
      }),
    );
  });

  it('lie under each other without a gap, and those in sight are found', () => {
    const lanes = Array.from({ length: 1000 }, (_, index) =>
      index % 7 === 0 ? lane(`${index}`, [0, 10], [5, 15]) : lane(`${index}`, [0, 10]),
    );
    const boxes = placeLanes(lanes);
    for (const [index, box] of boxes.entries()) {
      assert.equal(box.top, heightOf(boxes.slice(0, index)));
    }
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: heightOf(boxes) + 500 }),
        fc.integer({ min: 0, max: 2000 }),
        (top, height) => {
          const { first, end } = lanesBetween(boxes, top, top + height);
          const seen = boxes.flatMap((box, index) =>
            box.top + box.height > top && box.top < top + height ? [index] : [],
          );
          assert.deepEqual(
            Array.from({ length: end - first }, (_, index) => first + index),
            seen,
          );
        },
      ),
    );
  });

  it('find the track under the pointer', () => {
    const [box] = placeLanes([lane('a', [0, 10], [5, 15])]);
    assert.ok(box);
    assert.equal(trackAt(0, box), 0);
    assert.equal(trackAt(trackTop(1) + trackPx / 2, box), 1);
    assert.equal(trackAt(999, box), 1);
  });

  it('take up no room when there are none', () => {
    assert.equal(heightOf(placeLanes([])), 0);
    assert.deepEqual(lanesBetween([], 0, 100), { first: 0, end: 0 });
  });
});
