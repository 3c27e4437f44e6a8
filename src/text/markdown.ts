import { plainText } from './plainText.ts';

/**
 * Text that Markdown shows as it is, on one line: every sign that could mean
 * something is escaped. For places that are only looked at, such as a hover.
 * (The editor's own `appendText` does so too, but with spaces at which no line breaks.)
 */
export function literal(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text within Markdown that people may also read unrendered: as little is
 * escaped as can be. Holds no markup, HTML, link to a page or mention of anybody,
 * and is one line that fits into a table's cell.
 */
export function inline(text: string): string {
  return (
    text
      .replaceAll(/\s+/g, ' ')
      .trim()
      .replaceAll(/[\\`*{}[\]|~$#^!]/g, '\\$&')
      // Within a word it means nothing, and many identities have one there.
      .replaceAll(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, (run) => run.replaceAll('_', '\\_'))
      .replaceAll(/[&<>]/g, (sign) => entities[sign] ?? sign)
      // Bare addresses would become links, and people named after @ would be told.
      .replaceAll('://', ':\\//')
      .replaceAll(/\bwww\./gi, '$&\u200b')
      .replaceAll(/(?<![\w.])@(?=\w)/g, '@\u200b')
      // At the beginning of a line these would begin a list.
      .replace(/^[-+=]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
  );
}

/** An identifier, in type of equal width. */
export function code(text: string): string {
  return `\`${plainText(text).replaceAll(/[`|]/g, '')}\``;
}

/** A table; the cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
