import { t } from '@vscode/l10n';
import { Disposable, window, workspace } from 'vscode';
import { settings } from '../../ids.ts';
import { documentedOrigin, parseOrigin } from '../../insights/core/origin.ts';
import type { Accounts } from '../accounts.ts';

/** Milliseconds until a setting that is being typed is taken for meant. */
const debounceMs = 1000;

/**
 * Asks what to do with the active account when the setting of the API's
 * address changes. An account keeps the address that its credentials were
 * entered for; only an explicit yes sends them to another.
 */
export class ApiAddressChange implements Disposable {
  readonly #accounts: Accounts;
  readonly #watching: Disposable;
  #timer: NodeJS.Timeout | undefined;
  /** The setting changed, and nobody was asked yet. */
  #due = false;

  constructor(accounts: Accounts, report: (error: unknown) => void) {
    this.#accounts = accounts;
    const ask = () => void this.#ask().catch(report);
    this.#watching = Disposable.from(
      workspace.onDidChangeConfiguration((change) => {
        if (!change.affectsConfiguration(settings.apiBaseUrl)) return;
        this.#due = true;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(ask, debounceMs);
      }),
      // The setting changes in all windows; the one in which somebody works asks.
      window.onDidChangeWindowState(ask),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watching.dispose();
  }

  async #ask(): Promise<void> {
    if (!this.#due || !window.state.focused) return;
    this.#due = false;
    const account = this.#accounts.current;
    const origin = writtenOrigin();
    if (!account || account.id === 'sample' || origin === undefined) return;
    const signedInFor = (await this.#accounts.credentials(account))?.origin;
    if (signedInFor === undefined || signedInFor === origin) return;
    const [move, keep] = [t('Use Them There'), t('Keep the Address')];
    const question = t(
      'The account “{0}” was signed in for {1}. Use its credentials at {2}?',
      account.label,
      signedInFor,
      origin,
    );
    const answer = await window.showWarningMessage(question, keep, move);
    // The question may have stood there for long.
    if (answer !== move || writtenOrigin() !== origin) return;
    await this.#accounts.move(account, origin);
  }
}

/** Where the setting says that the API answers; undefined if credentials must not go there. */
function writtenOrigin(): string | undefined {
  const written = workspace.getConfiguration().get(settings.apiBaseUrl);
  return parseOrigin(String(written ?? '').trim() || documentedOrigin);
}
