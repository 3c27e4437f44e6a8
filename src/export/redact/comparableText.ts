import { foldAccents } from '../../unicode/foldText.ts';
import { type MappedText, TextMapper } from './mappedText.ts';

/** Everything between words: `anna_lena`, "Anna Lena" and "anna.lena" are the same name. */
const separators = /[\s\p{P}\p{Z}\p{Cc}+~^|<>=`$]+/gu;
/** Characters that nobody sees, and that are not a part of a name. */
const hidden = /[\p{Default_Ignorable_Code_Point}\p{Cf}]+/gu;
const ascii = /^[\x20-\x7e]*$/;
const asciiSeparators = /[^a-z0-9]+/g;

let segmenter: Intl.Segmenter | undefined;

/**
 * A text for comparing names: letters folded (`foldAccents`), one space for everything between two words, and no
 * invisible characters.
 */
export function comparableText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replaceAll(asciiSeparators, ' ');
  return foldAccents(text.replaceAll(hidden, '')).replaceAll(separators, ' ');
}

/** A name for comparing, see `comparableText`; empty if it has neither letters nor digits nor symbols. */
export function comparableName(name: string): string {
  return comparableText(name).trim();
}

/** The same text as `comparableText`, with the position of each code unit in the original. */
export function mapComparableText(source: MappedText): MappedText {
  const mapper = new TextMapper(source);
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  let inGap = false;
  // Characters as a reader counts them: a letter and its marks are one.
  for (const { segment, index } of segmenter.segment(source.text)) {
    // Some signs are several characters when folded: "⑴" is "(1)".
    const folded = foldAccents(segment.replaceAll(hidden, '')).replaceAll(separators, ' ');
    const added: string = inGap ? folded.trimStart() : folded;
    if (added === '') continue;
    mapper.addAsOne(added, index, index + segment.length);
    inGap = added.endsWith(' ');
  }
  return mapper.end();
}
