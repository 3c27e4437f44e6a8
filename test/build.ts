import { globSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, type OutputFile, transform } from 'esbuild';

// VS Code's extension host does not run TypeScript: what is tested inside it is bundled for it.
const root = join(import.meta.dirname, '..');
const outdir = join(root, 'out', 'test');
const suites = ['integration', 'soak'];

// A test file that is gone from the sources must not be found there.
await rm(outdir, { recursive: true, force: true });
await mkdir(outdir, { recursive: true });
// The package's own files are ES modules.
await writeFile(join(outdir, 'package.json'), '{ "type": "commonjs" }\n');
for (const suite of suites) {
  const { outputFiles } = await build({
    entryPoints: globSync([`test/${suite}/index.ts`, `test/${suite}/**/*.test.ts`], { cwd: root }),
    outbase: `test/${suite}`,
    outdir: join(outdir, suite),
    absWorkingDir: root,
    bundle: true,
    // What two files share (mocha's globals aside) must exist once.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    packages: 'external',
    external: ['vscode'],
    sourcemap: 'inline',
    write: false,
    logLevel: 'warning',
  });
  await Promise.all(outputFiles.map(writeAsCommonJs));
}

/**
 * Only ES modules can be split. An older VS Code hangs when it loads one of them in the Node of these tests: its hook
 * for modules runs in a thread that is waited for.
 */
async function writeAsCommonJs({ path, text }: OutputFile): Promise<void> {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    define: { 'import.meta.dirname': '__dirname' },
    sourcemap: 'inline',
    sourcefile: path,
  });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, code);
}
