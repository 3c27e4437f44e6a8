import { config } from '@vscode/l10n';
import { env, l10n } from 'vscode';
import { textLocale } from '../../text/textLocale.ts';

/**
 * Sets the texts of the display language for `t`. VS Code reads them before activation; without them the
 * texts stay English. Must be called before any other code uses `t`.
 */
export function speakDisplayLanguage(): void {
  config({ contents: l10n.bundle ?? {} });
}

/** The locale for numbers, times and lists. */
export function displayLocale(): string {
  return textLocale(env.language, l10n.bundle !== undefined);
}
