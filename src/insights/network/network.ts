import type { SecureContext } from 'node:tls';
import { isLoopback } from '../core/origin.ts';
import { ConnectFailure, type Route } from './dispatcher.ts';
import { type HttpProxy, type NetworkSettings, plainNetwork, proxyOf } from './networkSettings.ts';
import { ProxyFailure } from './proxyTunnel.ts';
import { tlsTrust } from './tlsTrust.ts';

export interface NetworkOptions {
  readonly settings?: NetworkSettings;
  readonly environment?: NodeJS.ProcessEnv;
  /** Called when requests begin to go the editor's own way, with what failed on ours. */
  readonly switched?: (failure: Error) => void;
}

/**
 * How requests leave this machine: one for all accounts of a session. Ours is the way that the settings and the
 * environment name. Where they name none and no connection comes about, the editor's `fetch` may know better: it
 * reads PAC files and the system's proxy, and signs in to proxies with Kerberos or by asking the person.
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

  /** Grows with each change: connections made before are not for new requests. */
  get version(): number {
    return this.#version;
  }

  /** Takes over the editor's settings as they are now. The way that failed before may be open again. */
  change(settings: NetworkSettings): void {
    if (JSON.stringify(settings) === JSON.stringify(this.#settings)) return;
    this.#settings = settings;
    this.#trust = undefined;
    this.#viaEditor = false;
    this.#askedToSignIn = false;
    this.#version++;
  }

  /** The way to an origin as the settings are now. @throws UnusableProxy */
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

  /** Whether the editor's `fetch` may get through where ours failed so. A sign-in to a proxy is tried once. */
  canFallBackToEditor(origin: string, failure: unknown): boolean {
    if (isLoopback(origin) || !this.#settings.proxySupport) return false;
    if (failure instanceof ConnectFailure) return true;
    if (!(failure instanceof ProxyFailure && failure.status === 407) || this.#askedToSignIn) return false;
    this.#askedToSignIn = true;
    return !isSignedIn(this.#proxy);
  }

  /** The editor got through: the rest of the session goes its way. */
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
  return proxy !== undefined && (proxy.authorization !== undefined || new URL(proxy.address).username !== '');
}
