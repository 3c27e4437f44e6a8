import { hour } from '../async/durations.ts';
import { InsightsClient } from '../insights/client/insightsClient.ts';
import { documentedOrigin } from '../insights/core/origin.ts';
import { sampleApi } from './api/api.ts';
import { SampleTransport } from './sampleTransport.ts';
import { SampleWorld } from './world/world.ts';

/** A world is made for its moment; after this long, in milliseconds, the last 24 hours would look deserted. */
const maxWorldAgeMs = 6 * hour;

/** The client of the account "Sample rooms": the API in memory, with a week of rooms up to now, in which time goes on. */
export function sampleClient(clock: () => number = Date.now): InsightsClient {
  let world = new SampleWorld({ now: clock() });
  let api = sampleApi({ world, now: clock });
  const transport = new SampleTransport((request) => {
    if (clock() - world.now > maxWorldAgeMs) {
      world = new SampleWorld({ now: clock() });
      api = sampleApi({ world, now: clock });
    }
    return api(request);
  });
  return new InsightsClient(transport, documentedOrigin);
}
