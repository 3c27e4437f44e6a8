import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fillOnce } from './folders.ts';

/**
 * The built-in extensions that a test or a picture shows something of: themes and icons, and the languages of the
 * documents that are opened. VS Code reads all of the other 90 at the start of each window, those for programming
 * languages, version control, debuggers and Copilot, which is a third of the work of that start.
 */
const shown = [
  'configuration-editing',
  'ipynb',
  'json',
  'json-language-features',
  'log',
  'markdown-basics',
  'markdown-language-features',
  'search-result',
  'theme-defaults',
  'theme-modern-icons',
  'theme-seti',
];

/**
 * A folder with only the built-in extensions that tests show something of, copied at the first call.
 *
 * @param code the folder of the VS Code server
 */
export function fewBuiltinExtensions(code: string): Promise<string> {
  return fillOnce(join(code, `few-extensions-${shown.length}`), async (folder) => {
    await mkdir(folder, { recursive: true });
    // An older VS Code has fewer.
    for (const name of shown.filter((one) => existsSync(join(code, 'extensions', one))))
      await cp(join(code, 'extensions', name), join(folder, name), { recursive: true });
  });
}
