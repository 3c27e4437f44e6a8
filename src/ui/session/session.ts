import { t } from '@vscode/l10n';
import { commands, Disposable, EventEmitter, type LogOutputChannel, window, workspace } from 'vscode';
import type { Account } from '../../accounts/account.ts';
import type { AccountChange, Accounts } from '../../accounts/accounts.ts';
import { commands as ids } from '../../ids.ts';
import type { InsightsClient } from '../../insights/client/insightsClient.ts';
import { isAccountSid } from '../../insights/core/sid.ts';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import { escapeLinks } from '../../text/escape.ts';
import { isolate } from '../../unicode/isolate.ts';
import type { ListOptions } from '../settings/listOptions.ts';
import type { ClientFactory } from './clientFactory.ts';

export interface Dependencies {
  readonly accounts: Accounts;
  readonly store: RoomStore;
  readonly listOptions: ListOptions;
  readonly clients: ClientFactory;
  readonly log: LogOutputChannel;
  /** Logs a failure. */
  readonly logError: (error: unknown) => void;
}

/**
 * Connects the store to the active account: creates its client, lists the time window, and closes the client
 * when the account is switched. Nothing loaded before a switch is shown afterwards: it may be out of date,
 * and the screen must show one account only.
 */
export class Session implements Disposable {
  readonly #accounts: Accounts;
  readonly #store: RoomStore;
  readonly #listOptions: ListOptions;
  readonly #clients: ClientFactory;
  readonly #log: LogOutputChannel;
  /** Logs a failure. */
  readonly logError: (error: unknown) => void;
  readonly #watching: Disposable;
  readonly #accountChanged = new EventEmitter<void>();
  /** Fires when the account is switched or signed out, and when its details change. */
  readonly onDidChangeAccount = this.#accountChanged.event;
  #account: Account | undefined;
  #client: InsightsClient | undefined;
  /** Incremented by each start, so that a slow start does not overwrite a later one. */
  #turn = 0;
  #ready: Promise<void> | undefined;
  /** Whether the list of rooms was requested. */
  #listWanted = false;

  constructor({ accounts, store, listOptions, clients, log, logError }: Dependencies) {
    this.#accounts = accounts;
    this.#store = store;
    this.#listOptions = listOptions;
    this.#clients = clients;
    this.#log = log;
    this.logError = logError;
    this.#watching = Disposable.from(
      accounts.onDidChange((change) => this.#follow(change)),
      accounts.onDidChangeList(() => this.#rename()),
      this.#accountChanged,
      workspace.onDidChangeConfiguration(
        (change) => change.affectsConfiguration('http') && store.retryVideo(),
      ),
    );
    store.events.on('change', this.#learn);
  }

  /**
   * Settles when the store is connected to the active account; the rooms may still be loading. The first
   * access connects it, not activation: a file that contains a SID also activates the extension, which is no
   * reason to read secrets or to send requests.
   */
  get ready(): Promise<void> {
    this.#ready ??= this.#start();
    return this.#ready;
  }

  /** Origin of the API that the active account uses. */
  get origin(): string | undefined {
    return this.#client?.origin;
  }

  /** The account whose rooms are shown. Its object is replaced when its details change, so compare ids. */
  get account(): Account | undefined {
    return this.#account;
  }

  /** Whether there are several accounts, so that the view has to name the active one. */
  get several(): boolean {
    return this.#accounts.count > 1;
  }

  /** Whether the user is signed in to an account that is not active. */
  get hasOthers(): boolean {
    const own = this.#account && this.#account.kind !== 'sample' ? 1 : 0;
    return this.#accounts.count > own;
  }

  /** Lists the time window unless that was done already. Resolves when the listing has started. */
  async show(): Promise<void> {
    if (this.#listWanted) return this.ready;
    this.#listWanted = true;
    await this.ready;
    if (this.#store.listing.state === 'none') void this.#list();
  }

  /** Lists the time window again. */
  async refresh(): Promise<void> {
    this.#listWanted = true;
    await this.ready;
    await this.#list();
  }

  dispose(): void {
    this.#turn++;
    this.#watching.dispose();
    this.#store.dispose();
    void this.#client?.close();
  }

  /**
   * A switch in this window also lists the rooms. One in another window is ignored until this one connects.
   */
  #follow({ elsewhere }: AccountChange): void {
    if (elsewhere && !this.#ready) return;
    if (!elsewhere) this.#listWanted = true;
    this.#ready = this.#start();
  }

  #rename(): void {
    const { current } = this.#accounts;
    if (current && current.id === this.#account?.id) this.#account = current;
    this.#accountChanged.fire();
  }

  async #start(): Promise<void> {
    const turn = ++this.#turn;
    const account = this.#accounts.current;
    let client: InsightsClient | undefined;
    try {
      client = account && (await this.#clients.create(account));
      if (account && !client && turn === this.#turn) await this.#signedOut(account);
    } catch (error) {
      this.logError(error);
      if (turn === this.#turn) void offerSignIn();
    }
    if (turn !== this.#turn) {
      await client?.close();
      return;
    }
    const before = this.#client;
    this.#account = client && this.#accounts.current;
    this.#client = client;
    this.#store.use(client);
    this.#listOptions.useAccount(this.#account?.id);
    this.#accountChanged.fire();
    if (this.#listWanted) void this.#list();
    void this.#accounts.list().catch(this.logError);
    await before?.close();
  }

  /** The secret is gone: reports it once and forgets the account. */
  async #signedOut(account: Account): Promise<void> {
    this.#log.warn('The secret of the active account is gone: nobody is signed in.');
    void offerSignIn(isolate(account.label));
    await this.#accounts.forget(account);
  }

  /** Learns the account's SID from a room, because an API key does not contain it. */
  readonly #learn = ({ kind }: RoomChange): void => {
    const account = this.#account;
    if (kind !== 'list' || !account || account.kind === 'sample' || account.accountSid) return;
    for (const { json } of this.#store.listedRooms()) {
      const { account_sid } = json;
      if (!isAccountSid(account_sid)) continue;
      this.#account = { ...account, accountSid: account_sid };
      this.#accounts.learn(account, account_sid).catch(this.logError);
      return;
    }
  };

  #list(): Promise<void> {
    return this.#store.list(this.#listOptions.query(Date.now()));
  }
}

/** Says that an account was signed out, or that the secret storage cannot be read, and offers to sign in. */
async function offerSignIn(label?: string): Promise<void> {
  const [again, log] = [t('Sign In'), t('Show Log')];
  const message =
    label === undefined
      ? t('The secret storage cannot be read, so nobody is signed in.')
      : escapeLinks(t('“{0}” is signed out: its secret is no longer in the secret storage.', label));
  const answer = await window.showWarningMessage(message, again, log);
  if (answer === again) await commands.executeCommand(ids.signIn);
  if (answer === log) await commands.executeCommand(ids.showLog);
}
