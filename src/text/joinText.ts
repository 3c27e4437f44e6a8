import { t } from '@vscode/l10n';

/** Joins sentences as the language does: with a space in between, or without. */
export function joinSentences(parts: readonly string[]): string {
  return join(parts, (text, next) => t('{0} {1}', text, next));
}

/** A title without its full stop, and the sentences below it, as one text. */
export function joinTitle(title: string, detail: string): string {
  return t('{0}. {1}', title, detail);
}

/** "a, b, c": joins separate pieces of text. For an enumeration in a sentence use `Format.list`. */
export function joinList(parts: readonly string[]): string {
  return join(parts, (text, next) => t('{0}, {1}', text, next));
}

function join(parts: readonly string[], pair: (text: string, next: string) => string): string {
  const [first = '', ...others] = parts.filter((part) => part !== '');
  return others.reduce(pair, first);
}

/** Separates the parts of a line that describes a room or a participant. */
export const separator = ' · ';
