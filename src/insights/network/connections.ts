import type { Dispatcher } from 'undici';
import request from 'undici/lib/api/api-request.js';
import type { ApiReply } from '../core/transport.ts';
import { bodyText } from './bodyText.ts';
import { createDispatcher, type Timeouts } from './dispatcher.ts';
import { type EditorReply, type HttpRequest, sendViaEditor } from './editorFetch.ts';
import type { Network } from './network.ts';
import { ProxyFailure } from './proxyTunnel.ts';

/**
 * The connections of one client, to any number of origins. They follow the network: when it changes, new
 * requests get new connections, and running requests end on the old ones.
 */
export class Connections {
  readonly #network: Network;
  readonly #maxConnections: number;
  readonly #timeouts: Timeouts;
  /** The current dispatchers, by whether the origin uses https. */
  readonly #active = new Map<boolean, Promise<Dispatcher>>();
  /** Dispatchers that close when their last request ends. */
  readonly #draining = new Set<Promise<Dispatcher>>();
  #version: number;
  readonly #closing = new AbortController();

  /** @param maxConnections connections to one origin at the same time */
  constructor(network: Network, maxConnections: number, timeouts: Timeouts) {
    this.#network = network;
    this.#maxConnections = maxConnections;
    this.#timeouts = timeouts;
    this.#version = network.version;
  }

  get timeouts(): Timeouts {
    return this.#timeouts;
  }

  /**
   * Sends a GET. Redirects are not followed. Rejects with the error that the network or its libraries throw.
   */
  async send(httpRequest: HttpRequest): Promise<ApiReply> {
    if (this.#network.viaEditor(httpRequest.origin))
      return (await this.#sendViaEditor(httpRequest, this.#timeouts)).read();
    try {
      return await this.#sendDirectly(httpRequest);
    } catch (failure) {
      if (httpRequest.signal.aborted || !this.#network.canFallBackToEditor(httpRequest.origin, failure))
        throw failure;
      // The editor may prompt the user for a name and a password first.
      const timeouts =
        failure instanceof ProxyFailure
          ? { ...this.#timeouts, headers: this.#timeouts.total }
          : this.#timeouts;
      const reply = await this.#sendViaEditor(httpRequest, timeouts).catch(() => undefined);
      if (!reply) throw failure;
      this.#network.useEditorFetch(failure);
      return reply.read();
    }
  }

  /** Aborts running requests and closes every socket. */
  async close(): Promise<void> {
    this.#closing.abort(new Error('These connections are closed'));
    this.#renew();
    await Promise.allSettled([...this.#draining].map(async (made) => (await made).destroy()));
  }

  /** The sockets belong to the editor; `close` aborts the requests on them. */
  #sendViaEditor(httpRequest: HttpRequest, timeouts: Timeouts): Promise<EditorReply> {
    const signal = AbortSignal.any([httpRequest.signal, this.#closing.signal]);
    return sendViaEditor({ ...httpRequest, signal }, timeouts);
  }

  async #sendDirectly({ origin, path, headers, signal }: HttpRequest): Promise<ApiReply> {
    const dispatcher = await this.#current(origin);
    signal.throwIfAborted();
    const reply = await request.call(dispatcher, {
      origin,
      path,
      method: 'GET',
      headers,
      signal,
    });
    const chunks: Uint8Array[] = [];
    for await (const chunk of reply.body) chunks.push(chunk);
    const received = single(reply.headers);
    return {
      status: reply.statusCode,
      headers: received,
      body: await bodyText(chunks, received['content-encoding']),
    };
  }

  /** The dispatcher for the current network, which may change while one is made. */
  async #current(origin: string): Promise<Dispatcher> {
    for (;;) {
      const { version } = this.#network;
      const dispatcher = await this.#dispatcher(origin);
      if (version === this.#network.version && !this.#closing.signal.aborted) return dispatcher;
    }
  }

  #dispatcher(origin: string): Promise<Dispatcher> {
    this.#closing.signal.throwIfAborted();
    if (this.#version !== this.#network.version) this.#renew();
    const secure = origin.startsWith('https:');
    const existing = this.#active.get(secure);
    if (existing) return existing;
    const made = this.#network
      .routeTo(origin)
      .then((route) => createDispatcher(this.#maxConnections, this.#timeouts, route));
    this.#active.set(secure, made);
    return made;
  }

  #renew(): void {
    this.#version = this.#network.version;
    for (const made of this.#active.values()) {
      this.#draining.add(made);
      const remove = () => this.#draining.delete(made);
      void made.then((dispatcher) => dispatcher.close()).then(remove, remove);
    }
    this.#active.clear();
  }
}

function single(headers: Dispatcher.ResponseData['headers']): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
