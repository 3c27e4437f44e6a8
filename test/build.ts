import { globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

// VS Code's extension host does not run TypeScript: the integration tests are bundled for it.
const root = join(import.meta.dirname, '..');
const outdir = join(root, 'out', 'test', 'integration');

// A test file that is gone from the sources must not be found there.
await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: ['test/integration/index.ts', ...globSync('test/integration/**/*.test.ts', { cwd: root })],
  outbase: 'test/integration',
  outdir,
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
