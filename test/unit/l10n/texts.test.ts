import assert from 'node:assert/strict';
import {
  bundleFile,
  englishBundle,
  fixedParts,
  languages,
  manifestFile,
  missingIn,
  readJson,
  readTextsFile,
  type Texts,
  translatedFile,
} from '../../l10n/bundles.ts';
import { bareTexts } from '../../l10n/literals.ts';
import { parse, readTexts, sourceFiles } from '../../l10n/sources.ts';

const files = sourceFiles();
const { texts, unreadable, early } = readTexts(files);
const english: Texts = Object.fromEntries(texts.map(({ key, text }) => [key, text]));
const manifestTexts = readTextsFile(manifestFile());

describe('The texts of the code', () => {
  it('were found', () => assert.ok(Object.keys(english).length > 800));

  it('are written out in the call of t, where a translator finds them', () => {
    assert.deepEqual(unreadable, []);
  });

  it('are asked for only when the language is known, and not while a file is loaded', () => {
    assert.deepEqual(early, []);
  });

  it('are all in the English bundle, and no others (npm run l10n writes it)', () => {
    const wanted = englishBundle(texts);
    assert.deepEqual(readJson(bundleFile()), wanted);
    assert.deepEqual(Object.keys(readJson(bundleFile()) as object), Object.keys(wanted));
  });
});

/** Not for people: what the API and a shell understand, and the frame of a page. */
const notShown: readonly (readonly [file: string, text: RegExp])[] = [
  ['src/sample/', /./], // Made-up rooms, and the API's own words.
  ['src/insights/', /./], // For the log; what people read of a failure is said in rooms.
  ['src/rooms/window/languageWords.ts', /./], // Words that users type, to be recognized.
  ['src/calls/analysis/reasonCodes.ts', /./], // The SDKs' own words, to be recognized.
  ['src/export/list/csv.ts', /^(not readable|also sent):/], // For programs, like the names of the columns.
  ['src/export/report/curlCommands.ts', /^# Twilio CLI: twilio api:/],
  ['src/async/sharedRequests.ts', /^Nobody waits for it any more\.$/], // Why a request was given up.
  ['src/ui/panels/html.ts', /</],
];
const isShown = (found: string): boolean => {
  const [at = '', text = ''] = /^(\S+) (.*)$/s.exec(found)?.slice(1) ?? [];
  return !notShown.some(([file, pattern]) => at.startsWith(file) && pattern.test(text));
};

describe('A text in the code', () => {
  it('goes through t wherever people read it', () => {
    assert.deepEqual(files.flatMap(bareTexts).filter(isShown), []);
  });

  const examples: Readonly<Record<string, string>> = {
    'in a message': "window.showErrorMessage('Failed');",
    'in a template': 'void window.showInformationMessage(`Copied $' + '{sid}`);',
    'in a choice': "pick.placeholder = many ? 'Rooms' : t('Room');",
    'in a field': "const item = { label: 'Open', run };",
    'in the name of a row': "new TreeItem('Rooms');",
    'in an attribute': "const head = <th aria-label='Rooms' />;",
    'on a page': 'const head = <th>Rooms</th>;',
    'as a sentence anywhere': "return 'Nobody joined this room';",
  };
  for (const [where, source] of Object.entries(examples)) {
    it(`is found without t ${where}`, () => {
      assert.equal(bareTexts(parse('a.tsx', `function f() { ${source} }`)).length, 1);
    });
  }

  const fine: Readonly<Record<string, string>> = {
    'of a translated text':
      "window.showErrorMessage(t('Failed'), t({ message: 'Go on', comment: ['x y'] }));",
    'of an icon and a name': 'const item = { label: `$(person) $' + '{name}`, title: name };',
    'of an error': "throw new Error('No such thing is known here');",
    'of a line for the log': "this.#log.warn('The secret is gone; sign in again.');",
    'of a class': "const head = <th class='button primary with-text' />;",
    'of a format’s name': "const item = { label: 'NDJSON' };",
    'of a SID’s beginning': "const item = { placeHolder: 'RM…' };",
  };
  for (const [what, source] of Object.entries(fine)) {
    it(`is not seen in the code ${what}`, () => {
      assert.deepEqual(bareTexts(parse('a.tsx', `function f() { ${source} }`)), []);
    });
  }
});

describe('The texts of the manifest', () => {
  it('are all keys into its files of texts', () => {
    const manifest = readJson('package.json');
    const { displayName, description, contributes } = manifest as Record<string, unknown>;
    const shown = [displayName, description, ...textsIn(contributes)];
    assert.ok(shown.length > 60);
    for (const text of shown) assert.match(String(text), /^%[\w.]+%$/);
  });
});

describe('The English texts of the manifest', () => {
  it('are those that were translated (npm run l10n says which have changed)', () => {
    assert.deepEqual(readTextsFile(translatedFile), manifestTexts);
  });
});

/** Fields of the manifest that people read. */
const readable = new Set([
  ...['title', 'shortTitle', 'category', 'name', 'contextualTitle', 'label', 'contents', 'description'],
  ...['markdownDescription', 'enumDescriptions', 'markdownEnumDescriptions', 'enumItemLabels'],
  ...['deprecationMessage', 'displayName', 'userDescription', 'altText', 'markdown'],
]);

/** Everything in the manifest that is shown; what a model reads of a tool (its name, its parameters) is not. */
function textsIn(node: unknown): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'inputSchema') return [];
    if (key === 'name' && 'modelDescription' in node) return [];
    if (readable.has(key)) {
      if (Array.isArray(value)) return value;
      if (typeof value === 'string') return [value];
    }
    return textsIn(value);
  });
}

for (const language of languages) {
  const code = readTextsFile(bundleFile(language));
  const manifest = readTextsFile(manifestFile(language));
  const pairs = [
    ...Object.entries(code).map(([key, text]) => [english[key] ?? '', text] as const),
    ...Object.entries(manifest).map(([key, text]) => [manifestTexts[key] ?? '', text] as const),
  ];

  describe(`The language ${language}`, () => {
    it('has every text, and none that nobody uses (npm run l10n says which)', () => {
      assert.deepEqual(missingIn(code, english), []);
      assert.deepEqual(missingIn(english, code), []);
      assert.deepEqual(missingIn(manifest, manifestTexts), []);
      assert.deepEqual(missingIn(manifestTexts, manifest), []);
    });

    it('keeps the places for values, icons, commands and code', () => {
      for (const [from, to] of pairs) {
        assert.deepEqual([...new Set(fixedParts(to))], [...new Set(fixedParts(from))], to);
      }
    });

    it('keeps the sign that more is asked for or still comes, and the lines', () => {
      for (const [from, to] of pairs) {
        assert.equal(to.includes('…'), from.includes('…'), to);
        assert.equal(to.split('\n').length, from.split('\n').length, to);
        assert.equal(to.trim(), to);
      }
    });

    it('calls commands by their titles', () => {
      const titles = Object.values(manifest);
      for (const [, to] of pairs)
        for (const [, title] of to.matchAll(/Video Rooms: ([^”“」:]+)[”“」]/g))
          assert.ok(titles.includes(title ?? ''), `“${title}” in: ${to}`);
    });

    it('leaves nothing in English that is more than a name', () => {
      const same = pairs.filter(([from, to]) => from === to && wordsIn(to).length > 2);
      assert.deepEqual(
        same.map(([from]) => from).filter((text) => text !== manifestTexts.displayName),
        [],
      );
    });
  });
}

function wordsIn(text: string): readonly string[] {
  return text.replaceAll(/\$\([a-z-]+\)/g, '').match(/\p{L}[\p{L}-]+/gu) ?? [];
}
