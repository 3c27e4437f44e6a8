import { createHash } from 'node:crypto';
import type { Disposable, SecretStorage } from 'vscode';
import { type Account, accountOf } from './account.ts';
import type { StoredCredentials } from './storedCredentials.ts';

/** A change that another window made to an account. */
export interface ChangeElsewhere {
  readonly id: string;
  /** The account now; undefined if it was deleted. */
  readonly account: Account | undefined;
  /** The account is new. */
  readonly added: boolean;
  /** Its credentials changed. */
  readonly reconnect: boolean;
}

/** The state of an account that was last read or written, to tell a change from an event without one. */
interface Snapshot {
  readonly account: Account;
  /** Digests of everything stored, and of the credentials. Digests, so that a secret is stored only once. */
  readonly everything: string;
  readonly credentials: string;
}

/**
 * The accounts with their credentials, each one JSON value in the SecretStorage.
 *
 * The labels are in the same values, and there is no list of accounts elsewhere: VS Code writes a change of
 * the global state into the memory of the other windows too, but without an event, later than that of a
 * secret, and as one value for all keys, so that the window that writes last wins. The event of a secret
 * fires in every window (also in the one that wrote it, and also if nothing changed), and `keys` lists all
 * accounts.
 */
export class AccountSecrets implements Disposable {
  readonly #secrets: SecretStorage;
  readonly #lastSeen = new Map<string, Snapshot>();
  /** Accounts whose secret the machine could not store: in memory only. */
  readonly #inMemory = new Map<string, StoredCredentials>();
  readonly #subscription: Disposable;
  /** The end of the queue: an event is handled after our own write. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param logError logs the error if a change elsewhere could not be read: the secrets may be locked */
  constructor(
    secrets: SecretStorage,
    onChangeElsewhere: (change: ChangeElsewhere) => Promise<void>,
    logError: (error: unknown) => void,
  ) {
    this.#secrets = secrets;
    this.#subscription = secrets.onDidChange(({ key }) => {
      const id = idOf(key);
      if (id === undefined) return;
      this.enqueue(async () => {
        const change = await this.#readChange(id);
        if (change) await onChangeElsewhere(change);
      }).catch(logError);
    });
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** The number of accounts known so far. */
  get count(): number {
    return new Set([...this.#lastSeen.keys(), ...this.#inMemory.keys()]).size;
  }

  /** Runs work on the accounts when all work queued before is done. Rejects like the work. */
  enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Accounts whose secret is only in memory, sorted by label. */
  ofThisSession(): Account[] {
    return [...this.#inMemory.values()].map((stored) => this.accountOf(stored)).sort(byName);
  }

  /** All accounts, sorted by label. Rejects if the secrets cannot be read. */
  async list(): Promise<Account[]> {
    const ids = new Set(this.#inMemory.keys());
    for (const key of await this.#keys()) {
      const id = idOf(key);
      if (id !== undefined) ids.add(id);
    }
    const accounts: Account[] = [];
    for (const id of ids) {
      const stored = await this.read(id);
      if (stored) accounts.push(this.accountOf(stored));
    }
    return accounts.sort(byName);
  }

  /**
   * The stored credentials of an account; undefined if they are gone or damaged. Rejects if they cannot be
   * read.
   */
  async read(id: string): Promise<StoredCredentials | undefined> {
    const inMemory = this.#inMemory.get(id);
    if (inMemory) return inMemory;
    const stored = await this.#load(id);
    // A difference from before is reported by the event, which has fired or will.
    if (stored && !this.#lastSeen.has(id)) this.#markSeen(id, stored);
    return stored;
  }

  /** Stores credentials. Rejects if the machine cannot store secrets, or accepts them and does not keep them. */
  async write(stored: StoredCredentials): Promise<Account> {
    const [key, json] = [keyOf(stored.username), JSON.stringify(stored)];
    await this.#secrets.store(key, json);
    if ((await this.#secrets.get(key)) !== json)
      throw new Error('The secret storage did not keep the secret.');
    await this.#changeIndex((keys) => keys.add(key));
    this.#inMemory.delete(stored.username);
    this.#markSeen(stored.username, stored);
    return this.accountOf(stored);
  }

  /** Holds credentials in memory, until this window is closed. */
  remember(stored: StoredCredentials): Account {
    this.#inMemory.set(stored.username, stored);
    return this.accountOf(stored);
  }

  /** Changes the stored value of an account; resolves to undefined if the account is gone. */
  async amend(id: string, change: Partial<StoredCredentials>): Promise<Account | undefined> {
    const stored = await this.read(id);
    if (!stored) return undefined;
    const changed = { ...stored, ...change };
    return this.#inMemory.has(id) ? this.remember(changed) : this.write(changed);
  }

  /** Deletes an account. Rejects if its secret cannot be deleted. */
  async delete(id: string): Promise<void> {
    this.forget(id);
    await this.#secrets.delete(keyOf(id));
    await this.#changeIndex((keys) => keys.delete(keyOf(id)));
  }

  /** The keys of all secrets, from our own index in an editor whose secret storage does not list them. */
  async #keys(): Promise<Iterable<string>> {
    return listsKeys(this.#secrets) ? this.#secrets.keys() : this.#readIndex();
  }

  async #changeIndex(change: (keys: Set<string>) => void): Promise<void> {
    if (listsKeys(this.#secrets)) return;
    const keys = new Set(await this.#readIndex());
    change(keys);
    await this.#secrets.store(indexKey, JSON.stringify([...keys]));
  }

  async #readIndex(): Promise<string[]> {
    try {
      const keys: unknown = JSON.parse((await this.#secrets.get(indexKey)) ?? '[]');
      return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
    } catch (error) {
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  }

  /** Forgets an account whose secret is gone. */
  forget(id: string): void {
    this.#inMemory.delete(id);
    this.#lastSeen.delete(id);
  }

  async #load(id: string): Promise<StoredCredentials | undefined> {
    const json = await this.#secrets.get(keyOf(id));
    return json === undefined ? undefined : parse(json);
  }

  /** The account of these credentials, without the secret. */
  accountOf(stored: StoredCredentials): Account {
    const account = accountOf(stored);
    return this.#inMemory.has(account.id) ? { ...account, thisSessionOnly: true } : account;
  }

  #markSeen(id: string, stored: StoredCredentials | undefined): void {
    if (stored) this.#lastSeen.set(id, snapshot(stored));
    else this.#lastSeen.delete(id);
  }

  async #readChange(id: string): Promise<ChangeElsewhere | undefined> {
    const before = this.#lastSeen.get(id);
    this.#markSeen(id, await this.#load(id));
    const now = this.#lastSeen.get(id);
    if (before?.everything === now?.everything) return undefined;
    const reconnect = before?.credentials !== now?.credentials;
    return { id, account: now?.account, added: before === undefined, reconnect };
  }
}

function snapshot(stored: StoredCredentials): Snapshot {
  const { username, password, origin } = stored;
  const account = accountOf(stored);
  return {
    account,
    everything: digest([username, password, origin, account.label, account.accountSid]),
    credentials: digest([username, password, origin]),
  };
}

function byName(one: Account, other: Account): number {
  return one.label.localeCompare(other.label);
}

function digest(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64');
}

/** Loads the schema with the first account. */
async function parse(json: string): Promise<StoredCredentials | undefined> {
  const { parseStoredCredentials } = await import('./storedCredentials.ts');
  return parseStoredCredentials(json);
}

/** Not every editor that is built on VS Code lists the keys of secrets. */
function listsKeys({ keys }: Partial<SecretStorage>): boolean {
  return typeof keys === 'function';
}

/** The secret with the index; its name is that of no account. */
const indexKey = 'accounts';

const prefix = 'account/';

function keyOf(id: string): string {
  return `${prefix}${id}`;
}

function idOf(key: string): string | undefined {
  return key.startsWith(prefix) ? key.slice(prefix.length) : undefined;
}
