import { type Disposable, EventEmitter, type Memento, type SecretStorage } from 'vscode';
import type { StoredCredentials } from './storedCredentials.ts';

export type AccountKind = 'apiKey' | 'authToken' | 'sample';

/** Who is signed in: nothing of it is secret. */
export interface Account {
  /** The SID that signs in, `SK…` or `AC…`; `sample` for the sample rooms. */
  readonly id: string;
  readonly kind: AccountKind;
}

export const sampleAccount: Account = { id: 'sample', kind: 'sample' };

const stateKey = 'account';

/**
 * The signed-in account. Its credentials live only in the SecretStorage, as
 * one JSON value; who it is stands in the global state.
 */
export class Accounts implements Disposable {
  readonly #secrets: SecretStorage;
  readonly #state: Memento;
  readonly #changed = new EventEmitter<void>();
  /** Fires when somebody has signed in or out. */
  readonly onDidChange = this.#changed.event;

  constructor(secrets: SecretStorage, state: Memento) {
    this.#secrets = secrets;
    this.#state = state;
  }

  get current(): Account | undefined {
    return this.#state.get<Account>(stateKey);
  }

  /** What the account signs in with; undefined if the secret has vanished or cannot be read: then sign in again. */
  async credentials({ id }: Account): Promise<StoredCredentials | undefined> {
    const stored = await this.#secrets.get(secretKey(id));
    if (stored === undefined) return undefined;
    const { parseStoredCredentials } = await import('./storedCredentials.ts');
    return parseStoredCredentials(stored);
  }

  /** Signs in. An account that was signed in before is signed out. Rejects where the machine keeps no secrets. */
  async signIn(account: Account, credentials?: StoredCredentials): Promise<void> {
    if (credentials) await this.#secrets.store(secretKey(account.id), JSON.stringify(credentials));
    const before = this.current;
    await this.#state.update(stateKey, account);
    this.#changed.fire();
    if (!before || before.id === account.id) return;
    // The new account is signed in, whether or not the old one's secret can be deleted.
    await Promise.resolve(this.#secrets.delete(secretKey(before.id))).catch(() => undefined);
  }

  /** Signs out and deletes the secret. Rejects where it cannot be deleted; nobody is signed in then either. */
  async signOut(): Promise<void> {
    const account = this.current;
    try {
      if (account) await this.#secrets.delete(secretKey(account.id));
    } finally {
      await this.#state.update(stateKey, undefined);
      this.#changed.fire();
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function secretKey(id: string): string {
  return `account/${id}`;
}
