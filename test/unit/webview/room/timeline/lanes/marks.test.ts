import assert from 'node:assert/strict';
import type { StayView } from '../../../../../../src/protocol/call.ts';
import { barOf } from '../../../../../../src/webview/room/timeline/lanes/bars.ts';
import { tracksOf } from '../../../../../../src/webview/room/timeline/lanes/laneLayout.ts';
import { marksOf } from '../../../../../../src/webview/room/timeline/lanes/marks.ts';
import { lane } from './laneView.ts';

const hour = 3600;
const scale = { span: { start: 0, end: 4 * hour * 1000 }, width: 1000 };
const marks = (stays: readonly StayView[], within = scale) =>
  marksOf(
    stays,
    stays.map((stay) => barOf(stay, within)),
    tracksOf(stays),
    within,
    13,
  );
const failing = (spans: [number, number][], error: (index: number) => string) =>
  lane('a', ...spans).stays.map((stay, index) => ({ ...stay, error: error(index) }));
/** Stays of five seconds in a row. */
const row = (count: number) =>
  Array.from({ length: count }, (_, index): [number, number] => [hour + index * 5, hour + index * 5 + 5]);

describe('The marks at the ends of bars', () => {
  it('that crowd are one mark with their number, at the last of them', () => {
    const found = marks(failing(row(14), () => '53205'));
    assert.deepEqual([...found.keys()], [13]);
    assert.equal(found.get(13)?.text, '53205 × 14');
    const { left, width } = barOf({ start: 0, end: (hour + 70) * 1000 }, scale);
    assert.ok(Math.abs((found.get(13)?.left ?? 0) - left - width) < 10, 'beside the moment that it is about');
  });

  it('name no code if those that crowd have several', () => {
    const found = marks(failing(row(3), (index) => `${53001 + index}`));
    assert.deepEqual(
      [...found.values()].map(({ text }) => text),
      ['× 3'],
    );
  });

  it('stand by themselves where there is room, and each again when one looks closer', () => {
    const apart = failing(
      [
        [0, hour],
        [2 * hour, 3 * hour],
      ],
      () => '53405',
    );
    assert.deepEqual(
      [...marks(apart).values()].map(({ text }) => text),
      ['53405', '53405'],
    );
    const close = { span: { start: hour * 1000, end: (hour + 75) * 1000 }, width: 4000 };
    assert.equal(
      marks(
        failing(row(14), () => '53205'),
        close,
      ).size,
      14,
    );
  });

  it('of other ends are no failures, and stay away where there is no room', () => {
    const [stay] = lane('a', [0, hour]).stays;
    assert.ok(stay);
    const found = marks([{ ...stay, reason: 'Disconnected through the API' }]);
    assert.equal(found.get(0)?.failed, false);
  });
});
