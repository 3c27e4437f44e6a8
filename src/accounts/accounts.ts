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
    if (before && before.id !== account.id) await this.#secrets.delete(secretKey(before.id));
    await this.#state.update(stateKey, account);
    this.#changed.fire();
  }

  /** Signs out and deletes the secret. */
  async signOut(): Promise<void> {
    const account = this.current;
    if (!account) return;
    await this.#state.update(stateKey, undefined);
    await this.#secrets.delete(secretKey(account.id));
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function secretKey(id: string): string {
  return `account/${id}`;
}
