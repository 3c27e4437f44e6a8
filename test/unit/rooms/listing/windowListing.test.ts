import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RoomRate } from '../../../../src/rooms/listing/roomRate.ts';
import { hour, lanes, listingOf, roomAt, roomsOver, start, WindowApi } from './windowApi.ts';

const never = new AbortController().signal;
const everything = Number.POSITIVE_INFINITY;
const query = { createdAfter: start, createdBefore: start + 24 * hour };

describe('the listing of a window', () => {
  it('costs a small account one request', async () => {
    const api = new WindowApi({ rooms: roomsOver(30, query), pageSize: 1000, order: 'newest' });
    const { listing, came } = listingOf(api, query);
    await listing.run(everything, never);
    assert.equal(api.pages, 1);
    assert.equal(came.size, 30);
    assert.equal(listing.share, 1);
    assert.deepEqual(listing.left, []);
  });

  it('asks for slices of a large window at the same time, and for each only once', async () => {
    const rooms = roomsOver(12_000, query);
    const gate = Promise.withResolvers<void>();
    let asked = 0;
    const api = new WindowApi({
      rooms,
      pageSize: 1000,
      order: 'newest',
      before: async () => {
        if (++asked > 1) await gate.promise;
      },
    });
    const { listing, came } = listingOf(api, query);
    const run = listing.run(everything, never);
    await new Promise(setImmediate);
    assert.equal(api.mostAtOnce, lanes);
    gate.resolve();
    await run;
    assert.equal(came.size, rooms.length);
    assert.ok(api.mostAtOnce <= lanes);
    const times = new Set(
      api.queries.map(({ createdAfter, createdBefore }) => `${createdAfter}-${createdBefore}`),
    );
    assert.equal(times.size, api.queries.length);
    assert.ok(api.pages < 40, `${api.pages} requests for 12 pages`);
  });

  it('sends both times with each request, within the window', async () => {
    const api = new WindowApi({ rooms: roomsOver(5000, query), pageSize: 1000, order: 'newest' });
    await listingOf(api, { ...query, roomType: ['group'], roomName: 'x' }).listing.run(everything, never);
    for (const one of api.queries) {
      assert.ok(one.createdAfter >= query.createdAfter && one.createdBefore <= query.createdBefore);
      assert.ok(one.createdAfter < one.createdBefore);
      assert.deepEqual([one.roomType, one.roomName], [['group'], 'x']);
    }
  });

  it('has the rooms of the last minutes where the clock of Twilio is ahead', async () => {
    const ahead = 10 * 60_000;
    for (const order of ['newest', 'oldest', 'none'] as const) {
      for (const count of [30, 4000]) {
        // All that Twilio has, by its own clock; the latest rooms are those of one busy minute.
        const window = { createdAfter: start, createdBefore: query.createdBefore + ahead };
        const busy = Array.from({ length: count }, (_, number) =>
          roomAt(count + number, window.createdBefore - 60_000 + ((number * 97) % 60_000)),
        );
        const rooms = [...roomsOver(count, window, 1), ...busy];
        const api = new WindowApi({ rooms, pageSize: 1000, order });
        const { listing, came } = listingOf(api, query, undefined, true);
        await listing.run(everything, never);
        assert.equal(came.size, rooms.length, `${order} ${count}`);
        assert.deepEqual([listing.share, listing.left, listing.gaps], [1, [], []]);
        const closed = listingOf(api, query);
        await closed.listing.run(everything, never);
        assert.ok(closed.came.size <= rooms.length - busy.length);
      }
    }
  });

  it('asks the newest first', async () => {
    const api = new WindowApi({ rooms: roomsOver(20_000, query, 1), pageSize: 1000, order: 'newest' });
    const { listing, pages } = listingOf(api, query);
    await listing.run(3000, never);
    const oldestLeft = Math.max(...listing.left.map(({ before }) => before));
    const gone = pages.flat().filter(({ created = 0 }) => created < oldestLeft);
    assert.ok(gone.length < 1000, 'at most a page of what is still to come');
    assert.ok(
      Math.abs(listing.expectedLeft + pages.flat().length - 20_000) < 2000,
      String(listing.expectedLeft),
    );
  });

  it('stops at about enough rooms, and goes on where it stopped', async () => {
    const rooms = roomsOver(9000, query);
    const api = new WindowApi({ rooms, pageSize: 1000, order: 'newest' });
    const { listing, came } = listingOf(api, query);
    await listing.run(2000, never);
    assert.ok(came.size >= 2000 && came.size < 5000, String(came.size));
    assert.ok(listing.left.length > 0 && listing.share < 1);
    await listing.run(everything, never);
    assert.equal(came.size, rooms.length);
    assert.equal(listing.share, 1);
  });

  it('follows the links where the order of the rooms tells nothing', async () => {
    const rooms = roomsOver(3500, query);
    const api = new WindowApi({ rooms, pageSize: 1000, order: 'none' });
    const { listing, came } = listingOf(api, query);
    await listing.run(everything, never);
    assert.equal(came.size, rooms.length);
    assert.equal(api.pages, 4);
  });

  it('ends with rooms that were all created at the same moment', async () => {
    const rooms = Array.from({ length: 2500 }, (_, number) => roomAt(number, start + 5 * hour));
    const api = new WindowApi({ rooms, pageSize: 1000, order: 'newest' });
    const { listing, came } = listingOf(api, query);
    await listing.run(everything, never);
    assert.equal(came.size, rooms.length);
  });

  it('leaves a gap where a slice fails, never loses the others, and fills it when told to', async () => {
    const rooms = roomsOver(8000, query);
    const failure = new Error('down');
    let broken = true;
    const api = new WindowApi({
      rooms,
      pageSize: 1000,
      order: 'newest',
      before: async ({ createdBefore }) => {
        const hours = (createdBefore - start) / hour;
        if (broken && hours > 2 && hours < 16) throw failure;
      },
    });
    const { listing, came } = listingOf(api, query);
    await listing.run(everything, never);
    assert.ok(listing.gaps.length > 0 && came.size > 0);
    for (const { error } of listing.gaps) assert.equal(error, failure);
    for (const { key, created = 0 } of rooms) {
      const inGap = listing.gaps.some(({ after, before }) => created >= after && created < before);
      assert.ok(inGap || came.has(key), 'a room is neither here nor in a gap');
    }
    broken = false;
    listing.retryGaps();
    await listing.run(everything, never);
    assert.deepEqual(listing.gaps, []);
    assert.equal(came.size, rooms.length);
  });

  it('does not try every slice of a service that is down', async () => {
    let down = false;
    const api = new WindowApi({
      rooms: roomsOver(40_000, query),
      pageSize: 1000,
      order: 'newest',
      before: async () => {
        if (down) throw new Error('down');
        down = true;
      },
    });
    const { listing } = listingOf(api, query);
    await listing.run(everything, never);
    assert.ok(api.queries.length <= 1 + lanes + 3, `${api.queries.length} requests`);
    const [gap, ...others] = listing.gaps;
    assert.deepEqual(others, []);
    assert.equal(gap?.after, query.createdAfter);
    assert.deepEqual(listing.left, []);
  });

  it('keeps what has come when it is cancelled, and can go on', async () => {
    const rooms = roomsOver(9000, query);
    const stop = new AbortController();
    const api = new WindowApi({
      rooms,
      pageSize: 1000,
      order: 'newest',
      before: async () => {
        if (api.pages === 4) stop.abort();
      },
    });
    const { listing, came } = listingOf(api, query);
    await assert.rejects(listing.run(everything, stop.signal), { name: 'AbortError' });
    const kept = came.size;
    assert.ok(kept >= 1000 && kept < rooms.length);
    await new Promise(setImmediate);
    await listing.run(everything, never);
    assert.equal(came.size, rooms.length);
    assert.deepEqual(listing.gaps, []);
  });

  it('gives what it did not request the error for which it gave up, not that of a gap before', async () => {
    const rate = new RoomRate();
    let works = true;
    let failedOnce = false;
    const api = new WindowApi({
      rooms: roomsOver(50_000, query),
      pageSize: 1000,
      order: 'newest',
      before: async ({ createdBefore }) => {
        const hours = (createdBefore - start) / hour;
        if (!works && hours < 24 && hours > 14 && !failedOnce) {
          failedOnce = true;
          throw new Error('once');
        }
        if (!works && hours < 12) throw new Error('down');
      },
    });
    await listingOf(api, query, rate).listing.run(everything, never); // Learns the rate: a slice is a page.
    works = false;
    const { listing } = listingOf(api, query, rate);
    api.queries.length = 0;
    await listing.run(everything, never);
    const [newest, ...others] = listing.gaps.map(({ error }) =>
      error instanceof Error ? error.message : '',
    );
    assert.equal(newest, 'once');
    assert.ok(others.length > 0 && others.every((message) => message === 'down'), others.join());
    assert.equal(listing.gaps.at(-1)?.after, start);
    const oldest = Math.min(...api.queries.map(({ createdAfter }) => createdAfter));
    assert.ok(oldest > start + hour, 'the oldest part was not requested any more');
  });

  it('goes on at once after it was cancelled, while requests of before still end', async () => {
    const rooms = roomsOver(9000, query);
    const stop = new AbortController();
    const gate = Promise.withResolvers<void>();
    const api = new WindowApi({
      rooms,
      pageSize: 1000,
      order: 'newest',
      before: async () => {
        if (api.pages === 4) stop.abort();
        if (api.pages > 4 && api.pages <= lanes) await gate.promise;
      },
    });
    const { listing, came } = listingOf(api, query);
    const cancelled = assert.rejects(listing.run(everything, stop.signal), { name: 'AbortError' });
    // Long enough for all that needs no answer to a request that is held.
    const turns = async () => {
      for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    };
    await turns();
    assert.ok(stop.signal.aborted);
    const continued = listing.run(everything, never);
    await turns();
    gate.resolve();
    await Promise.all([cancelled, continued]);
    assert.equal(came.size, rooms.length);
    assert.deepEqual([listing.gaps, listing.left, listing.share], [[], [], 1]);
  });

  it('reads a slice again whose pages were being followed when it was cancelled', async () => {
    const rooms = roomsOver(3500, query);
    const api = new WindowApi({ rooms, pageSize: 1000, order: 'none' });
    const { listing, came } = listingOf(api, query);
    const stop = new AbortController();
    await listing.run(1000, stop.signal);
    assert.ok(listing.left.length > 0 && came.size < rooms.length);
    stop.abort();
    await listing.run(everything, never);
    assert.deepEqual(listing.gaps, []);
    assert.equal(came.size, rooms.length);
  });

  it('needs fewer requests when the rate of the account is known', async () => {
    const rate = new RoomRate();
    const rooms = roomsOver(12_000, query);
    const requests: number[] = [];
    for (let turn = 0; turn < 2; turn++) {
      const api = new WindowApi({ rooms, pageSize: 1000, order: 'newest' });
      const { listing, came } = listingOf(api, query, rate);
      await listing.run(everything, never);
      assert.equal(came.size, rooms.length);
      requests.push(api.pages);
    }
    assert.ok((requests[1] ?? 0) <= (requests[0] ?? 0), requests.join(', '));
    assert.ok((requests[1] ?? 0) <= 16, requests.join(', '));
  });
});

describe('any listing', () => {
  const created = fc.oneof(
    fc.integer({ min: 0, max: 24 * hour - 1 }),
    // Many at the same moment, and many in the same second.
    fc.constantFrom(0, 5 * hour, 5 * hour + 1, 24 * hour - 1),
    fc.integer({ min: 7 * hour, max: 7 * hour + 2000 }),
  );
  const world = fc.record({
    times: fc.array(created, { maxLength: 400, size: 'max' }),
    pageSize: fc.integer({ min: 1, max: 60 }),
    order: fc.constantFrom('newest' as const, 'oldest' as const, 'none' as const),
    enough: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constant(everything)),
    failures: fc.infiniteStream(fc.nat({ max: 9 }).map((number) => number === 0)),
  });

  it('brings exactly the rooms of the window, in whatever order the answers come and whichever fail', async () => {
    await fc.assert(
      fc.asyncProperty(
        world,
        fc.scheduler(),
        async ({ times, pageSize, order, enough, failures }, scheduler) => {
          const rooms = times.map((time, number) => roomAt(number, start + time));
          // As long as they are few: an API that always fails is another test's subject.
          let mayFail = 12;
          const api = new WindowApi({
            rooms,
            pageSize,
            order,
            before: async () => {
              await scheduler.schedule(Promise.resolve(), 'page');
              if (failures.next().value === true && mayFail-- > 0) throw new Error('lost');
            },
          });
          const { listing, came } = listingOf(api, query);
          for (let turn = 0; turn < 500; turn++) {
            await scheduler.waitFor(listing.run(enough + came.size, never));
            for (const { key, created: time = 0 } of rooms) {
              const within = (slices: readonly { after: number; before: number }[]) =>
                slices.some(({ after, before }) => time >= after && time < before);
              assert.ok(came.has(key) || within(listing.gaps) || within(listing.left), 'a room is lost');
            }
            if (listing.gaps.length === 0 && listing.left.length === 0) break;
            listing.retryGaps();
          }
          assert.equal(came.size, rooms.length);
          assert.ok(api.mostAtOnce <= lanes);
          assert.ok(listing.share > 0.999 && listing.share <= 1, String(listing.share));
        },
      ),
      { numRuns: 150 },
    );
  }).timeout(120_000);
});
