import { InsightsClient } from './client.ts';
import { type HttpOptions, httpTransport } from './httpTransport.ts';
import { withLimit } from './limit.ts';
import { withRetries } from './retry.ts';

export interface ConnectOptions extends Omit<HttpOptions, 'connections'> {
  /** Most requests in flight at the same time. */
  readonly maxConcurrentRequests: number;
}

/** A client of the Insights API over HTTP: limited, patient, with connections of its own until it is closed. */
export function connect({ maxConcurrentRequests, ...http }: ConnectOptions): InsightsClient {
  const transport = httpTransport({ ...http, connections: maxConcurrentRequests });
  return new InsightsClient(withRetries(withLimit(transport, maxConcurrentRequests)), http.origin);
}
