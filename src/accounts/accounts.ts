import { type Disposable, EventEmitter, type Memento, type SecretStorage } from 'vscode';
import { type Account, readAccount, sampleAccount } from './account.ts';
import { AccountSecrets, type ChangeElsewhere } from './accountSecrets.ts';
import type { StoredCredentials } from './storedCredentials.ts';

const stateKey = 'account';

export interface AccountChange {
  /** Another window did it: nobody here has asked for rooms by it. */
  readonly elsewhere: boolean;
}

/** Where it stands which account was active last: for this workspace, and for one that was not open before. */
export interface ActiveAccountState {
  readonly workspace: Memento;
  readonly everywhere: Memento;
}

/**
 * The accounts that somebody is signed in to, and which of them is active.
 * Each window has an active account of its own, so that two customers' rooms
 * can be looked at side by side; signing in and out is for all windows.
 */
export class Accounts implements Disposable {
  readonly #secrets: AccountSecrets;
  readonly #state: ActiveAccountState;
  readonly #changed = new EventEmitter<AccountChange>();
  /** Fires when another account is active, or none, or the active one signs in otherwise than before. */
  readonly onDidChange = this.#changed.event;
  readonly #listChanged = new EventEmitter<void>();
  /** Fires when there are more or fewer accounts, or more is known of one. */
  readonly onDidChangeList = this.#listChanged.event;
  /** Writes a failure into the log. */
  readonly report: (error: unknown) => void;
  #current: Account | undefined;

  constructor(secrets: SecretStorage, state: ActiveAccountState, report: (error: unknown) => void) {
    this.#secrets = new AccountSecrets(secrets, (change) => this.#follow(change), report);
    this.#state = state;
    this.report = report;
    this.#current = readAccount(state.workspace.get(stateKey) ?? state.everywhere.get(stateKey));
  }

  /** The active account. */
  get current(): Account | undefined {
    return this.#current;
  }

  /** How many accounts there are without the sample rooms; 0 until `list` was asked for. */
  get count(): number {
    return this.#secrets.count;
  }

  /** All accounts by their names, without the sample rooms. Rejects where the secret storage cannot be read. */
  async list(): Promise<Account[]> {
    const before = this.#secrets.count;
    const accounts = await this.#secrets.enqueue(() => this.#secrets.list());
    if (this.#secrets.count !== before) this.#listChanged.fire();
    return accounts;
  }

  /** The same for who goes on without those that the secret storage does not hand out, and is told so: the active one and those of this session are left. */
  async readable(onUnreadable?: () => void): Promise<Account[]> {
    try {
      return await this.list();
    } catch (error) {
      this.report(error);
      onUnreadable?.();
      const left = this.#secrets.ofThisSession();
      const active = this.#current;
      const missing = active && active.id !== sampleAccount.id && !left.some(({ id }) => id === active.id);
      return missing ? [active, ...left] : left;
    }
  }

  /** What the account signs in with; undefined if the secret has vanished: then sign in again. Rejects where the secret storage cannot be read. */
  async credentials({ id }: Account): Promise<StoredCredentials | undefined> {
    const stored = await this.#secrets.read(id);
    // More is known with the credentials than stands in the editor's state.
    if (stored && this.#current?.id === id) this.#current = this.#secrets.accountOf(stored);
    return stored;
  }

  /** Adds an account, or replaces the credentials of one, and makes it active. Rejects where the machine keeps no secrets. */
  signIn(credentials: StoredCredentials): Promise<void> {
    return this.#secrets.enqueue(async () => this.#become(await this.#secrets.write(credentials)));
  }

  /** The same where the machine keeps no secrets: the account is gone when the window is closed or reloaded. */
  signInForThisSession(credentials: StoredCredentials): Promise<void> {
    return this.#secrets.enqueue(() => this.#become(this.#secrets.remember(credentials)));
  }

  /** Makes another account active. */
  switchTo(account: Account): Promise<void> {
    return this.#secrets.enqueue(() => this.#become(account));
  }

  /** Signs out and deletes the secret. Rejects where it cannot be deleted; nobody is signed in to it then either. */
  signOut({ id }: Account): Promise<void> {
    return this.#secrets.enqueue(async () => {
      try {
        if (id !== sampleAccount.id) await this.#secrets.delete(id);
      } finally {
        await this.#leave(id);
        this.#listChanged.fire();
      }
    });
  }

  /** The credentials of the active account are gone: it is not tried again and again. */
  forget({ id }: Account): Promise<void> {
    this.#secrets.forget(id);
    return this.#secrets.enqueue(() => this.#leave(id));
  }

  rename(account: Account, label: string): Promise<void> {
    return this.#amend(account, { label });
  }

  /** Keeps what Twilio's answers have told of an API key: whose it is. */
  learn(account: Account, accountSid: string): Promise<void> {
    return this.#amend(account, { accountSid });
  }

  /** Sends the credentials of an account to another address from now on. */
  move(account: Account, origin: string): Promise<void> {
    return this.#secrets.enqueue(async () => {
      const moved = await this.#secrets.amend(account.id, { origin });
      if (moved && this.#current?.id === moved.id) await this.#become(moved);
    });
  }

  dispose(): void {
    this.#secrets.dispose();
    this.#changed.dispose();
    this.#listChanged.dispose();
  }

  #amend({ id }: Account, change: Partial<StoredCredentials>): Promise<void> {
    return this.#secrets.enqueue(async () => {
      const account = await this.#secrets.amend(id, change);
      if (account && this.#current?.id === id) {
        this.#current = account;
        await this.#remember(account);
      }
      this.#listChanged.fire();
    });
  }

  /** Who listens is told at once, and does not wait until the editor has written its state. */
  async #become(account: Account | undefined, elsewhere = false): Promise<void> {
    this.#current = account;
    const remembered = this.#remember(account);
    this.#changed.fire({ elsewhere });
    this.#listChanged.fire();
    await remembered;
  }

  /** Nobody is signed in to this account any more, here and at the next start. */
  async #leave(id: string, elsewhere = false): Promise<void> {
    const { everywhere } = this.#state;
    const last = readAccount(everywhere.get(stateKey));
    const forgotten = last?.id === id ? everywhere.update(stateKey, undefined) : undefined;
    if (this.#current?.id === id) await this.#become(undefined, elsewhere);
    await forgotten;
  }

  /** What the machine does not keep cannot be found at the next start. */
  async #remember(account: Account | undefined): Promise<void> {
    const kept =
      account && !account.thisSessionOnly
        ? { id: account.id, kind: account.kind, label: account.label }
        : undefined;
    const { workspace, everywhere } = this.#state;
    await Promise.all([workspace.update(stateKey, kept), kept && everywhere.update(stateKey, kept)]);
  }

  async #follow({ id, account, added, reconnect }: ChangeElsewhere): Promise<void> {
    if (this.#current?.id !== id) {
      // A window in which nobody is signed in goes along with a sign-in elsewhere.
      if (!this.#current && account && added) await this.#become(account, true);
      else this.#listChanged.fire();
    } else if (!account) {
      await this.#leave(id, true);
    } else if (reconnect) {
      await this.#become(account, true);
    } else {
      this.#current = account;
      this.#listChanged.fire();
    }
  }
}
