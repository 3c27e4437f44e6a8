import { type Disposable, EventEmitter, type Memento, type SecretStorage } from 'vscode';
import { type Account, readAccount, sampleAccount } from './account.ts';
import { AccountSecrets, type ChangeElsewhere } from './accountSecrets.ts';
import { SecretDurability } from './secretDurability.ts';
import type { StoredCredentials } from './storedCredentials.ts';

const stateKey = 'account';

/** The event of a change of the active account. */
export interface AccountChange {
  /** The change was made in another window, not by a user action in this one. */
  readonly elsewhere: boolean;
  /** The account is signed out because its secret is gone. */
  readonly secretGone: boolean;
}

/** The persisted last active account: for this workspace, and as default for new workspaces. */
export interface ActiveAccountState {
  readonly workspace: Memento;
  readonly everywhere: Memento;
}

/**
 * The accounts that the user is signed in to, and the active one. Each window has its own active account, so
 * that the rooms of two customers can be viewed side by side; signing in and out affects all windows.
 */
export class Accounts implements Disposable {
  readonly #secrets: AccountSecrets;
  readonly #state: ActiveAccountState;
  readonly #durability: SecretDurability;
  readonly #changed = new EventEmitter<AccountChange>();
  /** Fires when the active account changes, is removed, or changes its credentials. */
  readonly onDidChange = this.#changed.event;
  readonly #listChanged = new EventEmitter<void>();
  /** Fires when accounts are added or removed, or more is known of one. */
  readonly onDidChangeList = this.#listChanged.event;
  readonly #signedOut = new EventEmitter<string>();
  /** Fires with the id of an account that the user signs out of, here or in another window. */
  readonly onDidSignOut = this.#signedOut.event;
  /** Logs an error. */
  readonly logError: (error: unknown) => void;
  #current: Account | undefined;

  constructor(secrets: SecretStorage, state: ActiveAccountState, logError: (error: unknown) => void) {
    this.#secrets = new AccountSecrets(secrets, (change) => this.#applyChange(change), logError);
    this.#state = state;
    this.#durability = new SecretDurability(state.everywhere, logError);
    this.logError = logError;
    this.#current = readAccount(state.workspace.get(stateKey) ?? state.everywhere.get(stateKey));
  }

  /** The active account. */
  get current(): Account | undefined {
    return this.#current;
  }

  /** The number of accounts without the sample rooms; 0 until `list` is called. */
  get count(): number {
    return this.#secrets.count;
  }

  /** False if this machine's secret storage lost a secret before: signing in may not last. */
  get secretsLast(): boolean {
    return this.#durability.lasts;
  }

  /**
   * All accounts, sorted by label, without the sample rooms. Rejects if the secret storage cannot be read.
   */
  async list(): Promise<Account[]> {
    const before = this.#secrets.count;
    const accounts = await this.#secrets.enqueue(() => this.#secrets.list());
    if (this.#secrets.count !== before) this.#listChanged.fire();
    return accounts;
  }

  /**
   * Like `list`, but never rejects: if the secret storage cannot be read, it calls `onUnreadable` and
   * resolves to the active account and those of this session.
   */
  async readable(onUnreadable?: () => void): Promise<Account[]> {
    try {
      return await this.list();
    } catch (error) {
      this.logError(error);
      onUnreadable?.();
      const remaining = this.#secrets.ofThisSession();
      const active = this.#current;
      const missing =
        active && active.id !== sampleAccount.id && !remaining.some(({ id }) => id === active.id);
      return missing ? [active, ...remaining] : remaining;
    }
  }

  /**
   * The credentials of an account; undefined if the secret is gone: then sign in again. Rejects if the secret
   * storage cannot be read.
   */
  async credentials({ id }: Account): Promise<StoredCredentials | undefined> {
    const stored = await this.#secrets.read(id);
    if (stored) await this.#durability.found(id);
    // The stored credentials hold more than the editor's state.
    if (stored && this.#current?.id === id) this.#current = this.#secrets.accountOf(stored);
    return stored;
  }

  /**
   * Adds an account, or replaces its credentials, and makes it active. Rejects if the machine cannot store
   * secrets.
   */
  signIn(credentials: StoredCredentials): Promise<void> {
    return this.#secrets.enqueue(async () => {
      const account = await this.#secrets.write(credentials);
      await this.#durability.stored(account.id);
      await this.#setActive(account);
    });
  }

  /** Like `signIn`, without storing the secret: the account is gone when the window is closed or reloaded. */
  signInForThisSession(credentials: StoredCredentials): Promise<void> {
    return this.#secrets.enqueue(() => this.#setActive(this.#secrets.remember(credentials)));
  }

  /** Makes another account active. */
  switchTo(account: Account): Promise<void> {
    return this.#secrets.enqueue(() => this.#setActive(account));
  }

  /**
   * Signs out and deletes the secret. Rejects if the secret cannot be deleted; the account is signed out then
   * too.
   */
  signOut({ id }: Account): Promise<void> {
    return this.#secrets.enqueue(async () => {
      try {
        if (id !== sampleAccount.id) await this.#secrets.delete(id);
      } finally {
        this.#signedOut.fire(id);
        await this.#durability.deleted(id);
        await this.#signOutOf(id);
        this.#listChanged.fire();
      }
    });
  }

  /** Signs out of an account whose credentials are gone, so that it is not tried again. */
  forget({ id }: Account): Promise<void> {
    this.#secrets.forget(id);
    return this.#secrets.enqueue(async () => {
      await this.#durability.missing(id);
      await this.#signOutOf(id, { secretGone: true });
    });
  }

  /** Changes the label of an account. Rejects if it cannot be stored. */
  rename(account: Account, label: string): Promise<void> {
    return this.#amend(account, { label });
  }

  /** Stores the account SID of an API key, which Twilio's replies contain. */
  learn(account: Account, accountSid: string): Promise<void> {
    return this.#amend(account, { accountSid });
  }

  /** Changes the origin that the credentials of an account are sent to. */
  move(account: Account, origin: string): Promise<void> {
    return this.#secrets.enqueue(async () => {
      const moved = await this.#secrets.amend(account.id, { origin });
      if (moved && this.#current?.id === moved.id) await this.#setActive(moved);
    });
  }

  dispose(): void {
    this.#secrets.dispose();
    this.#changed.dispose();
    this.#signedOut.dispose();
    this.#listChanged.dispose();
  }

  #amend({ id }: Account, change: Partial<StoredCredentials>): Promise<void> {
    return this.#secrets.enqueue(async () => {
      const account = await this.#secrets.amend(id, change);
      if (account && this.#current?.id === id) {
        this.#current = account;
        await this.#saveState(account);
      }
      this.#listChanged.fire();
    });
  }

  /** Notifies listeners immediately, without waiting until the editor has written its state. */
  async #setActive(
    account: Account | undefined,
    { elsewhere = false, secretGone = false }: Partial<AccountChange> = {},
  ): Promise<void> {
    this.#current = account;
    const saving = this.#saveState(account);
    this.#changed.fire({ elsewhere, secretGone });
    this.#listChanged.fire();
    await saving;
  }

  /** Signs out of this account, now and for the next start. */
  async #signOutOf(id: string, change?: Partial<AccountChange>): Promise<void> {
    const { everywhere } = this.#state;
    const last = readAccount(everywhere.get(stateKey));
    const clearing = last?.id === id ? everywhere.update(stateKey, undefined) : undefined;
    if (this.#current?.id === id) await this.#setActive(undefined, change);
    await clearing;
  }

  /** Saves the active account, unless its secret is only in memory and so lost at the next start. */
  async #saveState(account: Account | undefined): Promise<void> {
    const saved =
      account && !account.thisSessionOnly
        ? { id: account.id, kind: account.kind, label: account.label }
        : undefined;
    const { workspace, everywhere } = this.#state;
    await Promise.all([workspace.update(stateKey, saved), saved && everywhere.update(stateKey, saved)]);
  }

  async #applyChange({ id, account, added, reconnect }: ChangeElsewhere): Promise<void> {
    if (!account) this.#signedOut.fire(id);
    if (this.#current?.id !== id) {
      // A window without an active account follows a sign-in elsewhere.
      if (!this.#current && account && added) await this.#setActive(account, { elsewhere: true });
      else this.#listChanged.fire();
    } else if (!account) {
      await this.#signOutOf(id, { elsewhere: true });
    } else if (reconnect) {
      await this.#setActive(account, { elsewhere: true });
    } else {
      this.#current = account;
      this.#listChanged.fire();
    }
  }
}
