import { globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

// VS Code's extension host does not run TypeScript: what is tested inside it is bundled for it.
const root = join(import.meta.dirname, '..');
const outdir = join(root, 'out', 'test');
const suites = ['integration', 'soak'];

// A test file that is gone from the sources must not be found there.
await rm(outdir, { recursive: true, force: true });
for (const suite of suites) {
  await build({
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
    sourcemap: true,
    logLevel: 'warning',
  });
}
