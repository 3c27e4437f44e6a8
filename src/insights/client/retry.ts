import { setTimeout as sleep } from 'node:timers/promises';
import { InsightsError } from '../core/errors.ts';
import type { ApiReply, ApiRequest, Transport } from '../core/transport.ts';
import { retryAfterSeconds } from './parseReply.ts';

export interface RetryOptions {
  /** Tries after the first. */
  readonly retries: number;
  /** The first pause in milliseconds at the most; each later one may be twice as long. */
  readonly pause: number;
  /** The longest `Retry-After` in seconds that is waited for; a longer one is the caller's to show. */
  readonly longestWait: number;
  /** Waits so many milliseconds, or rejects with the signal. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

const defaultRetryOptions: RetryOptions = {
  retries: 2,
  pause: 400,
  longestWait: 20,
  wait: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
};

/** Passing states of a server. 429 was never processed; everything here is a GET. */
const retryableStatuses = new Set([429, 502, 503, 504]);

/**
 * Tries again where that can help: after a passing status, and after a
 * connection that broke. `Retry-After` is honoured; else the pause is random
 * ("full jitter"), so that many clients do not come back at the same moment.
 */
export function withRetries(transport: Transport, options: Partial<RetryOptions> = {}): Transport {
  const { retries, pause, longestWait, wait } = { ...defaultRetryOptions, ...options };

  async function send(request: ApiRequest, signal: AbortSignal): Promise<ApiReply> {
    for (let attempt = 0; ; attempt++) {
      const last = attempt >= retries;
      let rest = Math.random() * pause * 2 ** attempt;
      try {
        const reply = await transport.send(request, signal);
        if (last || !retryableStatuses.has(reply.status)) return reply;
        const asked = retryAfterSeconds(reply);
        if (asked !== undefined && asked > longestWait) return reply;
        rest = Math.max(rest, (asked ?? 0) * 1000);
      } catch (error) {
        if (last || !(error instanceof InsightsError && error.kind === 'disconnected')) throw error;
      }
      await wait(rest, signal);
    }
  }

  return { send, close: () => transport.close() };
}
