import assert from 'node:assert/strict';
import { InsightsClient } from '../../../../src/insights/client/insightsClient.ts';
import type { ApiRequest } from '../../../../src/insights/core/transport.ts';
import { never, pageReply } from '../scriptedTransport.ts';
import { sent, sid } from '../videoRoom.ts';

describe('The client of the Video API', () => {
  it('asks its own host, in pages, and lets no credential go to another', async () => {
    const requests: ApiRequest[] = [];
    const replies = [
      pageReply('rooms', [sent], 'https://video.twilio.com/v1/Rooms?Page=1'),
      pageReply('rooms', [], 'https://insights.twilio.com/v1/Rooms?Page=2'),
    ];
    const transport = {
      send: async (request: ApiRequest) => {
        requests.push(request);
        return replies[requests.length - 1] ?? assert.fail('no third request');
      },
      close: async () => undefined,
    };
    const client = new InsightsClient(transport, 'https://insights.twilio.com');
    const pages = client.video.listLiveRooms(never);
    assert.equal((await pages.next()).value?.items[0]?.key, sid);
    await pages.next();
    await assert.rejects(pages.next(), { kind: 'foreignPage' });
    assert.deepEqual(requests, [
      { path: '/v1/Rooms?Status=in-progress&PageSize=100', host: 'video' },
      { path: '/v1/Rooms?Page=1', host: 'video' },
    ]);
  });
});
