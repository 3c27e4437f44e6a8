import assert from 'node:assert/strict';
import { placeTooltip } from '../../../../../src/webview/shared/page/placeTooltip.ts';

const tip = { width: 200, height: 60 };
const window = { width: 320, height: 400 };

describe('where a tooltip goes', () => {
  it('under its anchor', () => {
    const anchor = { left: 20, top: 100, width: 80, height: 20 };
    assert.deepEqual(placeTooltip(anchor, tip, window), { left: 20, top: 124 });
  });

  it('above it at the bottom of the window', () => {
    const anchor = { left: 20, top: 370, width: 80, height: 20 };
    assert.deepEqual(placeTooltip(anchor, tip, window), { left: 20, top: 306 });
  });

  it('inside the window at its right edge', () => {
    const anchor = { left: 300, top: 100, width: 80, height: 20 };
    assert.equal(placeTooltip(anchor, tip, window).left, 116);
  });

  it('with its beginning in sight where it is larger than the window', () => {
    const anchor = { left: 20, top: 30, width: 80, height: 20 };
    assert.deepEqual(placeTooltip(anchor, { width: 500, height: 900 }, window), { left: 4, top: 4 });
  });
});
