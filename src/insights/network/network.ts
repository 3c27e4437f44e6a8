import type { SecureContext } from 'node:tls';
import { isLoopback } from '../core/origin.ts';
import { ConnectFailure, type Route } from './dispatcher.ts';
import { type HttpProxy, type NetworkSettings, plainNetwork, proxyOf } from './networkSettings.ts';
import { ProxyFailure } from './proxyTunnel.ts';
import { tlsTrust } from './tlsTrust.ts';

/** Options of `Network`. */
export interface NetworkOptions {
  readonly settings?: NetworkSettings;
  readonly environment?: NodeJS.ProcessEnv;
  /** Called when requests switch to the editor's `fetch`, with the failure of our own connection. */
  readonly switched?: (failure: Error) => void;
}

/**
 * How requests leave this machine: one instance for all accounts of a session. Requests take the route that
 * the settings and the environment name. Where they name no proxy and no connection can be made, the editor's
 * `fetch` may succeed: it reads PAC files and the system's proxy, and signs in to proxies with Kerberos or by
 * prompting the user.
 */
export class Network {
  readonly #environment: NodeJS.ProcessEnv;
  readonly #switched: (failure: Error) => void;
  #settings: NetworkSettings;
  #trust: Promise<SecureContext> | undefined;
  #viaEditor = false;
  #askedToSignIn = false;
  #version = 0;

  constructor({ settings = plainNetwork, environment = process.env, switched }: NetworkOptions = {}) {
    this.#settings = settings;
    this.#environment = environment;
    this.#switched = switched ?? (() => {});
  }

  /** Grows with each change: new requests must not use connections made before it. */
  get version(): number {
    return this.#version;
  }

  /**
   * Applies the editor's current settings. Requests use our own connections first again: the route that
   * failed may work now.
   */
  change(settings: NetworkSettings): void {
    if (JSON.stringify(settings) === JSON.stringify(this.#settings)) return;
    this.#settings = settings;
    this.#trust = undefined;
    this.#viaEditor = false;
    this.#askedToSignIn = false;
    this.#version++;
  }

  /** The route to an origin under the current settings. @throws UnusableProxy */
  async routeTo(origin: string): Promise<Route> {
    if (!origin.startsWith('https:')) return { trust: undefined, proxy: undefined };
    const proxy = this.#proxy;
    this.#trust ??= tlsTrust(this.#settings.systemCertificates);
    return { trust: await this.#trust, proxy };
  }

  /** Whether requests to this origin go through the editor's `fetch`. */
  viaEditor(origin: string): boolean {
    return this.#viaEditor && !isLoopback(origin);
  }

  /**
   * Whether the editor's `fetch` may succeed after our own connection failed with this error. It is given one
   * chance to sign in to a proxy.
   */
  canFallBackToEditor(origin: string, failure: unknown): boolean {
    if (isLoopback(origin) || !this.#settings.proxySupport) return false;
    if (failure instanceof ConnectFailure) return true;
    if (!(failure instanceof ProxyFailure && failure.status === 407) || this.#askedToSignIn) return false;
    this.#askedToSignIn = true;
    return !isSignedIn(this.#proxy);
  }

  /** Called when the editor's `fetch` succeeded: the rest of the session uses it. */
  useEditorFetch(failure: unknown): void {
    if (this.#viaEditor) return;
    this.#viaEditor = true;
    if (failure instanceof Error) this.#switched(failure);
  }

  get #proxy(): HttpProxy | undefined {
    return proxyOf(this.#settings, this.#environment);
  }
}

function isSignedIn(proxy: HttpProxy | undefined): boolean {
  return proxy?.authorization !== undefined || proxy?.credentials !== undefined;
}
