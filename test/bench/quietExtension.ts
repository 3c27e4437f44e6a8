import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extensionFolder } from '../host/folders.ts';

/**
 * Lays into a folder an extension that is ours, but which nothing starts except who asks for it. Ours starts with a
 * JSON file too, and the browser-hosted VS Code reads one while its window comes up and everything else starts.
 */
export async function layQuietExtension(folder: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(extensionFolder, 'package.json'), 'utf8')) as object;
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...manifest, activationEvents: [] }));
  for (const name of ['dist', 'media', 'l10n', 'package.nls.json'])
    await symlink(join(extensionFolder, name), join(folder, name));
}
