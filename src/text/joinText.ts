import { t } from '@vscode/l10n';

/** Sentences one after the other, as the language sets them: with a space in between, or without. */
export function joinSentences(parts: readonly string[]): string {
  return join(parts, (text, next) => t('{0} {1}', text, next));
}

/** "a, b, c": facts one after the other. What is one list in a sentence is `Format.list`. */
export function joinList(parts: readonly string[]): string {
  return join(parts, (text, next) => t('{0}, {1}', text, next));
}

function join(parts: readonly string[], both: (text: string, next: string) => string): string {
  const [first = '', ...others] = parts.filter((part) => part !== '');
  return others.reduce(both, first);
}

/** Between the parts of a line that describes a room or a participant. */
export const separator = ' · ';
