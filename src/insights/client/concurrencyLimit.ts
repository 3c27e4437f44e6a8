import pLimit from 'p-limit';
import type { Transport } from '../core/transport.ts';

/**
 * Limits the requests in flight to `maxConcurrent`: the API limits concurrency per account, and an account
 * has other users too.
 */
export function withConcurrencyLimit(transport: Transport, maxConcurrent: number): Transport {
  const limit = pLimit(maxConcurrent);
  return {
    send: (request, signal) =>
      limit(() => {
        signal.throwIfAborted(); // The request may have waited here for a long time.
        return transport.send(request, signal);
      }),
    close: () => transport.close(),
  };
}
