import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionFolder } from '../host/folders.ts';
import type { Text } from './sources.ts';

/** The languages beside English, as VS Code names them. */
export const languages = ['de', 'es', 'ja', 'pt-br'] as const;
export type Language = (typeof languages)[number];

/** Texts by their key. */
export type Texts = Readonly<Record<string, string>>;

type EnglishText = string | { readonly message: string; readonly comment: readonly string[] };

/** Where the texts of the code are: of a language, or the English ones for translators. */
export function bundleFile(language?: Language): string {
  return join('l10n', language ? `bundle.l10n.${language}.json` : 'bundle.l10n.json');
}

/** Where the texts of the manifest are. */
export function manifestFile(language?: Language): string {
  return language ? `package.nls.${language}.json` : 'package.nls.json';
}

/**
 * The manifest's English texts as they were when they were translated. A key of the manifest stays when its text
 * changes; a text of the code is its own key.
 */
export const translatedFile = join('test', 'l10n', 'translated.json');

export function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(extensionFolder, file), 'utf8'));
}

/** A file of texts as it has to be. */
export function readTextsFile(file: string): Texts {
  const json = readJson(file);
  if (typeof json !== 'object' || json === null) throw new Error(`${file} holds no texts.`);
  return Object.fromEntries(
    Object.entries(json).map(([key, text]: [string, unknown]) => {
      if (typeof text !== 'string') throw new Error(`${file}: “${key}” is no text.`);
      return [key, text];
    }),
  );
}

/** The English bundle, as the sources say it: it is what a translator starts from. */
export function englishBundle(texts: readonly Text[]): Record<string, EnglishText> {
  return sorted(
    texts.map(({ key, text, comment }) => [key, comment.length > 0 ? { message: text, comment } : text]),
  );
}

/** Sorted, so that two people who add texts seldom touch the same line. */
export function sorted<Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> {
  return Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)));
}

export function writeJson(file: string, json: unknown): void {
  // A list of one stands on one line, as the formatter has it.
  const text = JSON.stringify(json, undefined, 2).replaceAll(/\[\s+("[^"]*")\s+\]/g, '[$1]');
  writeFileSync(join(extensionFolder, file), `${text}\n`);
}

/** Keys that the one has and the other lacks. */
export function missingIn(texts: object, wanted: object): string[] {
  return Object.keys(wanted).filter((key) => !Object.hasOwn(texts, key));
}

/** What a translation has to take over as it is: places for values, icons, links and code. */
export function fixedParts(text: string): string[] {
  return [...text.matchAll(/\{\d+\}|\$\([a-z-]+\)|\(command:[\w.]+\)|`[^`]*`/g)].map(([part]) => part).sort();
}
