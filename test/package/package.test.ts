import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pageIcons } from '../../src/protocol/pageIcons.ts';
import { staticImports } from '../bench/filesAtStart.ts';
import { extensionFolder, packagedVsix, temporaryFolder } from '../host/folders.ts';
import { languages } from '../l10n/bundles.ts';
import { fontCharacters, glyphCount } from './font.ts';
import { type ZipEntry, zipBytes, zipEntries, zipText } from './zip.ts';

/** Every file that users get, by its exact name, and the chunks that the build names by their content. */
const files = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/changelog.md',
  'extension/readme.md',
  'extension/package.json',
  'extension/package.nls.json',
  ...languages.flatMap((language) => [
    `extension/package.nls.${language}.json`,
    `extension/dist/l10n/${language}.json`,
  ]),
  'extension/dist/l10n/keys.json',
  'extension/dist/ThirdPartyNotices.txt',
  'extension/dist/extension.cjs',
  'extension/dist/webview/codicon.css',
  'extension/dist/webview/codicon.ttf',
  'extension/dist/webview/overview.css',
  'extension/dist/webview/overview.js',
  'extension/dist/webview/room.css',
  'extension/dist/webview/room.js',
  'extension/media/activity.svg',
  'extension/media/icon.png',
  'extension/media/overview-dark.svg',
  'extension/media/overview-light.svg',
  'extension/media/room-dark.svg',
  'extension/media/room-light.svg',
  ...['explore', 'open', 'sign-in', 'find', 'keep'].flatMap((step) =>
    ['light', 'dark'].map((theme) => `extension/media/walkthrough/${step}-${theme}.webp`),
  ),
];
const chunk = /^extension\/dist\/chunks\/[a-zA-Z]+-[A-Z0-9]{8}\.cjs$/;

interface Manifest {
  [key: string]: unknown;
  name: string;
  publisher: string;
  version: string;
  main: string;
  icon: string;
  engines: { vscode: string };
  activationEvents: string[];
  devDependencies: Record<string, string>;
}

describe('the packaged extension', () => {
  let entries: ZipEntry[];
  let manifest: Manifest;

  before(() => {
    const zip = readFileSync(packagedVsix);
    entries = zipEntries(zip);
    manifest = JSON.parse(zipText(zip, entries, 'extension/package.json')) as Manifest;
  });

  it('holds what runs, and nothing else', () => {
    const others = entries.map(({ name }) => name).filter((name) => !chunk.test(name));
    assert.deepEqual(others.sort(), [...files].sort());
  });

  it('holds the chunks that the extension loads when it needs them', () => {
    const chunks = entries.map(({ name }) => name).filter((name) => chunk.test(name));
    for (const part of [
      'services',
      'createClient',
      'signIn',
      'roomPanel',
      'sampleClient',
      'storedCredentials',
      'messages',
    ])
      assert.ok(
        chunks.some((name) => name.startsWith(`extension/dist/chunks/${part}-`)),
        part,
      );
  });

  it('has at most 700 KB', () => {
    const { size } = statSync(packagedVsix);
    assert.ok(size <= 700 * 1024, `it has ${size} bytes`);
  });

  it('draws the icons of the pages, from a font without the others', () => {
    const zip = readFileSync(packagedVsix);
    const sheet = zipText(zip, entries, 'extension/dist/webview/codicon.css');
    const rules = [...sheet.matchAll(/\.codicon-([a-z-]+):+before\s*\{\s*content:\s*"\\([\da-f]+)"/g)];
    assert.deepEqual(rules.map(([, name]) => name).sort(), [...pageIcons]);
    assert.match(sheet, /@keyframes codicon-spin/);
    assert.match(sheet, /\.codicon-loading\.codicon-modifier-spin/);
    const font = zipBytes(zip, entries, 'extension/dist/webview/codicon.ttf');
    const drawn = rules.map(([, , code]) => String.fromCharCode(Number.parseInt(code ?? '', 16)));
    assert.deepEqual(fontCharacters(font), drawn.sort());
    assert.equal(glyphCount(font), pageIcons.length + 1);
    assert.ok(font.byteLength < 10_000, `it has ${font.byteLength} bytes`);
  });

  it('carries the licence of every package that it holds a part of', () => {
    const zip = readFileSync(packagedVsix);
    const notices = zipText(zip, entries, 'extension/dist/ThirdPartyNotices.txt');
    const packages = [...notices.matchAll(/^(\S+) \d+\.\d+\.\d+\S* \((\S+)\)$/gm)];
    const names = packages.map(([, name]) => name);
    for (const name of [
      'undici',
      'zod',
      'preact',
      'p-limit',
      'yocto-queue',
      '@vscode/l10n',
      '@vscode/codicons',
    ])
      assert.ok(names.includes(name), name);
    for (const [, name, licence] of packages)
      assert.match(licence ?? '', /^(MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|CC-BY-4\.0)$/, name);
    assert.ok(notices.match(/Permission is hereby granted/g)?.length ?? 0 >= packages.length - 2);
    assert.doesNotMatch(notices, /undefined|\/home\/|\/tmp\//);
  });

  it('has no picture of the README, which its page loads from the repository', () => {
    assert.deepEqual(
      entries.filter(({ name }) => name.includes('media/readme')),
      [],
    );
  });

  it('holds once what says the texts, so that all chunks speak the language that was chosen', () => {
    const zip = readFileSync(packagedVsix);
    const speakers = entries
      .filter(({ name }) => /\.c?js$/.test(name))
      .filter(({ name }) =>
        zipText(zip, entries, name).includes('expected a string as the first argument to l10n.t'),
      );
    assert.equal(speakers.length, 1);
  });

  it('starts with less than 30 KB in two files, without HTTP, schemas, panels and rooms', () => {
    const zip = readFileSync(packagedVsix);
    const atStart = new Map<string, string>();
    const read = (name: string): void => {
      if (atStart.has(name)) return;
      const code = zipText(zip, entries, name);
      atStart.set(name, code);
      for (const path of staticImports(code)) read(posix.join(posix.dirname(name), path));
    };
    read('extension/dist/extension.cjs');
    assert.equal(atStart.size, 2);
    const bytes = [...atStart.values()].reduce((sum, code) => sum + Buffer.byteLength(code), 0);
    assert.ok(bytes < 30_000, `they have ${bytes} bytes`);
    const code = [...atStart.values()].join('');
    assert.match(code, /createTreeView/);
    for (const later of [/UND_ERR_SOCKET/, /_zod/, /createWebviewPanel/, /TreeItemCollapsibleState/]) {
      assert.doesNotMatch(code, later);
      // Else the word would be the wrong one, and its absence would say nothing.
      assert.ok(
        entries.some(({ name }) => chunk.test(name) && later.test(zipText(zip, entries, name))),
        `${later}`,
      );
    }
  });

  it('refers to no source map', () => {
    const zip = readFileSync(packagedVsix);
    for (const { name } of entries.filter((entry) => /\.c?js$/.test(entry.name)))
      assert.doesNotMatch(zipText(zip, entries, name), /sourceMappingURL=/, name);
  });

  it('names its entry point, icon and host versions', () => {
    const names = new Set(entries.map(({ name }) => name));
    assert.equal(`${manifest.publisher}.${manifest.name}`, 'video-rooms.video-rooms-for-twilio');
    assert.match(manifest.version, /^\d+\.\d+\.\d+$/);
    assert.ok(names.has(`extension/${manifest.main.replace('./', '')}`));
    assert.ok(names.has(`extension/${manifest.icon}`));
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
  });

  it('starts only when it is used', () => {
    assert.deepEqual(
      manifest.activationEvents.filter((event) => event === '*' || event === 'onStartupFinished'),
      [],
    );
  });

  it('brings no package along: everything is bundled', () => {
    assert.equal(manifest.dependencies, undefined);
  });

  it('has an icon of 128 × 128 pixels', () => {
    const icon = readFileSync(join(extensionFolder, manifest.icon));
    assert.equal(icon.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([icon.readUInt32BE(16), icon.readUInt32BE(20)], [128, 128]);
  });

  it('is packaged without a warning', async function () {
    this.timeout(60_000);
    const { path, remove } = await temporaryFolder('package');
    const vsce = join('node_modules', '@vscode', 'vsce', 'vsce');
    const args = [vsce, 'package', '--no-dependencies', '--out', join(path, 'extension.vsix')];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: extensionFolder,
      encoding: 'utf8',
    });
    await remove();
    assert.equal(status, 0, stderr);
    assert.doesNotMatch(stdout + stderr, /WARNING/);
  });
});
