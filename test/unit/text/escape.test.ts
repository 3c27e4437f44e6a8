import assert from 'node:assert/strict';
import { escapeLinks } from '../../../src/text/escape.ts';

/** What VS Code draws as a link in a message. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;

describe('linkless', () => {
  it('leaves nothing that a message would draw as a link', () => {
    for (const address of [
      'command:workbench.action.quit',
      'https://attacker.example',
      'file:///etc/passwd',
    ]) {
      const text = `“[click me](${address} "title")” has ended.`;
      assert.match(text, link);
      assert.doesNotMatch(escapeLinks(text), link);
      assert.equal(escapeLinks(text).replaceAll('\u2060', ''), text);
    }
  });

  it('leaves other text as it is', () => {
    for (const text of ['', 'Tele-health: Dr. Okafor, 10:30', '[1] (2)', 'a [b] c(d)'])
      assert.equal(escapeLinks(text), text);
  });
});
