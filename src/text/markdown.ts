import { plainText } from './plainText.ts';

/**
 * Escapes every punctuation character, so that Markdown renders the text literally. For one line that is only
 * rendered, such as in a hover. (The editor's own `appendText` escapes too, but with spaces at which no line
 * breaks.)
 */
export function literal(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Escapes text in Markdown that people may also read unrendered: as few characters as possible. The result
 * has no markup, HTML, link to a page or mention, and is one line that fits into a table's cell.
 */
export function inline(text: string): string {
  return (
    text
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replaceAll(/[\\`*{}[\]|~$#^!]/g, '\\$&')
      // An underscore within a word is literal, and many identities have one.
      .replaceAll(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, (run) => run.replaceAll('_', '\\_'))
      .replaceAll(/[&<>]/g, (character) => entities[character] ?? character)
      // Bare addresses would become links, and names after @ would notify people.
      .replaceAll('://', ':\\//')
      .replaceAll(/\bwww\./gi, '$&\u200b')
      .replaceAll(/(?<![\w.])@(?=\w)/g, '@\u200b')
      // At the beginning of a line these would start a list.
      .replace(/^[-+=]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
  );
}

/** An identifier as inline code. */
export function code(text: string): string {
  return `\`${plainText(text).replaceAll(/[`|]/g, '')}\``;
}

/** A table; the cells must be Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
