import assert from 'node:assert/strict';
import { createClient } from '../../../../src/insights/client/createClient.ts';
import { isRoomSid } from '../../../../src/insights/core/sid.ts';
import { defaultTimeouts, timeoutsWithin } from '../../../../src/insights/network/dispatcher.ts';
import { sampleAccounts } from '../../../sampleServer/accounts.ts';
import { startSampleServer } from '../../../sampleServer/server.ts';
import { never } from '../scriptedTransport.ts';

describe('The timeouts for another time in all', () => {
  it('has the same proportions, in whole milliseconds', async () => {
    assert.deepEqual(timeoutsWithin(120), defaultTimeouts);
    for (const seconds of [10, 20, 47, 599]) {
      const server = await startSampleServer();
      const { username, password } = sampleAccounts.apiKey;
      const client = createClient({
        origin: server.url,
        credentials: { username, password },
        userAgent: 'x',
        maxConcurrentRequests: 1,
        timeouts: timeoutsWithin(seconds),
      });
      const sid = server.world.plan(0).sid;
      assert.ok(isRoomSid(sid) && (await client.fetchRoom(sid, never)).sid === sid);
      await client.close();
      await server.close();
    }
  });
});
