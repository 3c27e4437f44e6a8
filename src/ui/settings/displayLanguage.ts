import { config } from '@vscode/l10n';
import { env, l10n } from 'vscode';
import { textLocale } from '../../text/textLocale.ts';

/**
 * Gives the texts of the display language to `t`. VS Code has read them before
 * the extension starts; where there are none, the texts stay English. Has to
 * come before everything that says something.
 */
export function speakDisplayLanguage(): void {
  config({ contents: l10n.bundle ?? {} });
}

/** The language in which numbers, times and lists are written. */
export function displayLocale(): string {
  return textLocale(env.language, l10n.bundle !== undefined);
}
