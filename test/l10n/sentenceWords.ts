import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { couldReadAsName } from '../../src/text/names/readsAsName.ts';
import { extensionFolder } from '../host/folders.ts';
import { bundleFile, languages, readJson, readTextsFile } from './bundles.ts';

/** Where the words are that a sentence must not confuse with a name. */
export const sentenceWordsFile = join('src', 'text', 'names', 'sentenceWords.ts');

/** What is between two words: Japanese has no spaces, and places for values are no words. */
const apart = /[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|\{\d+\}/u;
const edges = /^[^\p{L}\p{N}@_]+|[^\p{L}\p{M}\p{N}@_]+$/gu;
const maxLineLength = 108;

/** Every text of the code in every language. */
export function allTexts(): string[] {
  const english = Object.values(readJson(bundleFile()) as Record<string, string | { message: string }>);
  return [
    ...english.map((text) => (typeof text === 'string' ? text : text.message)),
    ...languages.flatMap((language) => Object.values(readTextsFile(bundleFile(language)))),
  ];
}

/** The words of texts, without the punctuation around them. */
export function wordsIn(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => text.split(apart)).map((word) => word.replaceAll(edges, ''));
  return [...new Set(words)].filter(Boolean);
}

/** The words that a sentence could take for a name, in lower case, sorted. */
export function sentenceWords(texts: readonly string[]): string[] {
  return [
    ...new Set(
      wordsIn(texts)
        .filter(couldReadAsName)
        .map((word) => word.toLowerCase()),
    ),
  ].sort();
}

/** The file as it has to be. */
export function sentenceWordsSource(words: readonly string[]): string {
  const source = readFileSync(join(extensionFolder, sentenceWordsFile), 'utf8');
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= maxLineLength) {
      lines[lines.length - 1] = `${line}|${word}`;
    } else lines.push(word);
  }
  return source.replace(/(const words = `)[^`]*/, (_, start: string) => `${start}\n${lines.join('\n')}\n`);
}

export function writeSentenceWords(): void {
  const source = sentenceWordsSource(sentenceWords(allTexts()));
  writeFileSync(join(extensionFolder, sentenceWordsFile), source);
}
