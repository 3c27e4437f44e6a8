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
 * Creates API clients for accounts, all on one network and with the current settings. The caller closes the
 * client. HTTP and schemas are loaded with the first client.
 */
export class ClientFactory implements Disposable {
  readonly #accounts: Accounts;
  readonly #log: LogOutputChannel;
  readonly #version: string;
  readonly #network: EditorNetwork;

  /** @param version version of this extension, for the `User-Agent` header */
  constructor(accounts: Accounts, log: LogOutputChannel, version: string) {
    this.#accounts = accounts;
    this.#log = log;
    this.#version = version;
    this.#network = new EditorNetwork(this.#onSwitch);
  }

  /** Creates the client of an account; undefined if its secret is gone. */
  async create(account: Account): Promise<InsightsClient | undefined> {
    if (account.kind === 'sample') {
      const { sampleClient } = await import('../../sample/sampleClient.ts');
      return sampleClient();
    }
    // In parallel: reading a secret takes time too.
    const [credentials] = await Promise.all([this.#accounts.credentials(account), loadHttp()]);
    return credentials && this.#connect(credentials);
  }

  /**
   * Sends one cheap request with credentials that are not stored yet. Resolves to the account's SID if the
   * reply has a room, which contains it.
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
      maxConcurrentRequests: readNumber(settings.maxConcurrentRequests, { min: 1, max: 50, default: 8 }),
      network: await this.#network.network(),
      timeouts: timeoutsWithin(readNumber(settings.requestTimeout, { min: 10, max: 600, default: 120 })),
    });
  }

  /**
   * Logs that the direct route failed and VS Code's `fetch`, which uses the system's proxy and PAC files,
   * succeeded.
   */
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

/** Clamps a number setting: VS Code does not enforce the manifest's limits on hand-written settings. */
function readNumber(
  setting: string,
  { min, max, default: fallback }: Record<'min' | 'max' | 'default', number>,
): number {
  const written = Number(workspace.getConfiguration().get(setting));
  return Math.min(max, Math.max(min, Math.floor(written) || fallback));
}
