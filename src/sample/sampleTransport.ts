import type { ApiReply, ApiRequest, Transport } from '../insights/core/transport.ts';
import type { SampleRequest } from './api/api.ts';
import type { SampleReply } from './api/replies.ts';

/** A transport that replies from memory, without a network, for the account "Sample rooms". */
export class SampleTransport implements Transport {
  readonly #api: (request: SampleRequest) => SampleReply;
  readonly #closing = new AbortController();

  /** @param api answers each request, see `sampleApi` */
  constructor(api: (request: SampleRequest) => SampleReply) {
    this.#api = api;
  }

  /** Replies asynchronously. Rejects with the signal's reason on abort, with an AbortError once closed. */
  async send(request: ApiRequest, signal: AbortSignal): Promise<ApiReply> {
    const combined = AbortSignal.any([signal, this.#closing.signal]);
    combined.throwIfAborted();
    // A separate task, as with a network: the caller's other work comes first.
    await new Promise((resolve) => setTimeout(resolve, 0));
    combined.throwIfAborted();
    const { body, ...head } = this.#api({ method: 'GET', url: request.path });
    return { ...head, body: [body] };
  }

  async close(): Promise<void> {
    this.#closing.abort();
  }
}
