import assert from 'node:assert/strict';
import { shareStructure } from '../../../../../src/webview/shared/page/structuralSharing.ts';

describe('keepSame', () => {
  it('gives back the previous object where nothing differs', () => {
    const previous = { labels: { a: '1' }, rows: [{ key: 'x', cells: [{ text: 'a' }] }] };
    assert.equal(shareStructure(previous, structuredClone(previous)), previous);
  });

  it('keeps the parts that did not change, and takes the others', () => {
    const previous = { kept: { a: 1 }, changed: { b: 1 } };
    const next = { kept: { a: 1 }, changed: { b: 2 } };
    const result = shareStructure(previous, next);
    assert.deepEqual(result, next);
    assert.equal(result.kept, previous.kept);
  });

  it('finds rows by their key when others come before them', () => {
    const previous = [{ key: 'b', n: 1 }];
    const result = shareStructure(previous, [
      { key: 'a', n: 0 },
      { key: 'b', n: 1 },
    ]);
    assert.equal(result[1], previous[0]);
    assert.deepEqual(result[0], { key: 'a', n: 0 });
  });

  it('notices what was added, removed or changed its kind', () => {
    for (const [previous, next] of [
      [{ a: 1, b: 2 }, { a: 1 }],
      [{ a: 1 }, { a: 1, b: undefined }],
      [
        [1, 2],
        [1, 2, 3],
      ],
      [[1, 2], [1]],
      [{ a: [] }, { a: {} }],
      [undefined, { a: 1 }],
      [{ a: null }, { a: {} }],
    ]) {
      assert.deepEqual(shareStructure(previous, next), next);
    }
  });
});
