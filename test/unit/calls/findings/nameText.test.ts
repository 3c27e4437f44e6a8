import assert from 'node:assert/strict';
import { errorInText, nameInText } from '../../../../src/calls/findings/nameText.ts';

describe('A name in a sentence', () => {
  it('is one line, not too long, and leaves the words around it in order', () => {
    assert.equal(nameInText('Alice'), 'Alice');
    assert.equal(nameInText('a\nb\tc\u202Ed'), 'a b c d');
    assert.equal([...nameInText('x'.repeat(100_000))].length, 40);
    assert.equal([...nameInText('🦊'.repeat(100))].length, 40);
    assert.equal(nameInText('محمد'), '\u2068محمد\u2069');
    assert.equal(nameInText('👩‍🚀 Zoë'), '👩‍🚀 Zoë');
    assert.equal(nameInText('\u202E\u0000'), 'somebody');
  });

  it('of an error is its code and its words, or those of the end reason', () => {
    assert.equal(errorInText(53405, 'x'), '53405, media connection failed');
    assert.equal(errorInText(59999, 'something_new'), '59999, something new');
    assert.equal(errorInText(59999, undefined), '59999');
    assert.equal(errorInText(undefined, 'connection_lost'), 'the reason “connection lost”');
  });
});
