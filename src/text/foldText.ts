const ascii = /^[\x20-\x7e\n]*$/;

/** Folds text to compare what users type: ignores case, width and composition of letters. */
export function foldText(text: string): string {
  return (ascii.test(text) ? text : text.normalize('NFKC')).toLowerCase();
}
