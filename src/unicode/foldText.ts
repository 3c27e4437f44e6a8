import { withoutIsolates } from './isolate.ts';

const ascii = /^[\x20-\x7e\n]*$/;
const finalSigma = /ς/g;
/** The lower case of İ is i with a second dot, which nobody types. */
const dottedI = /i\u0307/g;
/** Accents of Latin, Greek and Cyrillic letters. The marks of other scripts are letters of their own. */
const accents = /[\u0300-\u036f]/g;

/**
 * Folds text to compare what users type with names: ignores case ("STRASSE" is "straße", "istanbul" is
 * "İSTANBUL"), width, and the composition of letters. For names only: accents count. Unicode's
 * full case folding is the lower case of the upper case, but for ẞ, which has no upper case.
 */
export function foldText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return withoutIsolates(text)
    .normalize('NFKD')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(dottedI, 'i')
    .replace(finalSigma, 'σ')
    .normalize('NFC');
}

/** The same, without regard to accents: "jose" is "José". */
export function foldAccents(text: string): string {
  const folded = foldText(text);
  return ascii.test(folded) ? folded : folded.normalize('NFD').replace(accents, '').normalize('NFC');
}
