import assert from 'node:assert/strict';
import { markUnseen, plainText } from '../../../src/text/plainText.ts';

describe('markUnseen', () => {
  it('shows a mark in place of each character that misleads without being seen', () => {
    assert.equal(markUnseen('invoice\u202egnp.exe'), 'invoice[U+202E]gnp.exe');
    assert.equal(markUnseen('a\u200bb\u0000c\u2066'), 'a[U+200B]b[U+0000]c[U+2066]');
    assert.equal(markUnseen('\ufeff\u061c'), '[U+FEFF][U+061C]');
  });

  it('leaves what people write as it is', () => {
    for (const text of ['', 'Zoë', 'דנה', 'محمد', '👩‍👩‍👧', 'क्‍ष', 'two\nlines\tand a tab', '  spaces  '])
      assert.equal(markUnseen(text), text);
  });
});

describe('plainText', () => {
  it('is one line', () => {
    assert.equal(plainText('  a\r\n b\t\u2028c  '), 'a b c');
  });

  it('is never longer than 200 characters and an ellipsis, also where marks are longer than what they stand for', () => {
    assert.equal(plainText('x'.repeat(1_000_000)), `${'x'.repeat(200)}…`);
    assert.equal(plainText('\u202e'.repeat(200)).length, 201);
    assert.equal(plainText('x'.repeat(200)), 'x'.repeat(200));
  });
});
