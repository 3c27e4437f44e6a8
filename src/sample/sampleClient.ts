import { hour } from '../async/durations.ts';
import { InsightsClient } from '../insights/client/insightsClient.ts';
import { documentedOrigin } from '../insights/core/origin.ts';
import { sampleApi } from './api/api.ts';
import { SampleTransport } from './sampleTransport.ts';
import { SampleWorld } from './world/world.ts';

/**
 * Maximum age of a world in milliseconds. It is generated for one moment; later the last 24 hours would look
 * deserted.
 */
const maxWorldAgeMs = 6 * hour;

/**
 * The client of the account "Sample rooms": an API in memory, with rooms of the last seven days and live
 * rooms that go on.
 */
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
