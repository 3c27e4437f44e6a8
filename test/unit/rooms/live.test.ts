import assert from 'node:assert/strict';
import { createClient } from '../../../src/insights/client/createClient.ts';
import { InsightsError } from '../../../src/insights/core/errors.ts';
import { Network } from '../../../src/insights/network/network.ts';
import { plainNetwork } from '../../../src/insights/network/networkSettings.ts';
import type { RoomChange } from '../../../src/rooms/model/storeState.ts';
import { RoomStore } from '../../../src/rooms/store/roomStore.ts';
import { CertificateAuthority } from '../../network/certificates.ts';
import { startForwardProxy } from '../../network/forwardProxy.ts';
import { sampleAccounts } from '../../sampleServer/accounts.ts';
import { startSampleServer } from '../../sampleServer/server.ts';

/** Hosts of a region, which the proxy of this file leads to this machine. */
const insights = 'insights.sydney.au1.twilio.com';
const video = 'video.sydney.au1.twilio.com';
const day = 86_400_000;

describe('A region whose Video API’s host fails, beside an Insights API that works', () => {
  for (const [what, leadsTo, code] of [
    ['has the certificate of the Insights host', 'api', /ERR_TLS_CERT_ALTNAME_INVALID/],
    ['does not exist', undefined, /502/],
    ['refuses connections', 'nothing', /at the proxy/],
  ] as const) {
    it(`lists rooms without it: it ${what}`, async () => {
      const authority = CertificateAuthority.ofRun();
      const origin = `https://${insights}`;
      const api = await startSampleServer({ tls: await authority.issue([insights]), origin });
      const portOfVideo = leadsTo === 'api' ? api.port : leadsTo === 'nothing' ? 9 : undefined;
      const proxy = await startForwardProxy({
        route: (target) => (target === `${insights}:443` ? api.port : portOfVideo),
      });
      const { username, password } = sampleAccounts.apiKey;
      const client = createClient({
        ...{ origin, credentials: { username, password }, userAgent: 'test', maxConcurrentRequests: 4 },
        network: new Network({ settings: { ...plainNetwork, proxy: proxy.url }, environment: {} }),
      });
      const store = new RoomStore();
      const changes: RoomChange[] = [];
      store.events.on('change', (change) => changes.push(change));
      store.use(client);
      try {
        const query = { createdAfter: api.world.now - day, createdBefore: api.world.now };
        const askedForVideo = () => proxy.requests.filter(({ target }) => target.startsWith(video)).length;
        await store.list(query);
        const once = askedForVideo();
        assert.ok(once > 0);
        for (let time = 0; time < 3; time++) await store.list(query);
        assert.equal(await store.refreshLive(new Set()), true);
        assert.equal(askedForVideo(), once, 'it is not asked with each refresh');

        assert.equal(store.listing.state, 'complete');
        assert.ok(store.listedCount > 0);
        const told = changes.flatMap((change) =>
          change.kind === 'live' && change.error !== undefined ? [change] : [],
        );
        assert.equal(told.length, 1, 'one line in the log');
        assert.equal(told[0]?.refused, true);
        assert.ok(told[0].error instanceof InsightsError);
        assert.match(told[0].error.message, code);

        store.retryVideo();
        await store.list(query);
        assert.ok(askedForVideo() > once, 'it is asked again when the network settings have changed');
      } finally {
        store.dispose();
        await client.close();
        await proxy.close();
        await api.close();
      }
    }).timeout(20_000);
  }
});
