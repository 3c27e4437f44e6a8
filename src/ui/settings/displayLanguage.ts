import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { config } from '@vscode/l10n';
import { env } from 'vscode';
import { textLocale } from '../../text/textLocale.ts';

let translated = false;

/**
 * Sets the texts of the display language for `t`; without a translation they stay English. The build writes the texts
 * as two lists in the same order (`esbuild.mjs`), because VS Code's own form repeats every English text in each
 * language. Must be called before any other code uses `t`.
 * @returns why the texts are English although they should not be: the installed files are damaged
 */
export function speakDisplayLanguage(extensionPath: string): unknown {
  const folder = join(extensionPath, 'dist', 'l10n');
  const file = join(folder, `${env.language.toLowerCase()}.json`);
  if (!existsSync(file)) return undefined;
  try {
    const keys = readList(join(folder, 'keys.json'));
    const texts = readList(file);
    config({ contents: Object.fromEntries(keys.map((key, index) => [key, texts[index] ?? key])) });
    translated = true;
    return undefined;
  } catch (error) {
    return error;
  }
}

function readList(file: string): string[] {
  return JSON.parse(readFileSync(file, 'utf8')) as string[];
}

/** The locale for numbers, times and lists. */
export function displayLocale(): string {
  return textLocale(env.language, translated);
}
