/** Reads CSV as RFC 4180 defines it, a character at a time; the mark of UTF-8 is left out. */
export function parseCsv(text: string, separator = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at++) {
    const one = text[at] ?? '';
    if (quoted) {
      if (one !== '"') cell += one;
      else if (text[at + 1] === '"') cell += text[at++];
      else quoted = false;
    } else if (one === '"') {
      quoted = true;
    } else if (one === separator) {
      row.push(cell);
      cell = '';
    } else if (one === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at++;
    } else {
      cell += one;
    }
  }
  return rows;
}
