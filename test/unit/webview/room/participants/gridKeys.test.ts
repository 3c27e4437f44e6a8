import assert from 'node:assert/strict';
import { type Key, nextCell } from '../../../../../src/webview/room/participants/gridKeys.ts';

const size = { rows: 11, columns: 4, page: 5 };
const from = { row: 4, column: 2 };

function press(key: string, held: Partial<Key> = {}): Key {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

describe('keys in the participants grid', () => {
  const moves: [Key, { row: number; column: number }][] = [
    [press('ArrowLeft'), { row: 4, column: 1 }],
    [press('ArrowRight'), { row: 4, column: 3 }],
    [press('ArrowUp'), { row: 3, column: 2 }],
    [press('ArrowDown'), { row: 5, column: 2 }],
    [press('Home'), { row: 4, column: 0 }],
    [press('End'), { row: 4, column: 3 }],
    [press('PageDown'), { row: 9, column: 2 }],
    [press('PageUp'), { row: 0, column: 2 }],
    [press('Home', { ctrlKey: true }), { row: 0, column: 0 }],
    [press('End', { ctrlKey: true }), { row: 10, column: 3 }],
    [press('ArrowDown', { metaKey: true }), { row: 10, column: 2 }],
    [press('ArrowUp', { metaKey: true }), { row: 0, column: 2 }],
    [press('ArrowLeft', { ctrlKey: true }), { row: 4, column: 0 }],
    [press('ArrowRight', { ctrlKey: true }), { row: 4, column: 3 }],
  ];
  for (const [key, to] of moves) {
    it(`${key.ctrlKey ? 'Ctrl+' : ''}${key.metaKey ? 'Cmd+' : ''}${key.key}`, () => {
      assert.deepEqual(nextCell(key, from, size), to);
    });
  }

  it('stays inside', () => {
    assert.deepEqual(nextCell(press('ArrowUp'), { row: 0, column: 0 }, size), { row: 0, column: 0 });
    assert.deepEqual(nextCell(press('ArrowRight'), { row: 10, column: 3 }, size), { row: 10, column: 3 });
    assert.deepEqual(nextCell(press('PageDown'), { row: 8, column: 1 }, size), { row: 10, column: 1 });
  });

  it('leaves other keys alone', () => {
    for (const key of [
      press('a'),
      press('Tab'),
      press('ArrowDown', { altKey: true }),
      press('c', { ctrlKey: true }),
    ]) {
      assert.equal(nextCell(key, from, size), undefined);
    }
  });
});
