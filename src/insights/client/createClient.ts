import { Connections } from '../network/connections.ts';
import { defaultTimeouts, type Timeouts } from '../network/dispatcher.ts';
import { type HttpOptions, httpTransport } from '../network/httpTransport.ts';
import { Network } from '../network/network.ts';
import { withConcurrencyLimit } from './concurrencyLimit.ts';
import { InsightsClient } from './insightsClient.ts';
import { withRetries } from './retry.ts';
import { yieldBetweenReplies } from './yieldBetweenReplies.ts';

/** Options of `createClient`. */
export interface ClientOptions extends HttpOptions {
  /** The maximum number of requests in flight. */
  readonly maxConcurrentRequests: number;
  /** How requests leave the machine; by default as the environment says. */
  readonly network?: Network;
  readonly timeouts?: Timeouts;
}

/**
 * Creates a client of the Insights API over HTTP, with a concurrency limit, retries, and its own connections,
 * which last until it is closed.
 */
export function createClient({ maxConcurrentRequests, network, ...options }: ClientOptions): InsightsClient {
  const connections = new Connections(
    network ?? new Network(),
    maxConcurrentRequests,
    options.timeouts ?? defaultTimeouts,
  );
  const limited = withConcurrencyLimit(httpTransport(options, connections), maxConcurrentRequests);
  return new InsightsClient(yieldBetweenReplies(withRetries(limited)), options.origin, maxConcurrentRequests);
}
