import { sampleApi } from '../../src/sample/api/api.ts';
import { SampleWorld } from '../../src/sample/world/world.ts';
import { startSampleServer } from '../sampleServer/server.ts';
import { RoomPages } from './roomPages.ts';

// The sample API in a process of its own. Started by process.ts, which passes the number of rooms.
const { size, now, latency } = JSON.parse(process.argv[2] ?? '{}') as {
  size: number;
  now: number;
  latency: number;
};
const liveRooms = '/v1/Rooms?Status=in-progress&PageSize=100';
const world = new SampleWorld({ size, now });
const pages = new RoomPages(world);
// Computed once: finding the rooms in progress takes as long as listing all rooms.
const live = sampleApi({ world })({ method: 'GET', url: liveRooms }).body;
const server = await startSampleServer({
  world,
  latency,
  intercept: (request, response) => {
    const { url = '/' } = request;
    const page = url === liveRooms ? live : pages.page(new URL(url, server.url));
    if (page) response.writeHead(200, { 'content-type': 'application/json' }).end(page);
    return page !== undefined;
  },
});
// Requests of the list only, without those of the Video API.
const listed = () => server.requests.filter(({ url }) => url.startsWith('/v1/Video/Rooms?')).length;
process.on('message', () => process.send?.({ requests: listed() }));
process.once('disconnect', () => process.exit());
process.send?.({ url: server.url });
