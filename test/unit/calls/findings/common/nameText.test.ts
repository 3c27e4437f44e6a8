import assert from 'node:assert/strict';
import { t } from '@vscode/l10n';
import { errorInText, nameInText } from '../../../../../src/calls/findings/common/nameText.ts';
import { identityLabels } from '../../../../../src/text/names/identityLabels.ts';
import { languages } from '../../../../l10n/bundles.ts';
import { inLanguage } from '../../../l10n/sentences.ts';

describe('A name in a sentence', () => {
  it('is one line, not too long, and leaves the words around it in order', () => {
    assert.equal(nameInText('Alice'), 'Alice');
    assert.equal(nameInText('a\nb\tc\u202Ed'), '“a b c d”');
    assert.ok([...nameInText('x'.repeat(100_000))].length <= 162);
    assert.ok([...nameInText('🦊'.repeat(1000))].length <= 162);
    assert.equal(nameInText('محمد'), '\u2068محمد\u2069');
    assert.equal(nameInText('👩‍🚀 Zoë'), '👩‍🚀 Zoë');
    assert.equal(nameInText('\u202E\u0000'), 'somebody');
  });

  it('is in the quotation marks of the language where it could be a word of the sentence', () => {
    const names = ['16', 'B', 'room', 'Room', 'Raum', 'ana', 'Everybody', 'Participant 1a'];
    for (const name of names) assert.equal(nameInText(name), `“${name}”`);
    assert.equal(nameInText('محمد 5'), '“\u2068محمد 5\u2069”');
    inLanguage('de', () => assert.equal(nameInText('room'), '„room“'));
    inLanguage('ja', () => assert.equal(nameInText('田中'), '「田中」'));
  });

  it('stays without them where it clearly is a name, and for the names that we give', () => {
    for (const name of ['Ann', 'Alice Smith', 'ann@example.com', '+4930555010011', 'user_17', 'host-office'])
      assert.equal(nameInText(name), name);
    for (const language of languages) {
      inLanguage(language, () => {
        for (const ours of [t('Participant {0}', 12), t('Participant without a name')])
          assert.equal(nameInText(ours), ours);
      });
    }
  });

  it('cannot end its quotation marks, nor look like another', () => {
    const identities = ['a” and “b', 'a', 'b', '“a”', '"a"', 'a b', 'a\nb', 'a\u200bb', '1', ' 1'];
    const texts = [...identityLabels(identities).values()].map(nameInText);
    assert.equal(new Set(texts).size, identities.length);
    for (const text of texts) assert.match(text, /^“[^“”]*”$|^[^“”]*$/);
  });

  it('of an error is its code and its words, or those of the end reason', () => {
    assert.equal(errorInText(53405, 'x'), '53405, media connection failed');
    assert.equal(errorInText(59999, 'something_new'), '59999, something new');
    assert.equal(errorInText(59999, undefined), '59999');
    assert.equal(errorInText(undefined, 'connection_lost'), 'the reason “connection lost”');
  });
});
