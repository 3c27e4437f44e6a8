import assert from 'node:assert/strict';
import fc from 'fast-check';
import { beginning, ending, truncate } from '../../../src/unicode/truncate.ts';

const characters = ['👩‍👩‍👧‍👦', '👍🏽', '🇩🇪', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '1️⃣', 'e\u0301', '𝒜', 'किं', 'a', 'あ', '❤️'];

describe('A text that is cut', () => {
  it('stays as it is if it is short enough', () => {
    assert.equal(truncate('Alice', 5), 'Alice');
    assert.equal(beginning('Alice', 9), 'Alice');
    assert.equal(ending('Alice', 5), 'Alice');
  });

  it('ends with an ellipsis, and without a space before it', () => {
    assert.equal(truncate('Alice Smith', 6), 'Alice…');
  });

  for (const character of characters) {
    it(`has no half of ${character}`, () => {
      const text = character.repeat(3);
      for (let length = 0; length <= text.length; length++) {
        const whole = Math.floor(length / character.length);
        assert.equal(beginning(text, length), character.repeat(whole), `${length}`);
        assert.equal(ending(text, length), character.repeat(whole), `${length}`);
      }
    });
  }

  it('is well-formed and not longer than allowed, wherever it is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...characters), fc.string({ unit: 'grapheme' }))),
        fc.nat(60),
        (parts, length) => {
          const text = parts.join('').toWellFormed();
          for (const cut of [beginning(text, length), ending(text, length)]) {
            assert.ok(cut.isWellFormed());
            assert.ok(cut.length <= length);
          }
          assert.ok(text.startsWith(beginning(text, length)));
          assert.ok(text.endsWith(ending(text, length)));
        },
      ),
    );
  });

  it('is cut within a letter with a hundred accents, but between two of its code points', () => {
    const text = `a${'\u0301'.repeat(500)}`;
    assert.equal(beginning(text, 300).length, 300);
    assert.equal(truncate(`a${'😀\u200d'.repeat(100)}`, 150).isWellFormed(), true);
  });
});
