// Builds the extension (dist/extension.cjs and the chunks it loads when needed)
// and the pages of the panels (dist/webview). `--watch` rebuilds on change,
// `--production` minifies and leaves out the source maps.
import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import subsetFont from 'subset-font';
import { pageIcons } from './src/protocol/pageIcons.ts';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  format: 'esm',
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'info',
  // The licences stand in one file, see below.
  legalComments: 'none',
  metafile: true,
};

/**
 * Has everything that the entry needs stand in one file, and everything else
 * that `services.ts` needs in another, whatever else needs it too: what is loaded
 * later imports both, which are there by then. Otherwise there would be a file
 * for each set of parts that share a module, and VS Code would read dozens of
 * them before `activate`, and dozens more before the first room.
 * @type {esbuild.Plugin}
 */
const inTwoFiles = {
  name: 'in-two-files',
  setup(build) {
    const [entry, parts] = [resolve('src/extension.ts'), resolve('src/services.ts')];
    build.onResolve({ filter: /^\./ }, async ({ path, kind, resolveDir, importer }) => {
      if (kind !== 'dynamic-import') return undefined;
      const found = await build.resolve(path, { kind: 'import-statement', resolveDir, importer });
      return found.errors.length > 0 ? found : { path: found.path, namespace: 'later' };
    });
    build.onLoad({ filter: /.*/, namespace: 'later' }, ({ path }) => ({
      contents: `${[entry, parts].map((file) => `import ${JSON.stringify(file)};`).join('')} export * from ${JSON.stringify(path)};`,
      resolveDir: dirname(path),
    }));
  },
};

/** @type {esbuild.BuildOptions} */
const host = { platform: 'node', target: 'node22' };

/**
 * Writes what was built as CommonJS. Only ES modules can be split, and VS Code loads those asynchronously, in turns
 * with all that it has to do when a window comes up: that took several times as long.
 * @type {esbuild.Plugin}
 */
const asCommonJs = {
  name: 'as-commonjs',
  setup(build) {
    build.onEnd(async ({ outputFiles = [] }) => {
      await mkdir('dist/chunks', { recursive: true });
      await Promise.all(
        outputFiles.map(async ({ path, text }) => {
          const { code, map } = await esbuild.transform(text, {
            target: host.target,
            format: 'cjs',
            supported: { 'dynamic-import': false },
            minify: production,
            sourcemap: production ? false : 'external',
            sourcefile: basename(path),
          });
          if (map) await writeFile(`${path}.map`, map);
          await writeFile(path, map ? `${code}//# sourceMappingURL=${basename(path)}.map\n` : code);
        }),
      );
    });
  },
};

/** @type {esbuild.BuildOptions[]} */
const builds = [
  {
    ...shared,
    ...host,
    entryPoints: ['src/extension.ts'],
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    external: ['vscode'],
    // Undici's own switch for its copy in Node: without its second, experimental HTTP parser, which is 115 KB.
    define: { esbuildDetection: 'true' },
    plugins: [inTwoFiles, asCommonJs],
    write: false,
    sourcemap: production ? false : 'inline',
  },
  {
    ...shared,
    entryPoints: { room: 'src/webview/room/main.tsx', overview: 'src/webview/overview/main.tsx' },
    outdir: 'dist/webview',
    platform: 'browser',
    target: 'chrome138',
    tsconfig: 'src/webview/tsconfig.json',
  },
];

await rm('dist', { recursive: true, force: true });
await subsetCodicons(pageIcons, 'dist/webview');
await writeTexts('dist/l10n');
if (watch) {
  for (const build of builds) await (await esbuild.context(build)).watch();
} else {
  const results = await Promise.all(builds.map((build) => esbuild.build(build)));
  const bundled = results.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}));
  await writeFile(
    'dist/ThirdPartyNotices.txt',
    await notices([...bundled, 'node_modules/@vscode/codicons/']),
  );
}

/**
 * Writes `codicon.ttf` and `codicon.css` with only these icons; the package has some 600.
 * @param {readonly string[]} icons names without `codicon-`
 * @param {string} folder
 * @throws {Error} where the package has no such icon
 */
async function subsetCodicons(icons, folder) {
  const from = 'node_modules/@vscode/codicons/dist';
  const [sheet, font] = await Promise.all([
    readFile(`${from}/codicon.css`, 'utf8'),
    readFile(`${from}/codicon.ttf`),
  ]);
  const iconRule = /^\.codicon-([\w-]+):before \{ content: "\\([\da-f]+)" \}\n?/gm;
  const codes = new Map([...sheet.matchAll(iconRule)].map(([, name, code]) => [name, parseInt(code, 16)]));
  const missing = icons.filter((name) => !codes.has(name));
  if (missing.length > 0) throw new Error(`@vscode/codicons has no ${missing.join(', ')}.`);
  const rules = sheet.replace(iconRule, (rule, name) => (icons.includes(name) ? rule : ''));
  const { code } = await esbuild.transform(rules, {
    loader: 'css',
    minify: production,
    legalComments: 'none',
  });
  const characters = String.fromCodePoint(...icons.map((name) => codes.get(name)));
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/codicon.css`, code);
  await writeFile(`${folder}/codicon.ttf`, await subsetFont(font, characters, { targetFormat: 'truetype' }));
}

/**
 * Writes the translations as lists, and the texts that they translate once, in the same order. With the texts as keys
 * in each language, the package would be 75 KB larger.
 * @param {string} folder
 * @throws {Error} where a translation is missing
 */
async function writeTexts(folder) {
  const read = async (file) => JSON.parse(await readFile(file, 'utf8'));
  const keys = Object.keys(await read('l10n/bundle.l10n.json'));
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/keys.json`, JSON.stringify(keys));
  for (const file of globSync('l10n/bundle.l10n.*.json')) {
    const texts = await read(file);
    const missing = keys.filter((key) => !(key in texts));
    if (missing.length > 0) throw new Error(`${file} lacks ${missing.join(', ')}. Run npm run l10n.`);
    const name = basename(file).replace('bundle.l10n.', '');
    await writeFile(`${folder}/${name}`, JSON.stringify(keys.map((key) => texts[key])));
  }
}

/**
 * The licence of every package that files of ours hold a part of.
 * @param {string[]} files paths of what was bundled or copied
 */
async function notices(files) {
  const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;
  const packages = new Set(files.flatMap((file) => folder.exec(file.replaceAll('\\', '/'))?.[0] ?? []));
  const texts = [...packages].sort().map(async (path) => {
    const { name, version, license, repository, author } = JSON.parse(
      await readFile(`${path}/package.json`, 'utf8'),
    );
    const found = globSync(`${path}/{LICENSE,LICENCE,license,licence,COPYING,NOTICE}*`).sort();
    const parts = await Promise.all(found.map((file) => readFile(file, 'utf8')));
    // A package without the text says at least under which licence it is, and of whom.
    const text = parts.length > 0 ? parts : [`Licensed under ${license} by ${author?.name ?? author}.`];
    const home = (repository?.url ?? repository ?? '').replace(/^git\+/, '');
    return [`${name} ${version} (${license})`, home, '', ...text.map((part) => part.trim())].join('\n');
  });
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  return `This extension holds parts of the following packages; of the icon font, only the icons that it draws.${rule}${(await Promise.all(texts)).join(rule)}\n`;
}
