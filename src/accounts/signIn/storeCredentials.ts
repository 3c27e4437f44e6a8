import { t } from '@vscode/l10n';
import { window } from 'vscode';
import { isAbort } from '../../async/isAbort.ts';
import { explainFailure } from '../../text/explainFailure.ts';
import type { Explanation } from '../../text/explanation.ts';
import { suggestedLabel, uniqueLabel } from '../account.ts';
import type { Accounts } from '../accounts.ts';
import type { StoredCredentials } from '../storedCredentials.ts';
import type { FoundCredentials } from './validateCredentials.ts';

/** What signing in needs from the rest of the extension. */
export interface SignInDependencies {
  readonly accounts: Accounts;
  /** The setting `videoRooms.apiBaseUrl` as it is written. */
  readonly baseUrl: () => string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** One cheap request; resolves to the account's SID where the answer tells it. @throws InsightsError */
  readonly tryOut: (credentials: StoredCredentials, signal: AbortSignal) => Promise<string | undefined>;
  readonly report: (error: unknown) => void;
}

/** Credentials that Twilio accepted, or why it did not. */
export type Tried = { readonly good: StoredCredentials } | { readonly explanation: Explanation };

/** Tries credentials; nothing is kept yet. */
export async function tryCredentials(
  { tryOut, report }: SignInDependencies,
  { username, password }: FoundCredentials,
  origin: string,
  signal: AbortSignal,
): Promise<Tried> {
  const credentials = { username, password, origin };
  try {
    const accountSid = await tryOut(credentials, signal);
    signal.throwIfAborted();
    return { good: { ...credentials, accountSid } };
  } catch (error) {
    if (!isAbort(error)) report(error);
    return { explanation: explainFailure(error) };
  }
}

/**
 * Keeps good credentials and makes their account active; one that was signed
 * in before keeps its name. Where the machine keeps no secrets, offers to do
 * without. Resolves to whether somebody is signed in.
 */
export async function storeCredentials(
  { accounts, report }: SignInDependencies,
  good: StoredCredentials,
  label?: string,
): Promise<boolean> {
  const all = await accounts.readable();
  const before = all.find(({ id }) => id === good.username);
  const others = all.filter((one) => one !== before);
  const wished = label ?? before?.label ?? suggestedLabel(good.username, good.accountSid);
  const accountSid = good.accountSid ?? before?.accountSid;
  const credentials = { ...good, accountSid, label: uniqueLabel(wished, others) };
  try {
    await accounts.signIn(credentials);
    return true;
  } catch (error) {
    report(error);
  }
  const without = t('Sign In for This Session Only');
  const detail = t(
    'This machine’s secret storage refused it. On Linux it needs a keyring, such as GNOME Keyring. Without one you can sign in until this window is closed or reloaded.',
  );
  const title = t('The secret cannot be kept on this machine');
  if ((await window.showWarningMessage(title, { modal: true, detail }, without)) !== without) return false;
  await accounts.signInForThisSession(credentials);
  return true;
}
