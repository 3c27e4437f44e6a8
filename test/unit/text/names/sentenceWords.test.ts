import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codecSets } from '../../../../src/sample/world/values.ts';
import { enumLabel } from '../../../../src/text/enumLabels.ts';
import { readsAsName } from '../../../../src/text/names/readsAsName.ts';
import { extensionFolder } from '../../../host/folders.ts';
import {
  allTexts,
  sentenceWords,
  sentenceWordsFile,
  sentenceWordsSource,
  wordsIn,
} from '../../../l10n/sentenceWords.ts';

describe('The words of our sentences', () => {
  it('are those of all texts in all languages (npm run l10n writes them)', () => {
    const words = sentenceWords(allTexts());
    for (const word of ['room', 'raum', 'sala', 'everybody', 'niemand', 'twilio', 'api-key'])
      assert.ok(words.includes(word), word);
    const source = readFileSync(join(extensionFolder, sentenceWordsFile), 'utf8');
    assert.equal(source, sentenceWordsSource(words));
  });

  it('read as no name, in any of the languages', () => {
    const words = wordsIn(allTexts());
    assert.ok(words.length > 3000);
    assert.deepEqual(words.filter(readsAsName), []);
  });

  it('are also the labels of values that have no translation', () => {
    const values = [...codecSets.flat(), 'go', 'group', 'peer-to-peer'];
    for (const value of values) {
      const [word = ''] = enumLabel(value).split(' ');
      assert.ok(!readsAsName(word.replace(',', '')), value);
    }
  });
});
