import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageIcons } from '../../../src/protocol/pageIcons.ts';
import { extensionFolder } from '../../host/folders.ts';

const read = (pattern: string) =>
  globSync(pattern, { cwd: extensionFolder }).map((file) => ({
    file: file.replaceAll('\\', '/'),
    text: readFileSync(join(extensionFolder, file), 'utf8'),
  }));

describe('the icons of the pages', () => {
  it('are drawn by one component, which takes only those that the cut font has', () => {
    const drawing = read('src/webview/**/*.{ts,tsx}').filter(({ text }) => /codicon/.test(text));
    assert.deepEqual(
      drawing.map(({ file }) => file.split('/').at(-1)),
      ['icon.tsx'],
    );
    assert.match(drawing[0]?.text ?? '', /name: PageIcon;/);
    const casts = read('src/**/*.{ts,tsx}').filter(({ text }) => /\bas PageIcon\b/.test(text));
    assert.deepEqual(casts, []);
  });

  it('are each used, and listed once, in order', () => {
    const sources = read('src/**/*.{ts,tsx}').filter(({ file }) => !file.endsWith('/pageIcons.ts'));
    const used = pageIcons.filter((name) =>
      sources.some(({ text }) => new RegExp(`['"]${name}['"]`).test(text)),
    );
    assert.deepEqual(used, [...pageIcons]);
    assert.deepEqual([...new Set(pageIcons)].sort(), [...pageIcons]);
  });

  it('are styled by names that the font has', () => {
    const styled = read('{media,src}/**/*.css').flatMap(({ text }) =>
      [...text.matchAll(/\.codicon-([a-z-]+)/g)].map(([, name]) => name ?? ''),
    );
    const unknown = styled.filter(
      (name) => name !== 'modifier-spin' && !pageIcons.some((one) => one === name),
    );
    assert.ok(styled.length > 0);
    assert.deepEqual(unknown, []);
  });
});
