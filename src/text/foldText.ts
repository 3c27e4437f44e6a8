const ascii = /^[\x20-\x7e\n]*$/;

/** Text for comparing what people type: case, width and composition of letters do not count. */
export function foldText(text: string): string {
  return (ascii.test(text) ? text : text.normalize('NFKC')).toLowerCase();
}
