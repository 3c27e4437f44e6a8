import { t } from '@vscode/l10n';
import { isAccountSid } from '../insights/core/sid.ts';
import type { StoredCredentials } from './storedCredentials.ts';

export type AccountKind = 'apiKey' | 'authToken' | 'sample';

/** An account that somebody is signed in to: nothing of it is secret. */
export interface Account {
  /** The SID that signs in, `SK…` or `AC…`; `sample` for the sample rooms. */
  readonly id: string;
  readonly kind: AccountKind;
  /** The name that the person knows it by; no two have the same. */
  readonly label: string;
  /** The account whose rooms these are, `AC…`, where it is known: an API key does not tell, Twilio's answers do. */
  readonly accountSid?: string | undefined;
  /** Where its credentials go, without a path; the sample rooms have none. */
  readonly origin?: string | undefined;
  /** Its secret is in the memory of this window only. */
  readonly thisSessionOnly?: boolean | undefined;
}

export const sampleAccount: Account = {
  id: 'sample',
  kind: 'sample',
  get label() {
    return t('Sample rooms');
  },
};

/** What may be known of the account with these credentials. An earlier version kept no name with them. */
export function accountOf(stored: StoredCredentials): Account {
  const { username, origin, label } = stored;
  const kind = username.startsWith('AC') ? 'authToken' : 'apiKey';
  const accountSid = kind === 'authToken' ? username : stored.accountSid;
  return {
    id: username,
    kind,
    origin,
    accountSid,
    label: label?.trim() || suggestedLabel(username, accountSid),
  };
}

/** The account that was active last, as far as it stands in the editor's state; an earlier version kept no name there. */
export function readAccount(kept: unknown): Account | undefined {
  if (typeof kept !== 'object' || kept === null || !('id' in kept) || typeof kept.id !== 'string')
    return undefined;
  const { id } = kept;
  if (id === sampleAccount.id) return sampleAccount;
  if (!/^(SK|AC)/.test(id)) return undefined;
  const label = 'label' in kept && typeof kept.label === 'string' ? kept.label : '';
  const kind = id.startsWith('AC') ? 'authToken' : 'apiKey';
  return { id, kind, label: label || suggestedLabel(id) };
}

/** A name for an account as long as it has no better one: the end of a SID, by which people tell them apart. */
export function suggestedLabel(id: string, accountSid?: string): string {
  const sid = isAccountSid(accountSid) ? accountSid : id;
  const end = sid.slice(-4);
  return sid.startsWith('AC') ? t('Account …{0}', end) : t('API key …{0}', end);
}

/** That name, with a number behind it where another account has it. */
export function uniqueLabel(label: string, others: readonly Account[]): string {
  for (let count = 1; ; count++) {
    const numbered = count === 1 ? label : `${label} ${count}`;
    if (!hasLabel(others, numbered)) return numbered;
  }
}

const maxLabelLength = 60;

/** What is wrong with a name while it is typed, or when it is `finished`; undefined if nothing is. */
export function labelProblem(
  typed: string,
  others: readonly Account[],
  finished: boolean,
): string | undefined {
  const label = typed.trim();
  if (label === '') return finished ? t('Nothing is entered yet.') : undefined;
  if (label.length > maxLabelLength) return t('A name has at most {0} characters.', maxLabelLength);
  return hasLabel(others, label) ? t('Another account has this name.') : undefined;
}

function hasLabel(accounts: readonly Account[], label: string): boolean {
  const plain = (text: string) => text.trim().toLocaleLowerCase();
  return [...accounts, sampleAccount].some((one) => plain(one.label) === plain(label));
}
