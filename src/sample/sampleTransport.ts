import type { ApiReply, ApiRequest, Transport } from '../insights/core/transport.ts';
import type { SampleRequest } from './api/api.ts';
import type { SampleReply } from './api/replies.ts';

/** Answers from memory, without a network: what stands behind the account "Sample rooms". */
export class SampleTransport implements Transport {
  readonly #api: (request: SampleRequest) => SampleReply;
  readonly #closing = new AbortController();

  /** `api` answers each request, see `sampleApi`. */
  constructor(api: (request: SampleRequest) => SampleReply) {
    this.#api = api;
  }

  /** Never answers in the turn that asked. Rejects with the signal's reason on abort, with an AbortError once closed. */
  async send(request: ApiRequest, signal: AbortSignal): Promise<ApiReply> {
    const either = AbortSignal.any([signal, this.#closing.signal]);
    either.throwIfAborted();
    // A task of its own, as with a network: the caller's other work comes first.
    await new Promise((resolve) => setTimeout(resolve, 0));
    either.throwIfAborted();
    const { body, ...head } = this.#api({ method: 'GET', url: request.path });
    return { ...head, body: [body] };
  }

  async close(): Promise<void> {
    this.#closing.abort();
  }
}
