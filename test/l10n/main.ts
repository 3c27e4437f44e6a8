import { parseArgs } from 'node:util';
import {
  bundleFile,
  englishBundle,
  languages,
  manifestFile,
  missingIn,
  readTextsFile,
  translatedFile,
  writeJson,
} from './bundles.ts';
import { writeSentenceWords } from './sentenceWords.ts';
import { readTexts, sourceFiles } from './sources.ts';

// Writes the English texts of the sources to l10n/bundle.l10n.json, drops from every language what is not used any
// more, writes the words of all texts that could be names, and says what is not translated yet. --translated notes
// that the manifest's texts are translated as they are.
const { values } = parseArgs({ options: { translated: { type: 'boolean', default: false } } });
const { texts, unreadable } = readTexts(sourceFiles());
for (const place of unreadable) console.log(`${place}: the text has to be written out in the call of t`);
const english = englishBundle(texts);
writeJson(bundleFile(), english);

const manifest = readTextsFile(manifestFile());
if (values.translated) writeJson(translatedFile, manifest);
const translated = readTextsFile(translatedFile);
let missing = 0;
for (const [key, text] of Object.entries(manifest)) {
  if (translated[key] === text) continue;
  missing++;
  console.log(`${manifestFile()}: ${key} has changed; translate it anew, then npm run l10n -- --translated`);
}
for (const language of languages) {
  missing += tidy(bundleFile(language), english) + tidy(manifestFile(language), manifest);
}
writeSentenceWords();
const count = Object.keys(english).length + Object.keys(manifest).length;
console.log(`${count} texts, ${languages.length} languages beside English, ${missing} not translated`);
process.exitCode = unreadable.length + missing > 0 ? 1 : 0;

/** @returns how many texts the file lacks */
function tidy(file: string, wanted: object): number {
  const translated = readTextsFile(file);
  const unused = missingIn(wanted, translated);
  for (const key of unused) console.log(`${file}: dropped, not used any more: ${key}`);
  writeJson(file, inOrder(translated, wanted));
  const lacking = missingIn(translated, wanted);
  for (const key of lacking) console.log(`${file}: not translated: ${key}`);
  return lacking.length;
}

/** What is wanted of the texts, in the order of the English ones. */
function inOrder(translated: Readonly<Record<string, string>>, wanted: object): Record<string, string> {
  return Object.fromEntries(
    Object.keys(wanted).flatMap((key) => {
      const text = translated[key];
      return text === undefined ? [] : [[key, text]];
    }),
  );
}
