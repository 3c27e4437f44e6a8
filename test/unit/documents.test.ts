import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { extensionFolder } from '../host/folders.ts';

/** Documents for contributors, which name files. */
const forContributors = [
  '.github/CONTRIBUTING.md',
  '.github/SECURITY.md',
  'src/README.md',
  'test/bench/README.md',
];
const documents = ['README.md', 'CHANGELOG.md', ...forContributors];
const read = (file: string) => readFileSync(join(extensionFolder, file), 'utf8');

/** What a document sets as code, without the blocks of several lines. */
function codeIn(text: string): string[] {
  return [...text.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map(
    ([, code = '']) => code,
  );
}

/** The paths that a document names from the repository's top: `src/ids.ts`, `test/fuzz/targets/`, `.ci/run`. */
function pathsIn(text: string): string[] {
  const tops = /^(src|test|l10n|media|\.github|\.ci|\.vscode)\//;
  const files = /^(package|package\.nls|README|CHANGELOG|esbuild|biome|tsconfig)\.(json|md|mjs)$|^\.[a-z-]+$/;
  return codeIn(text).filter((code) => (tops.test(code) || files.test(code)) && !/[*…]/.test(code));
}

/** Where the links of a document lead in this repository. */
function linksIn(file: string, text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, to = '']) =>
    join(dirname(file), to),
  );
}

/** Files that a document names without their folder: `roomCommands.ts`. */
function namesIn(text: string): string[] {
  return codeIn(text).filter((code) => /^\w+\.tsx?$/.test(code));
}

function missing(paths: readonly string[]): string[] {
  return paths.filter((path) => !existsSync(join(extensionFolder, path)));
}

const names = new Set(
  globSync('{src,test}/**/*.{ts,tsx}', { cwd: extensionFolder }).map((path) => basename(path)),
);

for (const file of forContributors) {
  describe(file, () => {
    it('names files and folders that exist', () => {
      const paths = pathsIn(read(file));
      assert.ok(paths.length > 2);
      assert.deepEqual(missing(paths), []);
      const unknown = namesIn(read(file)).filter((name) => !names.has(name));
      assert.deepEqual(unknown, []);
    });
  });
}

describe('The documents', () => {
  it('link to files that exist', () => {
    for (const file of documents) assert.deepEqual(missing(linksIn(file, read(file))), [], file);
  });

  it('name scripts that the manifest has', () => {
    const { scripts } = JSON.parse(read('package.json'));
    for (const file of documents)
      for (const [, script = ''] of read(file).matchAll(/npm run ([\w:]+)/g))
        assert.ok(Object.hasOwn(scripts, script), `${file}: ${script}`);
  });

  it('give the test command that CI runs', () => {
    const [, command = ''] = /^(npm ci && npm test) /m.exec(read('README.md')) ?? [];
    assert.ok(command);
    assert.equal(read('.ci/run').trimEnd().split('\n').at(-1), command);
    assert.match(read('.github/workflows/ci.yml'), /^ +- run: \.ci\/run$/m);
  });

  it('would be found to name a file that does not exist', () => {
    const text = 'See `src/gone.ts`, `src/ids.ts` and [that](gone.md#part).';
    assert.deepEqual(missing(pathsIn(text)), ['src/gone.ts']);
    assert.deepEqual(missing(linksIn('.github/x.md', text)), ['.github/gone.md']);
  });

  it('map every folder of the sources', () => {
    const [, map = ''] = /^src\/\n([\s\S]*?)^```/m.exec(read('.github/CONTRIBUTING.md')) ?? [];
    const mapped = [...map.matchAll(/^ {2}([\w./]+)/gm)].map(([, path = '']) => path);
    const files = globSync('**/*.{ts,tsx}', { cwd: join(extensionFolder, 'src') })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !path.endsWith('.d.ts'));
    const folders = files.map((path) => (path.includes('/') ? `${dirname(path)}/` : path));
    assert.deepEqual(mapped.toSorted(), [...new Set(folders)].toSorted());
  });
});
