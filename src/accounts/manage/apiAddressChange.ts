import { t } from '@vscode/l10n';
import { Disposable, window, workspace } from 'vscode';
import { settings } from '../../ids.ts';
import { documentedOrigin, parseOrigin } from '../../insights/core/origin.ts';
import { isolate } from '../../unicode/isolate.ts';
import type { Accounts } from '../accounts.ts';

/** Milliseconds after the last change of the setting, which may still be typed. */
const debounceMs = 1000;

/**
 * When the setting for the API's address changes, asks whether to change that of the active account. An
 * account stays at the address that its credentials were entered for, unless the user confirms the change.
 */
export class ApiAddressChange implements Disposable {
  readonly #accounts: Accounts;
  readonly #subscriptions: Disposable;
  #timer: NodeJS.Timeout | undefined;
  /** The setting changed, and the user was not asked yet. */
  #pending = false;

  constructor(accounts: Accounts, logError: (error: unknown) => void) {
    this.#accounts = accounts;
    const ask = () => void this.#ask().catch(logError);
    this.#subscriptions = Disposable.from(
      workspace.onDidChangeConfiguration((change) => {
        if (!change.affectsConfiguration(settings.apiBaseUrl)) return;
        this.#pending = true;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(ask, debounceMs);
      }),
      // The setting changes in all windows; only the focused one asks.
      window.onDidChangeWindowState(ask),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  async #ask(): Promise<void> {
    if (!this.#pending || !window.state.focused) return;
    this.#pending = false;
    const account = this.#accounts.current;
    const origin = configuredOrigin();
    if (!account || account.id === 'sample' || origin === undefined) return;
    const signedInFor = (await this.#accounts.credentials(account))?.origin;
    if (signedInFor === undefined || signedInFor === origin) return;
    const [move, keep] = [t('Use Them There'), t('Keep the Address')];
    const question = t(
      'The account “{0}” was signed in for {1}. Use its credentials at {2}?',
      isolate(account.label),
      signedInFor,
      origin,
    );
    const answer = await window.showWarningMessage(question, keep, move);
    // The message may have been open for a long time.
    if (answer !== move || configuredOrigin() !== origin) return;
    await this.#accounts.move(account, origin);
  }
}

/** The origin in the setting; undefined if credentials must not go there. */
function configuredOrigin(): string | undefined {
  const value = workspace.getConfiguration().get(settings.apiBaseUrl);
  return parseOrigin(String(value ?? '').trim() || documentedOrigin);
}
