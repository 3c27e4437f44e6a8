import type { Dispatcher } from 'undici';
import request from 'undici/lib/api/api-request.js';
import type { ApiReply } from '../core/transport.ts';
import { bodyText } from './bodyText.ts';
import { createDispatcher, type Timeouts } from './dispatcher.ts';
import { askEditor, type EditorAnswer, type HttpRequest } from './editorFetch.ts';
import type { Network } from './network.ts';
import { ProxyFailure } from './proxyTunnel.ts';

/**
 * The connections of one client, to as many origins as it asks. They follow the network: when it changes, new
 * requests get new connections, and those that are under way end on the old ones.
 */
export class Connections {
  readonly #network: Network;
  readonly #maxConnections: number;
  readonly #timeouts: Timeouts;
  /** By what is encrypted and what is not. */
  readonly #active = new Map<boolean, Promise<Dispatcher>>();
  /** On their way out, with requests that still run. */
  readonly #draining = new Set<Promise<Dispatcher>>();
  #version: number;
  readonly #closing = new AbortController();

  /** @param most connections to one origin at the same time */
  constructor(network: Network, most: number, timeouts: Timeouts) {
    this.#network = network;
    this.#maxConnections = most;
    this.#timeouts = timeouts;
    this.#version = network.version;
  }

  get patience(): Timeouts {
    return this.#timeouts;
  }

  /** A GET. Redirects are not followed. Rejects with what the network or its libraries throw. */
  async send(asked: HttpRequest): Promise<ApiReply> {
    if (this.#network.viaEditor(asked.origin)) return (await this.#askEditor(asked, this.#timeouts)).read();
    try {
      return await this.#sendDirectly(asked);
    } catch (failure) {
      if (asked.signal.aborted || !this.#network.canFallBackToEditor(asked.origin, failure)) throw failure;
      // The editor may ask the person for a name and a password first.
      const wait =
        failure instanceof ProxyFailure
          ? { ...this.#timeouts, headers: this.#timeouts.total }
          : this.#timeouts;
      const answer = await this.#askEditor(asked, wait).catch(() => undefined);
      if (!answer) throw failure;
      this.#network.useEditorFetch(failure);
      return answer.read();
    }
  }

  /** Ends what is under way and lets go of every socket. */
  async close(): Promise<void> {
    this.#closing.abort(new Error('These connections are closed'));
    this.#renew();
    await Promise.allSettled([...this.#draining].map(async (made) => (await made).destroy()));
  }

  /** The sockets are the editor's; what is asked on them ends with these connections. */
  #askEditor(asked: HttpRequest, wait: Timeouts): Promise<EditorAnswer> {
    const signal = AbortSignal.any([asked.signal, this.#closing.signal]);
    return askEditor({ ...asked, signal }, wait);
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

  /** Making a dispatcher takes a moment, in which the network may change. */
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
    const standing = this.#active.get(secure);
    if (standing) return standing;
    const made = this.#network
      .routeTo(origin)
      .then((way) => createDispatcher(this.#maxConnections, this.#timeouts, way));
    this.#active.set(secure, made);
    return made;
  }

  #renew(): void {
    this.#version = this.#network.version;
    for (const made of this.#active.values()) {
      this.#draining.add(made);
      const gone = () => this.#draining.delete(made);
      void made.then((dispatcher) => dispatcher.close()).then(gone, gone);
    }
    this.#active.clear();
  }
}

function single(headers: Dispatcher.ResponseData['headers']): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
