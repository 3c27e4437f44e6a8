import assert from 'node:assert/strict';
import { sampleApi } from '../../../../src/sample/api/api.ts';
import { sampleRooms } from '../../../../src/sample/world/fixedRooms.ts';
import { SampleWorld } from '../../../../src/sample/world/world.ts';
import { minute, now, roomsAt } from '../roomsAt.ts';

describe('the Video API of the sample', () => {
  const world = new SampleWorld({ now });
  let at = now + 10 * minute;
  const api = sampleApi({ world, now: () => at });
  const get = (url: string) => {
    const { status, body } = api({ method: 'GET', url });
    return { status, body: JSON.parse(body) };
  };
  const arrival = world.plan(world.size).sid;

  it('lists all rooms in progress, also those that Insights leaves out until they are over', () => {
    const listed = get('/v1/Rooms?Status=in-progress&PageSize=100').body.rooms as { sid: string }[];
    const live = roomsAt(world, at).filter(({ room }) => room.end_time === null);
    assert.deepEqual(
      listed.map(({ sid }) => sid),
      live.map(({ room }) => room.room_sid),
    );
    assert.ok(listed.some(({ sid }) => sid === arrival));
    assert.equal(get(`/v1/Video/Rooms/${arrival}`).status, 404);
    assert.equal(get(`/v1/Video/Rooms/${arrival}/Participants`).status, 404);
    const before = at;
    at = (world.times(world.size).ended ?? 0) + 2 * minute;
    assert.equal(get(`/v1/Video/Rooms/${arrival}`).body.room_status, 'completed');
    assert.equal(get(`/v1/Rooms/${arrival}`).body.status, 'completed');
    at = before;
  });

  it('pages, at a host of its own', () => {
    const { meta } = get('/v1/Rooms?Status=in-progress&PageSize=2').body;
    assert.match(meta.next_page_url, /^https:\/\/video\.twilio\.com\/v1\/Rooms\?.*PageToken=/);
    assert.equal(get(meta.next_page_url.replace('https://video.twilio.com', '')).body.rooms.length, 2);
  });

  it('tells present and gone apart', () => {
    const statuses = (query: string) =>
      (
        get(`/v1/Rooms/${sampleRooms.live.sid}/Participants?${query}`).body.participants as {
          status: string;
        }[]
      )
        .map(({ status }) => status)
        .filter((status, place, all) => all.indexOf(status) === place);
    at = now + 10 * minute;
    assert.deepEqual(statuses('Status=connected'), ['connected']);
    assert.deepEqual(statuses('Status=disconnected'), ['disconnected']);
    assert.deepEqual(statuses(''), ['connected']);
  });

  for (const path of ['/v1/Rooms/nonsense', `/v1/Rooms/RM${'0'.repeat(32)}`, '/v1/RoomsAndMore'])
    it(`has no ${path}`, () => assert.equal(get(path).status, 404));

  it('knows no other status', () => assert.equal(get('/v1/Rooms?Status=ended').status, 400));
});
