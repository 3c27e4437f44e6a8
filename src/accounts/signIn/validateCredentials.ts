import { t } from '@vscode/l10n';

/** The kind of credentials: an API key with its secret, or an account with its auth token. */
export type CredentialKind = 'apiKey' | 'authToken';

/**
 * The problem with a SID while it is typed; undefined if there is none, or if the SID is only incomplete.
 * Confusing the two kinds is detected immediately.
 */
export function sidProblem(kind: CredentialKind, typed: string, finished: boolean): string | undefined {
  const sid = typed.trim();
  const [prefix, other]: [string, string] = kind === 'apiKey' ? ['SK', 'AC'] : ['AC', 'SK'];
  if (sid.startsWith(other)) {
    return kind === 'apiKey'
      ? t(
          'This is an Account SID. The SID of an API key begins with SK; go back to sign in with the account.',
        )
      : t('This is the SID of an API key. An Account SID begins with AC; go back to sign in with the key.');
  }
  if (!prefix.startsWith(sid.slice(0, 2))) return t('It begins with {0}.', prefix);
  const digits = sid.slice(2);
  if (!/^[0-9a-f]*$/i.test(digits)) return t('Only the digits 0–9 and a–f can follow {0}.', prefix);
  if (digits.length === 32 || (digits.length < 32 && !finished)) return undefined;
  return t('It has 32 digits after {0}; these are {1}.', prefix, digits.length);
}

/** The problem with a secret. Its format is not documented, so that only a SID in its place is detected. */
export function secretProblem(kind: CredentialKind, typed: string, finished: boolean): string | undefined {
  const secret = typed.trim();
  if (/^(SK|AC)[0-9a-f]{32}$/i.test(secret)) {
    return kind === 'apiKey'
      ? t('This is a SID. Enter the secret, which Twilio showed once when the key was created.')
      : t('This is a SID. Enter the Auth Token, which Twilio Console shows below the Account SID.');
  }
  return finished && secret === '' ? t('Nothing is entered yet.') : undefined;
}

/** Names of the environment variables, which Twilio's own tools use too. */
const names = {
  account: 'TWILIO_ACCOUNT_SID',
  token: 'TWILIO_AUTH_TOKEN',
  key: 'TWILIO_API_KEY',
  secret: 'TWILIO_API_SECRET',
} as const;

/** Credentials found on this machine, not tried yet. */
export interface FoundCredentials {
  readonly kind: CredentialKind;
  readonly username: string;
  readonly password: string;
}

/** The credentials in the environment, preferring the API key; or the problem with them as a text. */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): FoundCredentials | { readonly problem: string } {
  const value = (name: string) => environment[name]?.trim() ?? '';
  const kind = value(names.key) ? 'apiKey' : 'authToken';
  const [sidName, secretName] = kind === 'apiKey' ? [names.key, names.secret] : [names.account, names.token];
  const [username, password] = [value(sidName), value(secretName)];
  if (!username) {
    return {
      problem: t('Neither {0} nor {1} is set where this editor was started.', names.key, names.account),
    };
  }
  const wrongSid = sidProblem(kind, username, true);
  if (wrongSid) return { problem: `${sidName}: ${wrongSid}` };
  if (!password) return { problem: t('{0} is set, but {1} is not.', sidName, secretName) };
  return { kind, username, password };
}
