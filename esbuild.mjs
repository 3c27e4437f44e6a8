// Builds the extension (dist/extension.js and the chunks it loads when needed)
// and the page of the room panel (dist/webview). `--watch` rebuilds on change,
// `--production` minifies and leaves out the source maps.
import { cp, rm } from 'node:fs/promises';
import * as esbuild from 'esbuild';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  format: 'esm',
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'info',
  legalComments: 'linked',
};

/** @type {esbuild.BuildOptions[]} */
const builds = [
  {
    ...shared,
    entryPoints: ['src/extension.ts'],
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    platform: 'node',
    target: 'node22',
    external: ['vscode'],
    // Packages in CommonJS ask for Node's modules through `require`.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  },
  {
    ...shared,
    entryPoints: { room: 'src/webview/room/main.tsx' },
    outdir: 'dist/webview',
    platform: 'browser',
    target: 'chrome138',
    tsconfig: 'src/webview/tsconfig.json',
  },
];

await rm('dist', { recursive: true, force: true });
for (const file of ['codicon.css', 'codicon.ttf']) {
  await cp(`node_modules/@vscode/codicons/dist/${file}`, `dist/webview/${file}`);
}
if (watch) {
  for (const build of builds) await (await esbuild.context(build)).watch();
} else {
  await Promise.all(builds.map((build) => esbuild.build(build)));
}
