import { InsightsClient } from './client.ts';
import { Connections } from './connections.ts';
import { type Patience, patience } from './dispatcher.ts';
import { type HttpOptions, httpTransport } from './httpTransport.ts';
import { withLimit } from './limit.ts';
import { Network } from './network.ts';
import { withRetries } from './retry.ts';
import { withTurns } from './turns.ts';

export interface ConnectOptions extends HttpOptions {
  /** Most requests in flight at the same time. */
  readonly maxConcurrentRequests: number;
  /** How requests leave the machine; without it, as the environment says. */
  readonly network?: Network;
  readonly patience?: Patience;
}

/** A client of the Insights API over HTTP: limited, patient, with connections of its own until it is closed. */
export function connect({ maxConcurrentRequests, network, ...options }: ConnectOptions): InsightsClient {
  const connections = new Connections(
    network ?? new Network(),
    maxConcurrentRequests,
    options.patience ?? patience,
  );
  const limited = withLimit(httpTransport(options, connections), maxConcurrentRequests);
  return new InsightsClient(withTurns(withRetries(limited)), options.origin, maxConcurrentRequests);
}
