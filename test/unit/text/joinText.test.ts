import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { config } from '@vscode/l10n';
import { joinSentences, joinTitle } from '../../../src/text/joinText.ts';

describe('Joined texts', () => {
  afterEach(() => config({ contents: {} }));

  it('stand as the language has them', () => {
    assert.equal(joinTitle('The request timed out', 'Try again.'), 'The request timed out. Try again.');
    assert.equal(joinSentences(['One.', '', 'Two.']), 'One. Two.');
    const bundle = new URL('../../../l10n/bundle.l10n.ja.json', import.meta.url);
    config({ contents: JSON.parse(readFileSync(bundle, 'utf8')) });
    assert.equal(joinTitle('題', '文。'), '題。文。');
    assert.equal(joinSentences(['一。', '二。']), '一。二。');
  });
});
