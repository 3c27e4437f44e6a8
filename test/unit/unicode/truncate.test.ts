import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { clientOf } from '../../../src/calls/analysis/client.ts';
import { nameInText } from '../../../src/calls/findings/common/nameText.ts';
import { savedFileName } from '../../../src/export/savedRoom/fileName.ts';
import { parseErrorBody } from '../../../src/insights/client/errorBody.ts';
import { Participant } from '../../../src/insights/resources/participant.ts';
import { Room } from '../../../src/insights/resources/room.ts';
import { cutMiddle, cutStart } from '../../../src/text/names/shortText.ts';
import { plainText } from '../../../src/text/plainText.ts';
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

  it('is cut here only: no other file puts an ellipsis behind a slice', () => {
    const files = globSync('src/**/*.{ts,tsx}').filter((file) => !file.endsWith('unicode/truncate.ts'));
    assert.ok(files.length > 300);
    const ellipsis =
      /(?:slice|substring|substr|beginning)\([^\n]*\)\}?…|(?:slice|substring|substr)\([^\n]*\) \+ '…/;
    const others = files.filter((file) => ellipsis.test(readFileSync(file, 'utf8')));
    assert.deepEqual(others.toSorted(), ['src/text/names/identityLabels.ts', 'src/text/plainText.ts']);
  });

  for (const [place, cut] of Object.entries({
    'a label on one line': plainText,
    'the label of an identity': cutMiddle,
    'the label of an identity that begins like others': (text: string) => cutStart(text, 20),
    'a name in a sentence': nameInText,
    'the name of a file': (room_name: string) => savedFileName(new Room({ room_name }), 0),
    'the message of a server': (message: string) => parseErrorBody({ message, code: 1 })?.message ?? '',
    'a device': (device_model: string) =>
      clientOf(new Participant({ publisher_info: { device_model } })).device ?? '',
  })) {
    it(`has whole characters: ${place}`, () => {
      for (let shift = 0; shift < 12; shift++) {
        const text = `${'x'.repeat(shift)}${'👩‍👩‍👧'.repeat(400)}`;
        const shown = cut(text);
        assert.ok(shown.length < text.length);
        assert.match(shown, /^[ -~…“”]*(?:👩‍👩‍👧)*[ -~…“”]*(?:👩‍👩‍👧)*[ -~…“”]*$/u);
      }
    });
  }
});
