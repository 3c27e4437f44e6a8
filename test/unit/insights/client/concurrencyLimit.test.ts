import assert from 'node:assert/strict';
import { withConcurrencyLimit } from '../../../../src/insights/client/concurrencyLimit.ts';
import { createClient } from '../../../../src/insights/client/createClient.ts';
import { isRoomSid } from '../../../../src/insights/core/sid.ts';
import type { Transport } from '../../../../src/insights/core/transport.ts';
import { eventually } from '../../../e2e/steps/eventually.ts';
import { sampleAccounts } from '../../../sampleServer/accounts.ts';
import { startSampleServer } from '../../../sampleServer/server.ts';
import { jsonReply, never, scripted } from '../scriptedTransport.ts';

describe('Limit', () => {
  it('is held by the whole client over HTTP, as the server counts', async () => {
    const server = await startSampleServer({ latency: 20 });
    const { username, password } = sampleAccounts.apiKey;
    const credentials = { username, password };
    const client = createClient({
      origin: server.url,
      credentials,
      userAgent: 'x',
      maxConcurrentRequests: 3,
    });
    const sids = Array.from({ length: 15 }, (_, at) => server.world.plan(at).sid).filter(isRoomSid);
    const rooms = await Promise.all(sids.map((sid) => client.fetchRoom(sid, never)));
    assert.deepEqual(
      rooms.map(({ sid }) => sid),
      sids,
    );
    assert.deepEqual([server.mostInFlight, server.mostConnections], [3, 3]);
    await client.close();
    await eventually(() => server.connections === 0, 'every socket is closed');
    await server.close();
  });

  it('has at most so many requests in flight', async () => {
    let [now, most] = [0, 0];
    const slow: Transport = {
      async send() {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setImmediate(resolve));
        now--;
        return jsonReply({});
      },
      async close() {},
    };
    const limited = withConcurrencyLimit(slow, 3);
    await Promise.all(Array.from({ length: 20 }, () => limited.send({ path: '/' }, never)));
    assert.equal(most, 3);
  });

  it('does not send what was aborted while it waited', async () => {
    const transport = scripted(() => jsonReply({}));
    const abort = new AbortController();
    const limited = withConcurrencyLimit(transport, 1);
    const first = limited.send({ path: '/1' }, never);
    const second = limited.send({ path: '/2' }, abort.signal);
    abort.abort();
    await first;
    await assert.rejects(second, { name: 'AbortError' });
    assert.deepEqual(transport.paths, ['/1']);
  });
});
