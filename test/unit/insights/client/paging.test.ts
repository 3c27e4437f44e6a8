import assert from 'node:assert/strict';
import { InsightsClient } from '../../../../src/insights/client/insightsClient.ts';
import type { Page } from '../../../../src/insights/client/paging.ts';
import type { InsightsError } from '../../../../src/insights/core/errors.ts';
import type { Room } from '../../../../src/insights/resources/room.ts';
import { jsonReply, never, pageReply, scripted } from '../scriptedTransport.ts';

const origin = 'https://insights.twilio.com';
const query = { createdAfter: Date.UTC(2026, 0, 1), createdBefore: Date.UTC(2026, 0, 2) };
const sid = (n: number) => `RM${String(n).padStart(32, '0')}`;

async function collect(pages: AsyncIterable<Page<Room>>): Promise<Page<Room>[]> {
  const all: Page<Room>[] = [];
  for await (const page of pages) all.push(page);
  return all;
}

function failure(kind: string) {
  return (error: InsightsError) => error.kind === kind;
}

describe('Paging', () => {
  it('always sends both dates: without them the list holds only rooms completed in the last 24 hours', async () => {
    const transport = scripted([pageReply('rooms', [])]);
    await collect(new InsightsClient(transport, origin).listRooms(query, never));
    const sent = new URL(origin + transport.paths[0]).searchParams;
    assert.equal(sent.get('CreatedAfter'), '2026-01-01T00:00:00.000Z');
    assert.equal(sent.get('CreatedBefore'), '2026-01-02T00:00:00.000Z');
    assert.equal(sent.get('PageSize'), '1000');
  });

  it('sends arrays as repeated keys, and all list parameters', async () => {
    const transport = scripted([pageReply('rooms', [])]);
    const client = new InsightsClient(transport, origin);
    const filter = { roomType: ['go', 'group'], codec: ['VP8', 'H264'], roomName: 'a & b', pageSize: 7 };
    await collect(client.listRooms({ ...query, ...filter }, never));
    const sent = new URL(origin + transport.paths[0]).searchParams;
    assert.deepEqual(sent.getAll('RoomType'), ['go', 'group']);
    assert.deepEqual(sent.getAll('Codec'), ['VP8', 'H264']);
    assert.equal(sent.get('RoomName'), 'a & b');
    assert.equal(sent.get('PageSize'), '7');
  });

  it('follows the path and query of next_page_url, and asks for a page only when the caller comes to it', async () => {
    const next = '/v1/Video/Rooms?PageSize=1000&Page=1&PageToken=abc%20d';
    const transport = scripted([
      pageReply('rooms', [{ room_sid: sid(1) }], origin + next),
      pageReply('rooms', [{ room_sid: sid(2) }]),
    ]);
    const pages = new InsightsClient(transport, origin).listRooms(query, never);
    const first = await pages.next();
    assert.equal(first.value?.items[0]?.sid, sid(1));
    assert.equal(transport.paths.length, 1);
    const second = await pages.next();
    assert.equal(second.value?.items[0]?.sid, sid(2));
    assert.equal(transport.paths[1], next);
    assert.equal((await pages.next()).done, true);
  });

  it('follows a relative link', async () => {
    const transport = scripted([pageReply('rooms', [], '/v1/Video/Rooms?Page=1'), pageReply('rooms', [])]);
    await collect(new InsightsClient(transport, origin).listRooms(query, never));
    assert.equal(transport.paths[1], '/v1/Video/Rooms?Page=1');
  });

  for (const foreign of [
    'https://evil.example/v1/Video/Rooms?Page=1',
    'http://insights.twilio.com/v1?Page=1',
    '//evil.example/x',
  ]) {
    it(`sends nothing to another origin: ${foreign}`, async () => {
      const transport = scripted([pageReply('rooms', [{ room_sid: sid(1) }], foreign)]);
      const pages = new InsightsClient(transport, origin).listRooms(query, never);
      assert.equal((await pages.next()).value?.items.length, 1);
      await assert.rejects(pages.next(), failure('foreignPage'));
      assert.equal(transport.paths.length, 1);
    });
  }

  it('detects links that go round in a circle', async () => {
    const [a, b] = ['/v1/Video/Rooms?Page=1', '/v1/Video/Rooms?Page=2'];
    const links = [a, b, a];
    const transport = scripted(() => pageReply('rooms', [{}], origin + links.shift()));
    await assert.rejects(
      collect(new InsightsClient(transport, origin).listRooms(query, never)),
      (error: InsightsError) => error.kind === 'unexpectedReply' && error.details.circular === true,
    );
    assert.equal(transport.paths.length, 3);
  });

  it('counts rows that are no objects, and keeps the others', async () => {
    const transport = scripted([pageReply('rooms', [null, 7, { room_sid: sid(1) }, [], 'x'])]);
    const [page] = await collect(new InsightsClient(transport, origin).listRooms(query, never));
    assert.equal(page?.items.length, 1);
    assert.equal(page?.unreadable, 4);
  });

  for (const body of [
    {},
    { rooms: [] },
    { meta: {} },
    { meta: { next_page_url: 7 }, rooms: [] },
    { meta: {}, rooms: {} },
    [],
  ]) {
    it(`calls ${JSON.stringify(body)} no page`, async () => {
      const client = new InsightsClient(scripted([jsonReply(body)]), origin);
      await assert.rejects(collect(client.listRooms(query, never)), failure('unexpectedReply'));
    });
  }

  it('ends with the signal', async () => {
    const abort = new AbortController();
    const transport = scripted([pageReply('rooms', [], `${origin}/v1/Video/Rooms?Page=1`)]);
    const pages = new InsightsClient(transport, origin).listRooms(query, abort.signal);
    await pages.next();
    abort.abort();
    await assert.rejects(pages.next(), { name: 'AbortError' });
  });
});
