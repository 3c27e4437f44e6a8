import assert from 'node:assert/strict';
import { type SampleAccess, sampleApi } from '../../../../src/sample/api/api.ts';
import { sampleRooms } from '../../../../src/sample/world/fixedRooms.ts';
import type { ParticipantResource, RoomResource } from '../../../../src/sample/world/resources.ts';
import { SampleWorld } from '../../../../src/sample/world/world.ts';

const now = Date.UTC(2026, 9, 14, 15, 30, 12, 345);
const day = 86_400_000;
const world = new SampleWorld({ now });
const all = Array.from({ length: world.size }, (_, position) => world.room(position));
const origin = 'http://127.0.0.1:4010';
const api = sampleApi({ world, origin });
const week = `CreatedAfter=${new Date(now - 9 * day).toISOString()}`;

interface Envelope {
  meta: Record<'page' | 'page_size', number> &
    Record<'url' | 'first_page_url' | 'key', string> &
    Record<'next_page_url' | 'previous_page_url', string | null>;
  rooms: RoomResource[];
  participants: ParticipantResource[];
}

function ask(url: string, method = 'GET') {
  const reply = api({ method, url });
  return { ...reply, content: JSON.parse(reply.body) };
}

function list(url: string): Envelope {
  const { status, content } = ask(url);
  assert.equal(status, 200, url);
  return content;
}

function pagesOf(url: string): Envelope[] {
  const pages: Envelope[] = [];
  for (let next: string | null = url; next !== null; next = pages.at(-1)?.meta.next_page_url ?? null) {
    pages.push(list(next.replace(origin, '')));
    assert.ok(pages.length <= world.size + 1, 'the pages never end');
  }
  return pages;
}

const sidsOf = (rooms: readonly RoomResource[]) => rooms.map((room) => room.room_sid);
const rooms = (query: string) =>
  pagesOf(`/v1/Video/Rooms?${query}&PageSize=1000`).flatMap((page) => page.rooms);

describe('paging of the sample API', () => {
  for (const size of [1, 7, 50, 139, 140, 1000]) {
    it(`gives every room once in pages of ${size}`, () => {
      const pages = pagesOf(`/v1/Video/Rooms?${week}&PageSize=${size}`);
      assert.equal(pages.length, Math.ceil(140 / size));
      assert.deepEqual(sidsOf(pages.flatMap((page) => page.rooms)), sidsOf(all));
      assert.deepEqual(
        pages.map(({ meta }) => [meta.page, meta.page_size, meta.key]),
        pages.map((_, number) => [number, size, 'rooms']),
      );
    });
  }

  it('has 50 rooms on a page unless asked otherwise', () => {
    assert.equal(list(`/v1/Video/Rooms?${week}`).rooms.length, 50);
  });

  it('gives every participant once', () => {
    const path = `/v1/Video/Rooms/${sampleRooms.webinar.sid}/Participants`;
    const pages = pagesOf(`${path}?PageSize=300`);
    assert.deepEqual(
      pages.flatMap((page) => page.participants),
      world.participants(world.positionOf(sampleRooms.webinar.sid) ?? -1),
    );
    assert.deepEqual(
      pages.map((page) => [page.meta.key, page.participants.length]),
      [300, 300, 300, 100].map((length) => ['participants', length]),
    );
  });

  it('leads back, to itself and to the first page, through a filter', () => {
    const pages = pagesOf(`/v1/Video/Rooms?${week}&RoomType=go&RoomType=group&PageSize=4`);
    assert.ok(pages.length > 3);
    for (const [number, { meta, rooms }] of pages.entries()) {
      const at = (url: string | null) => (url === null ? null : sidsOf(list(url.replace(origin, '')).rooms));
      assert.ok(meta.url.startsWith(`${origin}/v1/Video/Rooms?`));
      assert.deepEqual(at(meta.url), sidsOf(rooms));
      assert.deepEqual(at(meta.first_page_url), sidsOf(pages[0]?.rooms ?? []));
      assert.deepEqual(
        at(meta.previous_page_url),
        number === 0 ? null : sidsOf(pages[number - 1]?.rooms ?? []),
      );
    }
  });

  it('is at Twilio if no other origin is given', () => {
    const reply = sampleApi({ world })({ method: 'GET', url: `/v1/Video/Rooms?${week}` });
    assert.match(
      JSON.parse(reply.body).meta.next_page_url,
      /^https:\/\/insights\.twilio\.com\/v1\/Video\/Rooms\?/,
    );
  });
});

describe('the time window of the sample API', () => {
  it('is, without dates, what was completed in the last 24 hours', () => {
    const expected = all.filter((room) => room.end_time !== null && Date.parse(room.end_time) >= now - day);
    assert.ok(expected.length > 30);
    assert.deepEqual(sidsOf(rooms('')), sidsOf(expected));
  });

  it('moves with the clock that is given', () => {
    const later = sampleApi({ world, now: () => now + 3 * day });
    assert.deepEqual(JSON.parse(later({ method: 'GET', url: '/v1/Video/Rooms' }).body).rooms, []);
  });

  it('includes CreatedAfter and excludes CreatedBefore', () => {
    const [later, earlier] = [all[20], all[60]];
    assert.ok(later && earlier);
    const found = rooms(`CreatedAfter=${earlier.create_time}&CreatedBefore=${later.create_time}`);
    assert.deepEqual(sidsOf(found), sidsOf(all.slice(21, 61)));
  });

  it('holds live rooms where a date is given', () => {
    assert.equal(rooms(week).filter((room) => room.end_time === null).length, 6);
  });
});

describe('filters of the sample API', () => {
  it('take several types as alternatives, in either spelling', () => {
    const found = rooms(`${week}&RoomType=go&RoomType=peer_to_peer`);
    assert.deepEqual(
      new Set(found.map((room) => room.room_type)),
      new Set(['go', 'peer_to_peer', 'peer-to-peer']),
    );
    assert.equal(found.length, all.filter((room) => /^(go|peer.to.peer)$/.test(room.room_type)).length);
  });

  it('take several codecs as alternatives', () => {
    const found = rooms(`${week}&Codec=H264&Codec=VP9`);
    assert.ok(found.length > 0);
    assert.deepEqual(
      sidsOf(found),
      sidsOf(all.filter((room) => room.codecs.includes('H264') || room.codecs.includes('VP9'))),
    );
  });

  it('find rooms of a name', () => {
    const found = rooms(`${week}&RoomName=${encodeURIComponent(sampleRooms.international.name)}`);
    assert.deepEqual(sidsOf(found), [sampleRooms.international.sid]);
    assert.deepEqual(rooms(`${week}&RoomName=nobody`), []);
  });
});

describe('single resources of the sample API', () => {
  it('are those of the list', () => {
    const path = `/v1/Video/Rooms/${sampleRooms.dropped.sid}`;
    const position = world.positionOf(sampleRooms.dropped.sid) ?? -1;
    assert.deepEqual(ask(path).content, JSON.parse(JSON.stringify(world.room(position))));
    for (const one of world.participants(position)) {
      assert.deepEqual(ask(`${path}/Participants/${one.participant_sid}`).content, one);
    }
  });
});

describe('errors of the sample API', () => {
  const somewhere = `RM${'0'.repeat(32)}`;
  const list = '/v1/Video/Rooms';

  const otherFilter = ask(`${list}?${week}&PageSize=5`).content.meta.next_page_url.replace(
    origin,
    '',
  ) as string;
  for (const [url, status, code] of [
    [`${list}/${somewhere}`, 404, 20404],
    [`${list}/${somewhere}/Participants`, 404, 20404],
    [`${list}/${sampleRooms.live.sid}/Participants/PA${'0'.repeat(32)}`, 404, 20404],
    [`${list}/RM123`, 404, 20404],
    [`${list}/${sampleRooms.live.sid.toUpperCase()}`, 404, 20404],
    ['/v1/Video/Room', 404, 20404],
    ['/', 404, 20404],
    ['//elsewhere.example/v1/Video/Rooms', 404, 20404],
    [`${list}?PageSize=0`, 400, 20001],
    [`${list}?PageSize=1001`, 400, 20001],
    [`${list}?PageSize=ten`, 400, 20001],
    [`${list}?CreatedAfter=yesterday`, 400, 20001],
    [`${list}?Page=1`, 400, 70002],
    [`${list}?Page=1&PageToken=PTnonsense`, 400, 21481],
    [`${list}?Page=1&PageToken=`, 400, 21481],
    [otherFilter.replace('CreatedAfter=2', 'CreatedAfter=1'), 400, 21481],
  ] as const) {
    it(`answers ${url.slice(0, 90)} with ${status} and ${code}`, () => {
      const { status: answered, headers, content } = ask(url);
      assert.equal(answered, status);
      assert.equal(headers['content-type'], 'application/json');
      assert.match(headers['twilio-request-id'] ?? '', /^RQ[0-9a-f]{32}$/);
      assert.deepEqual(Object.keys(content), ['code', 'message', 'more_info', 'status']);
      assert.equal(content.status, status);
      assert.equal(content.code, code);
    });
  }

  it('refuses methods other than GET', () => {
    assert.equal(ask(list, 'POST').status, 405);
  });

  for (const [access, status, code] of [
    ['unauthorized', 401, 20003],
    ['forbidden', 403, 70051],
    ['suspended', 403, 20403],
  ] as const) {
    it(`answers ${access} credentials with ${status} and ${code}, whatever is asked`, () => {
      const authorize = (header: string | undefined): SampleAccess =>
        header === 'good' ? 'granted' : access;
      const guarded = sampleApi({ world, authorize });
      for (const url of [list, '/nowhere', `${list}?PageSize=0`]) {
        const reply = guarded({ method: 'GET', url, authorization: 'bad' });
        assert.deepEqual([reply.status, JSON.parse(reply.body).code], [status, code]);
      }
      assert.equal(guarded({ method: 'GET', url: list, authorization: 'good' }).status, 200);
    });
  }

  it('gives every answer a request id of its own', () => {
    assert.notEqual(ask(list).headers['twilio-request-id'], ask(list).headers['twilio-request-id']);
  });
});
