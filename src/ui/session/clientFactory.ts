import { type Disposable, type LogOutputChannel, workspace } from 'vscode';
import type { Account } from '../../accounts/account.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import type { StoredCredentials } from '../../accounts/storedCredentials.ts';
import { hour } from '../../async/durations.ts';
import { settings } from '../../ids.ts';
import type { InsightsClient } from '../../insights/client/insightsClient.ts';
import { isAccountSid } from '../../insights/core/sid.ts';
import { EditorNetwork } from './editorNetwork.ts';

/**
 * Makes the clients of accounts, all on one network and as the settings are at
 * that time. Whoever asks for a client closes it. HTTP and schemas are loaded
 * with the first one.
 */
export class ClientFactory implements Disposable {
  readonly #accounts: Accounts;
  readonly #log: LogOutputChannel;
  readonly #version: string;
  readonly #network: EditorNetwork;

  /** @param version this extension's, which Twilio is told */
  constructor(accounts: Accounts, log: LogOutputChannel, version: string) {
    this.#accounts = accounts;
    this.#log = log;
    this.#version = version;
    this.#network = new EditorNetwork(this.#onSwitch);
  }

  /** The client of an account; undefined where its secret has vanished. */
  async create(account: Account): Promise<InsightsClient | undefined> {
    if (account.kind === 'sample') {
      const { sampleClient } = await import('../../sample/sampleClient.ts');
      return sampleClient();
    }
    // Side by side: reading a secret takes its time too.
    const [credentials] = await Promise.all([this.#accounts.credentials(account), loadHttp()]);
    return credentials && this.#connect(credentials);
  }

  /**
   * One cheap request with credentials that are not kept yet. Resolves to the
   * account's SID if there was a room to tell it.
   * @throws InsightsError
   */
  async tryOut(credentials: StoredCredentials, signal: AbortSignal): Promise<string | undefined> {
    const client = await this.#connect(credentials);
    try {
      const now = Date.now();
      const query = { createdAfter: now - hour, createdBefore: now, pageSize: 1 };
      const { value: page } = await client.listRooms(query, signal).next();
      const sid = page?.items[0]?.json.account_sid;
      return isAccountSid(sid) ? sid : undefined;
    } finally {
      await client.close();
    }
  }

  dispose(): void {
    this.#network.dispose();
  }

  async #connect({ username, password, origin }: StoredCredentials): Promise<InsightsClient> {
    const [{ createClient }, { timeoutsWithin }] = await loadHttp();
    return createClient({
      origin,
      credentials: { username, password },
      userAgent: `video-rooms-for-twilio/${this.#version}`,
      maxConcurrentRequests: readNumber(settings.maxConcurrentRequests, { least: 1, most: 50, usual: 8 }),
      network: await this.#network.network(),
      patience: timeoutsWithin(readNumber(settings.requestTimeout, { least: 10, most: 600, usual: 120 })),
    });
  }

  /** The direct way failed; VS Code's `fetch`, which knows the system's proxy and PAC files, got through. */
  readonly #onSwitch = (failure: Error): void => {
    const { cause = failure } = failure;
    const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
    this.#log.info(`No connection of our own${code}; requests go through VS Code's network from now on.`);
  };
}

function loadHttp() {
  return Promise.all([
    import('../../insights/client/createClient.ts'),
    import('../../insights/network/dispatcher.ts'),
  ]);
}

/** The manifest's limits are not enforced on what is written by hand. */
function readNumber(
  setting: string,
  { least, most, usual }: Record<'least' | 'most' | 'usual', number>,
): number {
  const written = Number(workspace.getConfiguration().get(setting));
  return Math.min(most, Math.max(least, Math.floor(written) || usual));
}
