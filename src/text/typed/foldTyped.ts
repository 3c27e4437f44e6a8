/**
 * Folds what people type, to compare it with words that are folded too: without case, accents, full-width forms
 * and the different spaces and dashes.
 */
export function foldTyped(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      // Accents of Latin letters only: the marks of kana tell letters apart.
      .normalize('NFD')
      .replace(/[\u0300-\u036f\u200e\u200f]/g, '')
      .normalize('NFC')
      .replace(/[‐‑−]/g, '-')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
