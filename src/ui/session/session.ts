import { t } from '@vscode/l10n';
import { commands, Disposable, EventEmitter, type LogOutputChannel, window } from 'vscode';
import type { Account } from '../../accounts/account.ts';
import type { AccountChange, Accounts } from '../../accounts/accounts.ts';
import { commands as ids } from '../../ids.ts';
import type { InsightsClient } from '../../insights/client/insightsClient.ts';
import { isAccountSid } from '../../insights/core/sid.ts';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import { escapeLinks } from '../../text/escape.ts';
import type { ListOptions } from '../settings/listOptions.ts';
import type { ClientFactory } from './clientFactory.ts';

export interface Dependencies {
  readonly accounts: Accounts;
  readonly store: RoomStore;
  readonly choices: ListOptions;
  readonly clients: ClientFactory;
  readonly log: LogOutputChannel;
  /** Writes a failure into the log. */
  readonly report: (error: unknown) => void;
}

/**
 * Keeps the store on the active account: makes its client, lists the window,
 * and lets go of the client when another account is active. Nothing that was
 * loaded for an account is shown again after a switch: it may be out of date,
 * and what is on the screen is always of one account.
 */
export class Session implements Disposable {
  readonly #accounts: Accounts;
  readonly #store: RoomStore;
  readonly #choices: ListOptions;
  readonly #clients: ClientFactory;
  readonly #log: LogOutputChannel;
  /** Writes a failure into the log. */
  readonly report: (error: unknown) => void;
  readonly #watching: Disposable;
  readonly #accountChanged = new EventEmitter<void>();
  /** Fires when the rooms of another account are shown, or of none, and when more is known of the account. */
  readonly onDidChangeAccount = this.#accountChanged.event;
  #account: Account | undefined;
  #client: InsightsClient | undefined;
  /** Counts the changes of account, so that a slow start does not overtake a later one. */
  #turn = 0;
  #ready: Promise<void> | undefined;
  /** Whether somebody has looked for the list of rooms. */
  #listWanted = false;

  constructor({ accounts, store, choices, clients, log, report }: Dependencies) {
    this.#accounts = accounts;
    this.#store = store;
    this.#choices = choices;
    this.#clients = clients;
    this.#log = log;
    this.report = report;
    this.#watching = Disposable.from(
      accounts.onDidChange((change) => this.#follow(change)),
      accounts.onDidChangeList(() => this.#rename()),
      this.#accountChanged,
    );
    store.events.on('change', this.#learn);
  }

  /**
   * Settles when the store is on the signed-in account; the rooms may still be
   * loading. The first who asks has the account connected: a file with a SID in
   * it starts the extension too, and is no reason to read secrets or to ask Twilio.
   */
  get ready(): Promise<void> {
    this.#ready ??= this.#start();
    return this.#ready;
  }

  /** Where the API of the signed-in account answers, without a path. */
  get origin(): string | undefined {
    return this.#client?.origin;
  }

  /** Whose rooms are shown. The same account is another object as soon as more is known of it: its id tells whose it is. */
  get account(): Account | undefined {
    return this.#account;
  }

  /** Whether there are several accounts, so that it has to be said whose rooms are shown. */
  get several(): boolean {
    return this.#accounts.count > 1;
  }

  /** Whether somebody is signed in to an account that is not active. */
  get hasOthers(): boolean {
    const own = this.#account && this.#account.kind !== 'sample' ? 1 : 0;
    return this.#accounts.count > own;
  }

  /** Lists the window unless that has been done. For whoever shows the list; resolves when it has begun. */
  async show(): Promise<void> {
    if (this.#listWanted) return this.ready;
    this.#listWanted = true;
    await this.ready;
    if (this.#store.listing.state === 'none') void this.#list();
  }

  /** Lists the window anew. */
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

  /** The person who has another account active here wants to see its rooms; one who has that elsewhere may not. */
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
      this.report(error);
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
    this.#accountChanged.fire();
    if (this.#listWanted) void this.#list();
    void this.#accounts.list().catch(this.report);
    await before?.close();
  }

  /** The secret has vanished: that is said once, and the account is not tried again. */
  async #signedOut(account: Account): Promise<void> {
    this.#log.warn('The secret of the active account is gone: nobody is signed in.');
    void offerSignIn(account.label);
    await this.#accounts.forget(account);
  }

  /** An API key does not tell whose it is; the rooms do. */
  readonly #learn = ({ kind }: RoomChange): void => {
    const account = this.#account;
    if (kind !== 'list' || !account || account.kind === 'sample' || account.accountSid) return;
    for (const { json } of this.#store.listedRooms()) {
      const { account_sid } = json;
      if (!isAccountSid(account_sid)) continue;
      this.#account = { ...account, accountSid: account_sid };
      this.#accounts.learn(account, account_sid).catch(this.report);
      return;
    }
  };

  #list(): Promise<void> {
    return this.#store.list(this.#choices.query(Date.now()));
  }
}

/** Somebody was signed in, and cannot be any more. */
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
