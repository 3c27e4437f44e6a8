import { type Disposable, workspace } from 'vscode';
import type { Network } from '../../insights/network/network.ts';
import type { NetworkSettings } from '../../insights/network/networkSettings.ts';

/** The network as VS Code's settings `http.*` describe it; follows their changes without a reload. */
export class EditorNetwork implements Disposable {
  readonly #switched: (failure: Error) => void;
  readonly #watching: Disposable;
  #network: Network | undefined;

  /** @param switched called with the failure when requests start to fall back to the editor's `fetch` */
  constructor(switched: (failure: Error) => void) {
    this.#switched = switched;
    this.#watching = workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('http')) this.#network?.change(readSettings());
    });
  }

  /** The network that all clients share; loaded on first use. */
  async network(): Promise<Network> {
    const { Network } = await import('../../insights/network/network.ts');
    this.#network ??= new Network({ settings: readSettings(), switched: this.#switched });
    return this.#network;
  }

  dispose(): void {
    this.#watching.dispose();
  }
}

/** Settings may be written by hand: a value of a wrong type counts as not set. */
function readSettings(): NetworkSettings {
  const http = workspace.getConfiguration('http');
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const hosts: unknown = http.get('noProxy');
  return {
    proxy: text(http.get('proxy')),
    noProxy: Array.isArray(hosts) ? hosts.filter((host) => typeof host === 'string') : [],
    proxyStrictSsl: http.get('proxyStrictSSL') !== false,
    proxyAuthorization: text(http.get('proxyAuthorization')),
    systemCertificates: http.get('systemCertificates') !== false,
    proxySupport: http.get('proxySupport') !== 'off',
  };
}
