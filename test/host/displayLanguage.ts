import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Lets a profile have a display language: a language pack without texts. VS Code's own texts stay English, since
 * its language packs are not on npm; extensions are told the language, and bring the texts themselves.
 *
 * @param language as VS Code names it: `de`, `pt-br`
 */
export async function provideLanguage(userDataFolder: string, language: string): Promise<void> {
  const texts = join(userDataFolder, `texts.${language}.json`);
  // As VS Code notes it when a language pack is installed.
  const extension = { extensionIdentifier: { id: `none.language-pack-${language}` }, version: '1.0.0' };
  const translations = { vscode: texts };
  const pack = { hash: language, label: language, extensions: [extension], translations };
  await mkdir(userDataFolder, { recursive: true });
  await writeFile(texts, JSON.stringify({ contents: {} }));
  await writeFile(join(userDataFolder, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}
