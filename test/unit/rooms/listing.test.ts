import assert from 'node:assert/strict';
import type { RoomQuery } from '../../../src/insights/client/insightsClient.ts';
import { Room } from '../../../src/insights/resources/room.ts';
import { RoomRate } from '../../../src/rooms/listing/roomRate.ts';
import { SampleWorld } from '../../../src/sample/world/world.ts';
import { hour, listingOf, WindowApi } from './listing/windowApi.ts';

const now = Date.UTC(2026, 10, 26, 9);
const never = new AbortController().signal;
const everything = Number.POSITIVE_INFINITY;

/** The rooms of a sample week. */
function week(size: number): { rooms: Room[]; query: RoomQuery } {
  const world = new SampleWorld({ size, now });
  const rooms = Array.from({ length: size }, (_, place) => {
    const { sid } = world.plan(place);
    return new Room({ room_sid: sid, create_time: new Date(world.times(place).created).toISOString() });
  });
  return { rooms, query: { createdAfter: now - 8 * 24 * hour, createdBefore: now } };
}

/** Lists until `enough` rooms are there, all answers in a round together; what it costs. */
async function costs({ rooms, query }: ReturnType<typeof week>, rate: RoomRate, enough = everything) {
  let arrive = Promise.withResolvers<void>();
  let waiting = 0;
  const before = () => {
    waiting++;
    return arrive.promise;
  };
  const api = new WindowApi({ rooms, pageSize: 1000, order: 'newest', before });
  const { listing, came } = listingOf(api, query, rate);
  let ended = false;
  const run = listing.run(enough, never).then(() => {
    ended = true;
  });
  let rounds = 0;
  for (; ; rounds++) {
    await new Promise(setImmediate);
    if (ended) break;
    assert.ok(waiting > 0, 'the list waits for nothing');
    waiting = 0;
    const { resolve } = arrive;
    arrive = Promise.withResolvers();
    resolve();
  }
  await run;
  return { requests: api.pages, rounds, came: came.size, listing };
}

describe('a sample week on a slow network', () => {
  for (const [size, requests, rounds, again] of [
    [900, 1, 1, { requests: 1, rounds: 1 }],
    [5000, 9, 2, { requests: 6, rounds: 1 }],
    [20_000, 28, 5, { requests: 23, rounds: 3 }],
    [40_000, 50, 9, { requests: 47, rounds: 7 }],
  ] as const) {
    it(`of ${size} rooms takes few requests and round trips, and fewer once the account is known`, async () => {
      const world = week(size);
      const rate = new RoomRate();
      const first = await costs(world, rate);
      assert.equal(first.came, size);
      assert.ok(first.requests <= requests && first.rounds <= rounds, `${first.requests}, ${first.rounds}`);
      const second = await costs(world, rate);
      assert.equal(second.came, size);
      const { requests: less, rounds: fewer } = again;
      assert.ok(second.requests <= less && second.rounds <= fewer, `${second.requests}, ${second.rounds}`);
    });
  }

  it('begins nothing where what has come and what is on its way are enough', async () => {
    const { came, requests, listing } = await costs(week(40_000), new RoomRate(), 10_000);
    assert.ok(came >= 10_000 && came < 12_000, String(came));
    assert.ok(requests <= 20, String(requests));
    assert.ok(listing.left.length > 0);
  });

  it('says about how many rooms there are, at whatever time of day it stops', async () => {
    const { rooms } = week(45_000);
    const wrong: number[] = [];
    for (let end = now; end > now - 24 * hour; end -= hour / 2) {
      const query = { createdAfter: end - 24 * hour, createdBefore: end };
      const within = rooms.filter(({ created = 0 }) => created >= query.createdAfter && created < end);
      const { came, listing } = await costs({ rooms: within, query }, new RoomRate(), 10_000);
      wrong.push(Math.abs(came + listing.expectedLeft - within.length) / within.length);
    }
    assert.ok(Math.max(...wrong) < 0.1, wrong.map((share) => `${Math.round(100 * share)} %`).join(', '));
  });
}).timeout(60_000);
