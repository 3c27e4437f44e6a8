import { t } from '@vscode/l10n';
import { isAccountSid } from '../insights/core/sid.ts';
import type { StoredCredentials } from './storedCredentials.ts';

/** How an account signs in. */
export type AccountKind = 'apiKey' | 'authToken' | 'sample';

/** An account that the user is signed in to. Holds no secret. */
export interface Account {
  /** The SID of the credentials, `SK…` or `AC…`; `sample` for the sample rooms. */
  readonly id: string;
  readonly kind: AccountKind;
  /** The name that the user gave it; unique. */
  readonly label: string;
  /**
   * The SID of the account that owns the rooms, `AC…`, if known: an API key does not contain it, Twilio's
   * replies do.
   */
  readonly accountSid?: string | undefined;
  /** The origin that its credentials are sent to; the sample rooms have none. */
  readonly origin?: string | undefined;
  /** Its secret is only in the memory of this window. */
  readonly thisSessionOnly?: boolean | undefined;
}

/** The account of the sample rooms, which needs no network. */
export const sampleAccount: Account = {
  id: 'sample',
  kind: 'sample',
  get label() {
    return t('Sample rooms');
  },
};

/** The account of these credentials, without the secret. An earlier version stored no label. */
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

/**
 * Parses the last active account from the editor's state; undefined if it is invalid. An earlier version
 * stored no label.
 */
export function readAccount(state: unknown): Account | undefined {
  if (typeof state !== 'object' || state === null || !('id' in state) || typeof state.id !== 'string')
    return undefined;
  const { id } = state;
  if (id === sampleAccount.id) return sampleAccount;
  if (!/^(SK|AC)/.test(id)) return undefined;
  const label = 'label' in state && typeof state.label === 'string' ? state.label : '';
  const kind = id.startsWith('AC') ? 'authToken' : 'apiKey';
  return { id, kind, label: label || suggestedLabel(id) };
}

/** The default label: the end of a SID, by which users distinguish SIDs. */
export function suggestedLabel(id: string, accountSid?: string): string {
  const sid = isAccountSid(accountSid) ? accountSid : id;
  const end = sid.slice(-4);
  return sid.startsWith('AC') ? t('Account …{0}', end) : t('API key …{0}', end);
}

/** The label, with a number appended if another account has it. */
export function uniqueLabel(label: string, others: readonly Account[]): string {
  for (let count = 1; ; count++) {
    const numbered = count === 1 ? label : `${label} ${count}`;
    if (!hasLabel(others, numbered)) return numbered;
  }
}

/** The first item of an account that is not the active one. */
export function firstInactive<Item extends { readonly account?: Account }>(
  items: readonly Item[],
  active: Account | undefined,
): Item | undefined {
  return items.find(({ account }) => account && account.id !== active?.id);
}

const maxLabelLength = 60;

/** The problem with a label while it is typed, or when it is `finished`; undefined if there is none. */
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
