import { setTimeout as sleep } from 'node:timers/promises';
import { InsightsError } from '../core/errors.ts';
import type { ApiReply, ApiRequest, Transport } from '../core/transport.ts';
import { retryAfterSeconds } from './parseReply.ts';

/** Options of `withRetries`. */
export interface RetryOptions {
  /** Retries after the first attempt. */
  readonly retries: number;
  /** The maximum delay before the first retry, in milliseconds; it doubles with each retry. */
  readonly baseDelay: number;
  /** The longest `Retry-After` in seconds that is waited for; a reply with a longer one is returned. */
  readonly maxRetryAfter: number;
  /** Waits so many milliseconds, or rejects with the reason of the signal. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

const defaultRetryOptions: RetryOptions = {
  retries: 2,
  baseDelay: 400,
  maxRetryAfter: 20,
  wait: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
};

/** Transient statuses. 429 was never processed; every request here is a GET. */
const retryableStatuses = new Set([429, 502, 503, 504]);

/**
 * Retries requests after a transient status and after a broken connection. `Retry-After` is honoured;
 * otherwise the delay is random ("full jitter"), so that many clients do not retry at the same moment.
 */
export function withRetries(transport: Transport, options: Partial<RetryOptions> = {}): Transport {
  const { retries, baseDelay, maxRetryAfter, wait } = { ...defaultRetryOptions, ...options };

  async function send(request: ApiRequest, signal: AbortSignal): Promise<ApiReply> {
    for (let attempt = 0; ; attempt++) {
      const last = attempt >= retries;
      let delay = Math.random() * baseDelay * 2 ** attempt;
      try {
        const reply = await transport.send(request, signal);
        if (last || !retryableStatuses.has(reply.status)) return reply;
        const retryAfter = retryAfterSeconds(reply);
        if (retryAfter !== undefined && retryAfter > maxRetryAfter) return reply;
        delay = Math.max(delay, (retryAfter ?? 0) * 1000);
      } catch (error) {
        if (last || !(error instanceof InsightsError && error.kind === 'disconnected')) throw error;
      }
      await wait(delay, signal);
    }
  }

  return { send, close: () => transport.close() };
}
