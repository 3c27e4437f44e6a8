import { createHash } from 'node:crypto';
import type { Disposable, SecretStorage } from 'vscode';
import { type Account, accountOf } from './account.ts';
import type { StoredCredentials } from './storedCredentials.ts';

/** What another window has done to an account. */
export interface ChangeElsewhere {
  readonly id: string;
  /** The account as it is now; undefined if it is gone. */
  readonly account: Account | undefined;
  /** It was not there before. */
  readonly added: boolean;
  /** What signs it in is another than before. */
  readonly reconnect: boolean;
}

/** What was read or written last of an account, so that a change can be told from an event without one. */
interface Seen {
  readonly account: Account;
  /** Of all that is stored, and of what signs in. Digests: a secret is kept in one place. */
  readonly whole: string;
  readonly credentials: string;
}

/**
 * The accounts with their credentials, each one JSON value in the
 * SecretStorage.
 *
 * The names stand in the same values, and there is no list of them elsewhere:
 * VS Code writes a change of the global state into the memory of the other
 * windows too, but without an event, later than that of a secret, and as one
 * value for all keys, so that the window that writes last wins. A secret's
 * event comes in every window (also in the one that wrote, and also where
 * nothing is different), and `keys` tells which there are.
 */
export class AccountSecrets implements Disposable {
  readonly #secrets: SecretStorage;
  readonly #seen = new Map<string, Seen>();
  /** Accounts whose secret the machine would not keep. */
  readonly #unkept = new Map<string, StoredCredentials>();
  readonly #watching: Disposable;
  /** One thing at a time: what an event tells of is looked at when our own write is done. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param report told where a change elsewhere could not be followed: secrets may be locked meanwhile */
  constructor(
    secrets: SecretStorage,
    onChangeElsewhere: (change: ChangeElsewhere) => Promise<void>,
    report: (error: unknown) => void,
  ) {
    this.#secrets = secrets;
    this.#watching = secrets.onDidChange(({ key }) => {
      const id = idOf(key);
      if (id === undefined) return;
      this.enqueue(async () => {
        const change = await this.#lookAgain(id);
        if (change) await onChangeElsewhere(change);
      }).catch(report);
    });
  }

  dispose(): void {
    this.#watching.dispose();
  }

  /** How many there are, as far as it is known. */
  get count(): number {
    return new Set([...this.#seen.keys(), ...this.#unkept.keys()]).size;
  }

  /** Does work on the accounts when everything that was begun before is done. */
  enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Those whose secret the machine would not keep. */
  ofThisSession(): Account[] {
    return [...this.#unkept.values()].map((stored) => this.accountOf(stored)).sort(byName);
  }

  /** All of them, by their names. Rejects where the secrets cannot be read. */
  async list(): Promise<Account[]> {
    const ids = new Set(this.#unkept.keys());
    for (const key of await this.#secrets.keys()) {
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

  /** What is stored of an account; undefined if its secret has vanished or is damaged. Rejects where it cannot be read. */
  async read(id: string): Promise<StoredCredentials | undefined> {
    const unkept = this.#unkept.get(id);
    if (unkept) return unkept;
    const stored = await this.#load(id);
    // What differs from before is for the event to tell, which comes or is on its way.
    if (stored && !this.#seen.has(id)) this.#see(id, stored);
    return stored;
  }

  /** Rejects where the machine keeps no secrets. */
  async write(stored: StoredCredentials): Promise<Account> {
    await this.#secrets.store(keyOf(stored.username), JSON.stringify(stored));
    this.#unkept.delete(stored.username);
    this.#see(stored.username, stored);
    return this.accountOf(stored);
  }

  /** For this window only, and as long as it is open. */
  remember(stored: StoredCredentials): Account {
    this.#unkept.set(stored.username, stored);
    return this.accountOf(stored);
  }

  /** Changes what is stored of an account that is still there. */
  async amend(id: string, change: Partial<StoredCredentials>): Promise<Account | undefined> {
    const stored = await this.read(id);
    if (!stored) return undefined;
    const changed = { ...stored, ...change };
    return this.#unkept.has(id) ? this.remember(changed) : this.write(changed);
  }

  /** Rejects where the secret cannot be deleted. */
  async delete(id: string): Promise<void> {
    this.forget(id);
    await this.#secrets.delete(keyOf(id));
  }

  /** Lets go of an account whose secret is gone. */
  forget(id: string): void {
    this.#unkept.delete(id);
    this.#seen.delete(id);
  }

  async #load(id: string): Promise<StoredCredentials | undefined> {
    const json = await this.#secrets.get(keyOf(id));
    return json === undefined ? undefined : parse(json);
  }

  /** What may be known of an account with these credentials. */
  accountOf(stored: StoredCredentials): Account {
    const account = accountOf(stored);
    return this.#unkept.has(account.id) ? { ...account, thisSessionOnly: true } : account;
  }

  #see(id: string, stored: StoredCredentials | undefined): void {
    if (stored) this.#seen.set(id, seen(stored));
    else this.#seen.delete(id);
  }

  async #lookAgain(id: string): Promise<ChangeElsewhere | undefined> {
    const before = this.#seen.get(id);
    this.#see(id, await this.#load(id));
    const now = this.#seen.get(id);
    if (before?.whole === now?.whole) return undefined;
    const reconnect = before?.credentials !== now?.credentials;
    return { id, account: now?.account, added: before === undefined, reconnect };
  }
}

function seen(stored: StoredCredentials): Seen {
  const { username, password, origin } = stored;
  const account = accountOf(stored);
  return {
    account,
    whole: digest([username, password, origin, account.label, account.accountSid]),
    credentials: digest([username, password, origin]),
  };
}

function byName(one: Account, other: Account): number {
  return one.label.localeCompare(other.label);
}

function digest(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64');
}

/** The schema is loaded with the first account. */
async function parse(json: string): Promise<StoredCredentials | undefined> {
  const { parseStoredCredentials } = await import('./storedCredentials.ts');
  return parseStoredCredentials(json);
}

const prefix = 'account/';

function keyOf(id: string): string {
  return `${prefix}${id}`;
}

function idOf(key: string): string | undefined {
  return key.startsWith(prefix) ? key.slice(prefix.length) : undefined;
}
