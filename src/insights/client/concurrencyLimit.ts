import pLimit from 'p-limit';
import type { Transport } from '../core/transport.ts';

/**
 * At most `most` requests in flight: the API's limit is on concurrency per
 * account, and an account has other users too.
 */
export function withConcurrencyLimit(transport: Transport, most: number): Transport {
  const limit = pLimit(most);
  return {
    send: (request, signal) =>
      limit(() => {
        signal.throwIfAborted(); // It may have waited here for long.
        return transport.send(request, signal);
      }),
    close: () => transport.close(),
  };
}
