import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extensionFolder } from '../host/folders.ts';

/**
 * Writes a copy of the extension without activation events into a folder. The original is activated by JSON files too,
 * and VS Code in the browser reads one while its window opens and other extensions start.
 */
export async function layQuietExtension(folder: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(extensionFolder, 'package.json'), 'utf8')) as object;
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...manifest, activationEvents: [] }));
  for (const name of ['dist', 'media', 'l10n', 'package.nls.json'])
    await symlink(join(extensionFolder, name), join(folder, name));
}
