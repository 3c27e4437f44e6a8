import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { config } from '@vscode/l10n';
import { writtenMessage } from '../../../../src/ui/files/writeMethod.ts';

describe('The message after a file was written', () => {
  afterEach(() => config({ contents: {} }));

  it('says what an interruption does to a file in place, and no cause, which is not known', () => {
    const message = writtenMessage(['Saved.', ''], 'inPlace');
    assert.match(message, /^Saved\. The file was written in place: an interruption would have left it incom/);
    assert.doesNotMatch(message, /file system|folder|rename/);
    assert.equal(writtenMessage(['Saved.', ''], 'atomic'), 'Saved.');
  });

  it('joins sentences as the language does', () => {
    config({ contents: JSON.parse(readFileSync('l10n/bundle.l10n.ja.json', 'utf8')) });
    assert.match(writtenMessage(['保存しました。'], 'inPlace'), /^保存しました。ファイルには/);
  });
});
