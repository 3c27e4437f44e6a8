import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { extensionFolder, packagedVsix, temporaryFolder } from '../host/folders.ts';
import { type ZipEntry, zipEntries, zipText } from './zip.ts';

/** Every file that users get, by its exact name, and the chunks that the build names by their content. */
const files = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/changelog.md',
  'extension/readme.md',
  'extension/package.json',
  'extension/package.nls.json',
  'extension/dist/extension.js',
  'extension/dist/webview/codicon.css',
  'extension/dist/webview/codicon.ttf',
  'extension/dist/webview/room.js',
  'extension/media/activity.svg',
  'extension/media/call.css',
  'extension/media/compare.css',
  'extension/media/icon.png',
  'extension/media/room-dark.svg',
  'extension/media/room-light.svg',
  'extension/media/room.css',
];
const chunk = /^extension\/dist\/chunks\/[a-zA-Z]+-[A-Z0-9]{8}\.js(\.LEGAL\.txt)?$/;

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
    for (const part of ['connect', 'signIn', 'roomPanel', 'sampleClient', 'storedCredentials', 'protocol'])
      assert.ok(
        chunks.some((name) => name.startsWith(`extension/dist/chunks/${part}-`)),
        part,
      );
  });

  it('is smaller than 600 KB', () => {
    const { size } = statSync(packagedVsix);
    assert.ok(size < 600_000, `it has ${size} bytes`);
  });

  it('refers to no source map', () => {
    const zip = readFileSync(packagedVsix);
    for (const { name } of entries.filter((entry) => entry.name.endsWith('.js')))
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
