import { t } from '@vscode/l10n';
import { type QuickPickItem, window } from 'vscode';
import type { CredentialKind } from './validateCredentials.ts';

/** The ways to sign in. */
export type SignInMethod = CredentialKind | 'environment' | 'twilioCli' | 'sample';

/** Lets the user pick how to sign in; undefined if cancelled. */
export async function pickMethod(): Promise<SignInMethod | undefined> {
  const choices: (QuickPickItem & { method: SignInMethod })[] = [
    {
      method: 'apiKey',
      label: t('$(key) API key'),
      description: t('recommended'),
      detail: t('The key’s SID (SK…) and its secret. Can be restricted and revoked on its own.'),
    },
    {
      method: 'authToken',
      label: t('$(account) Account SID and Auth Token'),
      detail: t('The account itself (AC…), with full access. Recommended only for local testing.'),
    },
    {
      method: 'environment',
      label: t('$(symbol-variable) Environment variables'),
      detail: t('TWILIO_API_KEY and TWILIO_API_SECRET, or TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.'),
    },
    {
      method: 'twilioCli',
      label: t('$(terminal) Profile of the Twilio CLI'),
      detail: t('The API key that “twilio login” created on this machine.'),
    },
    {
      method: 'sample',
      label: t('$(beaker) Sample rooms'),
      detail: t('Sample data to explore, without an account or a network.'),
    },
  ];
  const choice = await window.showQuickPick(choices, {
    title: t('Sign In to Twilio'),
    placeHolder: t('How do you want to sign in?'),
    ignoreFocusOut: true,
  });
  return choice?.method;
}
