import { InsightsClient } from '../insights/client.ts';
import { documentedOrigin } from '../insights/origin.ts';
import { sampleApi } from './api.ts';
import { SampleTransport } from './sampleTransport.ts';
import { SampleWorld } from './world.ts';

/** The client of the account "Sample rooms": the API in memory, a week of rooms up to now. */
export function sampleClient(now = Date.now()): InsightsClient {
  return new InsightsClient(
    new SampleTransport(sampleApi({ world: new SampleWorld({ now }) })),
    documentedOrigin,
  );
}
