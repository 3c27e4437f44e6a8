import assert from 'node:assert/strict';
import { nextPlace, placeOf } from '../../../../../../src/webview/room/timeline/lanes/stayKeys.ts';
import { lane } from './laneView.ts';

describe('the keys of the timeline', () => {
  const lanes = [lane('a', [0, 50]), lane('b', [0, 5], [20, 25], [40, 45]), lane('c', [22, 30])];
  const go = (key: string, at: [number, number]) => {
    const to = nextPlace(key, { lane: at[0], stay: at[1] }, lanes, 2);
    return to && [to.lane, to.stay];
  };

  it('go along a lane and on to the next one', () => {
    assert.deepEqual(go('ArrowRight', [1, 0]), [1, 1]);
    assert.deepEqual(go('ArrowRight', [1, 2]), [2, 0]);
    assert.deepEqual(go('ArrowLeft', [2, 0]), [1, 2]);
    assert.deepEqual(go('ArrowLeft', [0, 0]), [0, 0]);
    assert.deepEqual(go('ArrowRight', [2, 0]), [2, 0]);
  });

  it('go to the stay of another lane that is nearest in time', () => {
    assert.deepEqual(go('ArrowUp', [2, 0]), [1, 1]);
    assert.deepEqual(go('ArrowDown', [1, 2]), [2, 0]);
    assert.deepEqual(go('PageUp', [2, 0]), [0, 0]);
    assert.deepEqual(go('PageDown', [0, 0]), [2, 0]);
    assert.deepEqual(go('ArrowDown', [2, 0]), [2, 0]);
  });

  it('go to both ends, and leave other keys alone', () => {
    assert.deepEqual(go('End', [0, 0]), [2, 0]);
    assert.deepEqual(go('Home', [2, 0]), [0, 0]);
    assert.equal(go('Tab', [0, 0]), undefined);
  });

  it('reach every stay with one arrow alone', () => {
    const reached = new Set(['0/0']);
    let at = { lane: 0, stay: 0 };
    for (let step = 0; step < 10; step++) {
      at = nextPlace('ArrowRight', at, lanes, 1) ?? at;
      reached.add(`${at.lane}/${at.stay}`);
    }
    assert.equal(reached.size, 5);
  });

  it('find a participant’s stay', () => {
    assert.deepEqual(placeOf('b2', lanes), { lane: 1, stay: 2 });
    assert.equal(placeOf('nobody', lanes), undefined);
  });
});
