import { t } from '@vscode/l10n';
import { commands as vscodeCommands, window } from 'vscode';
import { commands } from '../../ids.ts';
import { escapeLinks } from '../../text/escape.ts';
import type { Explanation, NextStep } from '../../text/explanation.ts';
import { joinTitle } from '../../text/joinText.ts';
import { showProxySettings } from '../common/proxySettings.ts';

/** Shows a failure with its next steps as buttons and runs the chosen one. Retries after a sign-in. */
export async function showFailure(
  { title, detail, steps }: Explanation,
  retry: () => Thenable<unknown>,
): Promise<void> {
  const buttons = steps.map((step) => buttonFor(step, retry));
  const message = escapeLinks(joinTitle(title, detail));
  const answer = await window.showErrorMessage(message, ...buttons.map(({ label }) => label));
  await buttons.find(({ label }) => label === answer)?.run();
}

function buttonFor(
  step: NextStep,
  retry: () => Thenable<unknown>,
): { label: string; run: () => Thenable<unknown> } {
  switch (step) {
    case 'retry':
      return { label: t('Retry'), run: retry };
    case 'showLog':
      return { label: t('Show Log'), run: () => vscodeCommands.executeCommand(commands.showLog) };
    case 'signIn':
      return { label: t('Sign In'), run: () => signInThen(retry) };
    case 'proxySettings':
      return { label: t('Proxy Settings'), run: showProxySettings };
  }
}

async function signInThen(retry: () => Thenable<unknown>): Promise<void> {
  if (await vscodeCommands.executeCommand<boolean>(commands.signIn)) await retry();
}
