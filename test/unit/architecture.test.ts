import assert from 'node:assert/strict';
import {
  cyclesIn,
  folderOf,
  forbiddenImports,
  forbiddenPackages,
  type Import,
  importsIn,
  readImports,
} from '../architecture/imports.ts';
import {
  crowdedFolders,
  filesIn,
  lineCount,
  longFiles,
  testsWithoutSubject,
} from '../architecture/layout.ts';

/** Which folder may import which others, from the ground up. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  // Ground: what everything stands on.
  'ids.ts': [],
  protocol: [],
  async: [],
  'insights/core': [],
  'insights/network': ['insights/core'],
  'insights/resources': ['insights/core'],
  'insights/client': ['insights/core', 'insights/network', 'insights/resources', 'unicode'],

  // Domain: rooms and calls, without an editor.
  text: ['async', 'insights/core', 'insights/resources', 'unicode'],
  'text/names': ['insights/core', 'insights/resources', 'text', 'unicode'],
  'text/typed': ['async'],
  'calls/analysis': ['async', 'insights/core', 'insights/resources', 'text/names', 'unicode'],
  'calls/errorCodes': ['text'],
  'calls/findings/common': [
    'calls/analysis',
    'calls/errorCodes',
    'insights/core',
    'text',
    'text/names',
    'unicode',
  ],
  'calls/findings/clients': ['async', 'calls/analysis', 'calls/findings/common', 'insights/core', 'text'],
  'calls/findings': [
    'async',
    'calls/analysis',
    'calls/errorCodes',
    'calls/findings/clients',
    'calls/findings/common',
    'insights/core',
    'insights/resources',
    'text',
  ],
  'calls/summary': [
    'async',
    'calls/analysis',
    'calls/findings',
    'calls/findings/common',
    'insights/core',
    'insights/resources',
    'text',
  ],
  'rooms/model': ['insights/client', 'insights/core', 'insights/resources'],
  'rooms/listing': ['async', 'insights/client', 'insights/resources', 'rooms/model'],
  'rooms/live': ['async', 'insights/client', 'insights/core', 'insights/resources', 'rooms/model'],
  'rooms/window': ['async', 'rooms/model', 'text', 'text/typed'],
  'rooms/store': [
    'async',
    'calls/summary',
    'insights/client',
    'insights/core',
    'insights/resources',
    'rooms/listing',
    'rooms/live',
    'rooms/model',
    'text',
  ],
  'rooms/filter': [
    'calls/analysis',
    'calls/findings/common',
    'insights/core',
    'insights/resources',
    'text',
    'text/typed',
    'unicode',
  ],
  'rooms/visible': [
    'calls/analysis',
    'calls/findings/common',
    'calls/summary',
    'insights/resources',
    'rooms/filter',
    'rooms/model',
    'rooms/store',
    'text',
    'text/names',
  ],
  'rooms/search': [
    'insights/core',
    'insights/resources',
    'rooms/filter',
    'rooms/store',
    'text',
    'text/names',
    'unicode',
  ],
  'rooms/sids': ['ids.ts', 'insights/core', 'rooms/model', 'rooms/store', 'text'],
  'rooms/overview': [
    'async',
    'calls/analysis',
    'calls/findings/common',
    'insights/core',
    'insights/resources',
    'rooms/filter',
    'rooms/model',
    'rooms/store',
    'rooms/visible',
    'rooms/window',
    'text',
  ],
  'export/list': ['insights/resources', 'text'],
  'export/redact': ['calls/analysis', 'text', 'unicode'],
  'export/report': [
    'calls/analysis',
    'calls/findings',
    'calls/findings/common',
    'calls/summary',
    'export/redact',
    'insights/core',
    'insights/resources',
    'text',
    'text/names',
  ],
  'export/savedRoom': ['insights/core', 'insights/resources', 'unicode'],

  // What others read: pages, answers, samples. Without an editor too.
  'pages/common': ['protocol', 'text'],
  'pages/room': [
    'calls/analysis',
    'calls/findings',
    'calls/findings/common',
    'calls/summary',
    'export/savedRoom',
    'insights/core',
    'insights/resources',
    'pages/common',
    'protocol',
    'rooms/model',
    'text',
    'text/names',
    'unicode',
  ],
  'pages/overview': [
    'async',
    'calls/analysis',
    'calls/errorCodes',
    'calls/findings/common',
    'calls/summary',
    'pages/common',
    'protocol',
    'rooms/filter',
    'rooms/model',
    'rooms/overview',
    'rooms/store',
    'rooms/visible',
    'rooms/window',
    'text',
    'unicode',
  ],
  assistant: [
    'async',
    'calls/analysis',
    'calls/findings/common',
    'export/report',
    'insights/core',
    'insights/resources',
    'rooms/filter',
    'rooms/model',
    'rooms/store',
    'rooms/visible',
    'rooms/window',
    'text',
    'text/names',
    'unicode',
  ],
  'sample/world': ['async'],
  'sample/api': ['async', 'insights/core', 'sample/world'],
  sample: ['async', 'insights/client', 'insights/core', 'sample/api', 'sample/world'],

  // VS Code.
  accounts: ['insights/core'],
  'accounts/manage': ['accounts', 'ids.ts', 'insights/core', 'text', 'unicode'],
  'accounts/signIn': ['accounts', 'async', 'ids.ts', 'insights/core', 'text'],
  'ui/common': ['insights/core'],
  'ui/settings': ['ids.ts', 'insights/client', 'rooms/filter', 'rooms/window', 'text'],
  'ui/session': [
    'accounts',
    'async',
    'ids.ts',
    'insights/client',
    'insights/core',
    'insights/network',
    'rooms/model',
    'rooms/store',
    'sample',
    'text',
    'ui/settings',
    'unicode',
  ],
  'ui/tree': [
    'calls/findings/common',
    'ids.ts',
    'insights/resources',
    'rooms/filter',
    'rooms/model',
    'rooms/store',
    'rooms/visible',
    'rooms/window',
    'text',
    'text/names',
    'ui/common',
    'ui/session',
    'ui/settings',
    'unicode',
  ],
  'ui/documents': [
    'async',
    'export/savedRoom',
    'ids.ts',
    'insights/client',
    'insights/core',
    'insights/resources',
    'rooms/model',
    'rooms/store',
    'text',
    'ui/session',
  ],
  'ui/panels': [
    'accounts',
    'async',
    'calls/summary',
    'ids.ts',
    'insights/core',
    'insights/resources',
    'pages/common',
    'pages/overview',
    'pages/room',
    'protocol',
    'rooms/filter',
    'rooms/model',
    'rooms/store',
    'rooms/visible',
    'text',
    'text/names',
    'ui/common',
    'ui/documents',
    'ui/session',
    'ui/settings',
    'ui/tree',
    'unicode',
  ],
  'ui/prompts': [
    'async',
    'ids.ts',
    'insights/core',
    'insights/resources',
    'rooms/model',
    'rooms/sids',
    'rooms/store',
    'text',
    'ui/common',
    'ui/documents',
    'ui/panels',
    'ui/session',
    'ui/tree',
  ],
  'ui/quickPicks': [
    'ids.ts',
    'insights/core',
    'insights/resources',
    'rooms/filter',
    'rooms/model',
    'rooms/search',
    'rooms/store',
    'rooms/visible',
    'rooms/window',
    'text',
    'text/names',
    'ui/settings',
    'unicode',
  ],
  'ui/files': [
    'async',
    'export/list',
    'export/savedRoom',
    'ids.ts',
    'insights/core',
    'insights/resources',
    'rooms/filter',
    'rooms/model',
    'rooms/store',
    'rooms/visible',
    'text',
    'ui/common',
    'ui/prompts',
    'ui/session',
    'ui/settings',
  ],
  'ui/links': [
    'async',
    'ids.ts',
    'insights/core',
    'insights/resources',
    'rooms/model',
    'rooms/sids',
    'rooms/store',
    'rooms/visible',
    'text',
    'text/names',
    'ui/common',
    'ui/session',
    'ui/settings',
    'unicode',
  ],
  'ui/watch': [
    'accounts',
    'async',
    'ids.ts',
    'insights/core',
    'insights/resources',
    'rooms/model',
    'rooms/store',
    'rooms/visible',
    'text',
    'ui/settings',
  ],
  'ui/live': [
    'accounts',
    'async',
    'ids.ts',
    'rooms/filter',
    'rooms/model',
    'rooms/store',
    'text',
    'ui/panels',
    'ui/settings',
    'ui/tree',
    'unicode',
  ],
  'ui/assistant': [
    'assistant',
    'async',
    'ids.ts',
    'insights/core',
    'insights/resources',
    'rooms/store',
    'rooms/visible',
    'rooms/window',
    'ui/common',
    'ui/session',
    'ui/settings',
  ],
  'ui/commands': [
    'accounts',
    'accounts/manage',
    'accounts/signIn',
    'async',
    'export/report',
    'ids.ts',
    'insights/core',
    'insights/resources',
    'rooms/filter',
    'rooms/model',
    'rooms/sids',
    'rooms/store',
    'rooms/window',
    'text',
    'text/names',
    'ui/documents',
    'ui/files',
    'ui/panels',
    'ui/prompts',
    'ui/quickPicks',
    'ui/session',
    'ui/settings',
    'ui/tree',
    'ui/watch',
    'unicode',
  ],
  'ui/lazy': ['ids.ts', 'ui/common', 'ui/documents', 'ui/panels', 'ui/tree'],
  'services.ts': [
    'accounts',
    'ids.ts',
    'rooms/sids',
    'rooms/store',
    'rooms/visible',
    'ui/commands',
    'ui/documents',
    'ui/lazy',
    'ui/links',
    'ui/live',
    'ui/panels',
    'ui/session',
    'ui/settings',
    'ui/tree',
    'ui/watch',
  ],
  'extension.ts': [
    'accounts',
    'accounts/manage',
    'async',
    'ids.ts',
    'services.ts',
    'ui/assistant',
    'ui/common',
    'ui/lazy',
    'ui/links',
    'ui/live',
    'ui/session',
    'ui/settings',
    'ui/watch',
  ],

  // Browser: of the host it knows the protocol's types.
  'webview/shared/page': ['protocol'],
  'webview/shared/components': ['protocol', 'webview/shared/page'],
  'webview/room/participants': ['protocol', 'unicode', 'webview/shared/components', 'webview/shared/page'],
  'webview/room/properties': ['protocol', 'unicode', 'webview/shared/components', 'webview/shared/page'],
  'webview/room/timeline/axis': ['async', 'protocol', 'webview/shared/page'],
  'webview/room/timeline/zoom': [
    'protocol',
    'webview/room/timeline/axis',
    'webview/shared/components',
    'webview/shared/page',
  ],
  'webview/room/timeline/lanes': [
    'protocol',
    'unicode',
    'webview/room/timeline/axis',
    'webview/room/timeline/zoom',
    'webview/shared/components',
    'webview/shared/page',
  ],
  'webview/room/timeline': [
    'protocol',
    'webview/room/participants',
    'webview/room/timeline/axis',
    'webview/room/timeline/lanes',
    'webview/room/timeline/zoom',
    'webview/shared/page',
  ],
  'webview/room/summary': [
    'protocol',
    'unicode',
    'webview/room/timeline',
    'webview/shared/components',
    'webview/shared/page',
  ],
  'webview/room': [
    'protocol',
    'unicode',
    'webview/room/participants',
    'webview/room/properties',
    'webview/room/summary',
    'webview/room/timeline',
    'webview/shared/components',
    'webview/shared/page',
  ],
  'webview/overview': ['protocol', 'webview/shared/components', 'webview/shared/page'],
};

/** Which folders, with those below them, may import a package. */
const packages: Readonly<Record<string, readonly string[]>> = {
  vscode: ['extension.ts', 'services.ts', 'accounts', 'ui'],
  '@vscode/l10n': ['text', 'calls', 'rooms', 'export', 'pages', 'assistant', 'accounts', 'ui'],
  'zod/mini': ['protocol', 'insights', 'accounts', 'assistant', 'export', 'ui/assistant'],
  undici: ['insights/network'],
  'p-limit': ['insights/client'],
  preact: ['webview'],
};

/** Folders of unit tests about the whole project; `src` has no such folders. */
const testsOfTheProject = ['l10n/'];

const maxFilesInFolder = 20;
const maxLinesInFile = 250;

const imports = readImports();
const sources = filesIn('src', '**/*.{ts,tsx}');

describe('Architecture', () => {
  it('lets a folder import only what the table allows', () => {
    assert.ok(imports.length > 1000);
    assert.deepEqual(forbiddenImports(imports, allowed), []);
  });

  it('allows nothing that is not used', () => {
    const used = new Set(imports.map(({ from, to }) => `${folderOf(from)} → ${folderOf(to)}`));
    const pairs = Object.entries(allowed).flatMap(([own, others]) =>
      others.map((other) => `${own} → ${other}`),
    );
    assert.deepEqual(
      pairs.filter((pair) => !used.has(pair)),
      [],
    );
  });

  it('lets no file and no folder import itself through others', () => {
    assert.deepEqual(cyclesIn(imports.map(({ from, to }) => [from, to])), []);
    const folders = imports.map(({ from, to }) => [folderOf(from), folderOf(to)] as const);
    assert.deepEqual(cyclesIn(folders), []);
  });

  it('keeps packages where they belong', () => {
    assert.deepEqual(forbiddenPackages(imports, packages), []);
  });

  it('lets the pages know of the protocol only types', () => {
    const values = imports.filter(
      ({ from, to, typeOnly }) => from.startsWith('webview/') && to.startsWith('protocol/') && !typeOnly,
    );
    assert.deepEqual(values, []);
  });

  it('loads at the start only what VS Code has to know then', () => {
    const atStart = new Set(['extension.ts']);
    for (const file of atStart)
      for (const { from, to, typeOnly, lazy } of imports)
        if (from === file && !typeOnly && !lazy) atStart.add(to);
    for (const needed of ['accounts/accounts.ts', 'ui/links/sidLinks.ts']) assert.ok(atStart.has(needed));
    const light = ['accounts', 'async', 'insights/core', 'rooms/sids', 'text', 'ui', 'unicode'];
    const heavy = [...atStart].filter(
      (file) => file.includes('/') && !light.some((folder) => file.startsWith(`${folder}/`)),
    );
    assert.deepEqual(heavy, ['@vscode/l10n']);
    for (const name of ['services.ts', 'ui/tree/roomTreeProvider.ts', 'zod/mini', 'undici'])
      assert.ok(!atStart.has(name), name);
  });

  it('has the unit tests of a module or a folder at its path', () => {
    const tests = filesIn('test/unit', '**/*.test.ts');
    assert.ok(tests.length > 100);
    const others = testsWithoutSubject(tests, sources).filter(
      (test) => !testsOfTheProject.some((folder) => test.startsWith(folder)),
    );
    assert.deepEqual(others, []);
  });

  it(`holds at most ${maxFilesInFolder} files in a folder, of every kind`, () => {
    const files = filesIn('src', '**/*.*');
    assert.ok(files.some((file) => file.endsWith('.css')));
    assert.deepEqual(crowdedFolders(files, maxFilesInFolder), []);
  });

  it(`has at most ${maxLinesInFile} lines in a file`, () => {
    assert.deepEqual(longFiles(filesIn('src', '**/*.{ts,tsx,css}'), maxLinesInFile), []);
  });

  describe('checks that', () => {
    const one = (from: string, to: string): Import => ({ from, to, typeOnly: false, lazy: false });

    it('name both files of an import that is not allowed', () => {
      const wrong = [...imports, one('calls/findings/codecs.ts', 'ui/tree/treeNodes.ts')];
      assert.deepEqual(forbiddenImports(wrong, allowed), ['calls/findings/codecs.ts → ui/tree/treeNodes.ts']);
    });

    it('see imports of a folder that the table lacks', () => {
      assert.deepEqual(forbiddenImports([one('new/x.ts', 'text/format.ts')], allowed), [
        'new/x.ts → text/format.ts',
      ]);
    });

    it('see imports of types, exports from other files, and what is loaded later', () => {
      const text = `
        import type { A } from '../text/a.ts';
        import { type B, type C } from './b.ts';
        import d, { type E } from 'vscode';
        export { f } from './f.ts';
        const g = () => import('./g.ts');`;
      const found = importsIn('calls/x.ts', text).map(({ to, typeOnly, lazy }) => ({ to, typeOnly, lazy }));
      assert.deepEqual(found, [
        { to: 'text/a.ts', typeOnly: true, lazy: false },
        { to: 'calls/b.ts', typeOnly: true, lazy: false },
        { to: 'vscode', typeOnly: false, lazy: false },
        { to: 'calls/f.ts', typeOnly: false, lazy: false },
        { to: 'calls/g.ts', typeOnly: false, lazy: true },
      ]);
    });

    it('find circles, also through types and through several files', () => {
      const circle = [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
        ['c', 'd'],
        ['d', 'e'],
      ] as const;
      assert.deepEqual(cyclesIn(circle), [['a', 'b', 'c']]);
      const back = one('text/format.ts', 'calls/summary/summarizeCall.ts');
      const all = [...imports, { ...back, typeOnly: true }].map(({ from, to }) => [from, to] as const);
      const [found] = cyclesIn(all);
      assert.ok(found?.includes(back.from) && found.includes(back.to));
    });

    it('see a package where it does not belong', () => {
      assert.deepEqual(
        forbiddenPackages([one('calls/x.ts', 'vscode'), one('ui/x.ts', 'undici/lib/x.js')], packages),
        ['calls/x.ts → vscode', 'ui/x.ts → undici/lib/x.js'],
      );
    });

    it('see a test whose subject does not exist', () => {
      const modules = ['rooms/store/roomTable.ts', 'webview/room/page.tsx', 'ids.ts'];
      const placed = ['rooms/store/roomTable.test.ts', 'rooms/store.test.ts', 'webview/room/page.test.ts'];
      const lost = ['rooms/words.test.ts', 'rooms/store/list.test.ts', 'room/store.test.ts'];
      const tests = [...placed, ...lost, 'rooms.test.ts', 'manifest.test.ts'];
      assert.deepEqual(testsWithoutSubject(tests, modules), lost);
    });

    it('see a folder with too many files, sheets included, and count its own ones only', () => {
      const files = [
        'rooms/a.ts',
        'rooms/b.tsx',
        ...['a.ts', 'b.tsx', 'b.css'].map((name) => `rooms/store/${name}`),
      ];
      assert.deepEqual(crowdedFolders(files, 2), ['rooms/store']);
    });

    it('count the lines of a file', () => {
      assert.deepEqual(['a', 'a\n', 'a\n\n', 'a\nb'].map(lineCount), [1, 1, 2, 2]);
      assert.ok(longFiles(['text/format.ts'], 10)[0]?.startsWith('text/format.ts: '));
    });
  });
});
