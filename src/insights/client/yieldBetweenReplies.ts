import { setImmediate } from 'node:timers/promises';
import type { Transport } from '../core/transport.ts';

/**
 * Returns one reply per turn of the event loop. Reading a page takes milliseconds, several pages may arrive
 * at the same moment, and other extensions share this process.
 */
export function yieldBetweenReplies(transport: Transport): Transport {
  let last: Promise<void> = Promise.resolve();
  return {
    async send(request, signal) {
      const reply = await transport.send(request, signal);
      last = last.then(() => setImmediate());
      await last;
      signal.throwIfAborted();
      return reply;
    },
    close: () => transport.close(),
  };
}
