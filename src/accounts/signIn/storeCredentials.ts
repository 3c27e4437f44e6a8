import { t } from '@vscode/l10n';
import { window } from 'vscode';
import { isAbort } from '../../async/isAbort.ts';
import { explainFailure } from '../../text/explainFailure.ts';
import type { Explanation } from '../../text/explanation.ts';
import { suggestedLabel, uniqueLabel } from '../account.ts';
import type { Accounts } from '../accounts.ts';
import type { StoredCredentials } from '../storedCredentials.ts';
import { explainRegionFailure } from './twilioRegion.ts';
import type { FoundCredentials } from './validateCredentials.ts';

/** Dependencies of the sign-in. */
export interface SignInDependencies {
  readonly accounts: Accounts;
  /** The raw value of the setting `videoRooms.apiBaseUrl`. */
  readonly baseUrl: () => string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Sends one cheap request; resolves to the account's SID if the reply has it. @throws InsightsError */
  readonly tryOut: (credentials: StoredCredentials, signal: AbortSignal) => Promise<string | undefined>;
  readonly logError: (error: unknown) => void;
}

/** Credentials that Twilio accepted, or an explanation why it did not. */
export type Tried = { readonly good: StoredCredentials } | { readonly explanation: Explanation };

/** Tries credentials without storing them. Errors become an explanation. */
export async function tryCredentials(
  { tryOut, logError }: SignInDependencies,
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
    if (!isAbort(error)) logError(error);
    return { explanation: explainRegionFailure(error, origin) ?? explainFailure(error) };
  }
}

/**
 * Stores accepted credentials and makes their account active; an account that was signed in before retains
 * its label. If the machine cannot store secrets, offers to sign in for this session only. Resolves to
 * whether the user is signed in.
 */
export async function storeCredentials(
  { accounts, logError }: SignInDependencies,
  good: StoredCredentials,
  label?: string,
): Promise<boolean> {
  const all = await accounts.readable();
  const before = all.find(({ id }) => id === good.username);
  const others = all.filter((one) => one !== before);
  const preferredLabel = label ?? before?.label ?? suggestedLabel(good.username, good.accountSid);
  const accountSid = good.accountSid ?? before?.accountSid;
  const credentials = { ...good, accountSid, label: uniqueLabel(preferredLabel, others) };
  try {
    await accounts.signIn(credentials);
    if (!accounts.secretsLast) {
      void window.showWarningMessage(
        t(
          'Signed in, but it may not last: a secret that was stored on this machine before was gone after a restart. The editor seems to keep secrets in memory only; on Linux, a keyring such as GNOME Keyring is required.',
        ),
      );
    }
    return true;
  } catch (error) {
    logError(error);
  }
  const without = t('Sign In for This Session Only');
  const detail = t(
    'The secret storage of this machine refused it. On Linux, it requires a keyring such as GNOME Keyring. Without one, you can sign in until this window is closed or reloaded.',
  );
  const title = t('The secret cannot be stored on this machine');
  if ((await window.showWarningMessage(title, { modal: true, detail }, without)) !== without) return false;
  await accounts.signInForThisSession(credentials);
  return true;
}
