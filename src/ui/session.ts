import { t } from '@vscode/l10n';
import { commands, type Disposable, type LogOutputChannel, window, workspace } from 'vscode';
import type { Account, Accounts } from '../accounts/accounts.ts';
import type { StoredCredentials } from '../accounts/storedCredentials.ts';
import { commands as ids, settings } from '../ids.ts';
import type { InsightsClient } from '../insights/client.ts';
import { isInsightsError } from '../rooms/explainFailure.ts';
import type { RoomStore } from '../rooms/store.ts';
import type { RoomChange } from '../rooms/storeState.ts';
import { parseWindow, type WindowId, windowQuery } from '../rooms/timeWindow.ts';

/**
 * Keeps the store on the signed-in account: makes its client, lists the
 * window, and lets go of the client when somebody else signs in. HTTP and
 * schemas are loaded with the first client.
 */
export class Session implements Disposable {
  readonly #accounts: Accounts;
  readonly #store: RoomStore;
  readonly #log: LogOutputChannel;
  readonly #version: string;
  readonly #watching: Disposable;
  #account: Account | undefined;
  #client: InsightsClient | undefined;
  /** Counts the changes of account, so that a slow start does not overtake a later one. */
  #turn = 0;
  #ready: Promise<void> = Promise.resolve();

  constructor(accounts: Accounts, store: RoomStore, log: LogOutputChannel, version: string) {
    this.#accounts = accounts;
    this.#store = store;
    this.#log = log;
    this.#version = version;
    this.#watching = accounts.onDidChange(() => this.start());
    store.events.on('change', this.#onChange);
  }

  /** Settles when the store is on the signed-in account; the rooms may still be loading. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** Whose rooms are shown. */
  get account(): Account | undefined {
    return this.#account;
  }

  get window(): WindowId {
    return parseWindow(workspace.getConfiguration().get(settings.window));
  }

  /** Goes over to the account that is signed in now. */
  start(): Promise<void> {
    this.#ready = this.#start();
    return this.#ready;
  }

  /** Writes a failure into the log: kind, path, status and request id, never names or queries. */
  readonly report = (error: unknown): void => {
    if (isInsightsError(error)) this.#log.error(error.message);
    else this.#log.error(error instanceof Error ? error : String(error));
  };

  /** Lists the window anew. */
  refresh(): Promise<void> {
    return this.#store.list(windowQuery(this.window, Date.now()));
  }

  /** One cheap request with credentials that are not kept yet. @throws InsightsError */
  async tryOut(credentials: StoredCredentials, signal: AbortSignal): Promise<void> {
    const client = await this.#connect(credentials);
    try {
      const query = { ...windowQuery('1h', Date.now()), pageSize: 1 };
      await client.listRooms(query, signal).next();
    } finally {
      await client.close();
    }
  }

  dispose(): void {
    this.#turn++;
    this.#watching.dispose();
    this.#store.dispose();
    void this.#client?.close();
  }

  /** The store's failures are written down here, each once. */
  readonly #onChange = (change: RoomChange): void => {
    const { listing } = this.#store;
    if (change.kind === 'list' && listing.state === 'failed') this.report(listing.error);
    if (change.kind !== 'participants') return;
    const participation = this.#store.participation(change.key);
    if (participation?.state === 'failed') this.report(participation.error);
  };

  async #start(): Promise<void> {
    const turn = ++this.#turn;
    const account = this.#accounts.current;
    let client: InsightsClient | undefined;
    try {
      client = account && (await this.#clientOf(account));
    } catch (error) {
      this.report(error);
    }
    if (turn !== this.#turn) {
      await client?.close();
      return;
    }
    if (account && !client) void offerSignIn();
    const before = this.#client;
    this.#account = client && account;
    this.#client = client;
    this.#store.use(client);
    await before?.close();
    void this.refresh();
  }

  async #clientOf(account: Account): Promise<InsightsClient | undefined> {
    if (account.kind === 'sample') {
      const { sampleClient } = await import('../sample/sampleClient.ts');
      return sampleClient();
    }
    const credentials = await this.#accounts.credentials(account);
    if (credentials) return this.#connect(credentials);
    this.#log.warn('The secret of the signed-in account is gone; sign in again.');
    return undefined;
  }

  async #connect({ username, password, origin }: StoredCredentials): Promise<InsightsClient> {
    const { connect } = await import('../insights/connect.ts');
    return connect({
      origin,
      credentials: { username, password },
      userAgent: `video-rooms-for-twilio/${this.#version}`,
      maxConcurrentRequests: readConcurrency(),
    });
  }
}

/** The manifest's limits are not enforced on what is written by hand. */
function readConcurrency(): number {
  const written = Number(workspace.getConfiguration().get(settings.maxConcurrentRequests));
  return Math.min(50, Math.max(1, Math.floor(written) || 8));
}

/** Somebody was signed in, and cannot be any more. */
async function offerSignIn(): Promise<void> {
  const [again, log] = [t('Sign In'), t('Show Log')];
  const message = t(
    'The credentials of the signed-in account cannot be read from the secret storage any more.',
  );
  const answer = await window.showWarningMessage(message, again, log);
  if (answer === again) await commands.executeCommand(ids.signIn);
  if (answer === log) await commands.executeCommand(ids.showLog);
}
