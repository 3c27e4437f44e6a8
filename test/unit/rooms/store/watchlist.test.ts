import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { isRoomSid } from '../../../../src/insights/core/sid.ts';
import { missingAfterMs } from '../../../../src/rooms/live/missingRooms.ts';
import { Watchlist } from '../../../../src/rooms/store/watchlist.ts';
import { sampleRooms } from '../../../../src/sample/world/fixedRooms.ts';
import { Format } from '../../../../src/text/format.ts';
import { LiveFixture, minute } from '../live/fixtures.ts';

const live = isRoomSid(sampleRooms.live.sid) ? sampleRooms.live.sid : assert.fail();

describe('Watchlist', () => {
  let fixture: LiveFixture;
  let list: Watchlist;
  let skipped: number;

  beforeEach(() => start());

  /** Watches the live room, beside an API with these faults from the beginning. */
  async function start(fault: LiveFixture['fault'] = () => undefined): Promise<void> {
    fixture = new LiveFixture();
    fixture.fault = fault;
    skipped = 0;
    const format = new Format({ locale: 'en', times: 'utc', now: () => fixture.now + skipped });
    list = new Watchlist(fixture.store, () => format);
    await fixture.list();
    list.add(live);
  }

  /** Polls after some time; the rooms that have finished. */
  async function finishedAfter(milliseconds: number): Promise<string[]> {
    fixture.now += milliseconds;
    assert.equal(await list.poll(), true);
    return list.takeFinished().map(({ key }) => key);
  }

  it('asks for the watched rooms alone', async () => {
    assert.deepEqual(await finishedAfter(minute), []);
    assert.deepEqual(fixture.requests, [`/v1/Video/Rooms/${live}`]);
    list.remove(live);
    fixture.forget();
    assert.deepEqual(await finishedAfter(minute), []);
    assert.deepEqual(fixture.requests, []);
  });

  it('tells of a room once, when it is over and its summary is complete', async () => {
    assert.deepEqual(await finishedAfter(18 * minute + 5000), [], 'over, but not summarised');
    assert.equal(fixture.store.room(live)?.live, false);
    assert.deepEqual(await finishedAfter(minute), [live]);
    assert.deepEqual(await finishedAfter(minute), []);
    assert.equal(list.has(live), false);
  });

  it('waits until Insights knows a room that only the Video API has told of', async () => {
    const arrival = fixture.sid(fixture.world.size);
    list.remove(live);
    fixture.now += minute;
    await fixture.list();
    list.add(arrival);
    const ended = fixture.world.times(fixture.world.size).ended ?? 0;
    assert.deepEqual(await finishedAfter(ended + 1000 - fixture.now), []);
    assert.deepEqual(
      [fixture.store.room(arrival)?.live, fixture.store.room(arrival)?.source],
      [false, 'video'],
    );
    assert.deepEqual(await finishedAfter(2 * minute), [arrival]);
  });

  it('does not wait for ever for a summary that does not come', async () => {
    const pending = JSON.stringify({
      ...fixture.world.room(fixture.world.positionOf(live) ?? -1, fixture.now + 19 * minute),
      processing_state: 'in_progress',
    });
    fixture.fault = (path) =>
      path === `/v1/Video/Rooms/${live}` ? { status: 200, body: pending } : undefined;
    assert.deepEqual(await finishedAfter(19 * minute), []);
    skipped = 59 * minute;
    assert.deepEqual(await finishedAfter(0), []);
    skipped = 60 * minute;
    assert.deepEqual(await finishedAfter(0), [live]);
  });

  it('says that it was not answered, and goes on watching', async () => {
    fixture.fault = () => ({ status: 500 });
    assert.equal(await list.poll(), false);
    assert.deepEqual(list.takeFinished(), []);
    assert.ok(list.has(live));
  });

  describe('of a room that neither API knows', () => {
    const unknown = `RM${'0'.repeat(32)}` as const;
    const notFound = { status: 404, body: '{"code": 20404, "message": "no"}' };

    beforeEach(() => {
      mock.timers.enable({ apis: ['Date'], now: fixture.now });
      list.remove(live);
    });

    afterEach(() => mock.timers.reset());

    /** Polls after some time; the rooms that have finished, and those that are lost. */
    async function pollAfter(milliseconds: number): Promise<[finished: string[], lost: string[]]> {
      mock.timers.setTime(Date.now() + milliseconds);
      return [await finishedAfter(milliseconds), list.takeLost()];
    }

    it('gives up after some minutes, once', async () => {
      list.add(unknown);
      assert.deepEqual(await pollAfter(0), [[], []]);
      assert.deepEqual(await pollAfter(missingAfterMs - 1), [[], []]);
      assert.ok(list.has(unknown));
      assert.deepEqual(await pollAfter(1), [[], [unknown]]);
      assert.ok(!list.has(unknown));
      assert.deepEqual(await pollAfter(missingAfterMs), [[], []]);
      list.add(unknown);
      assert.deepEqual(await pollAfter(0), [[], []], 'the wait begins again');
    });

    it('finishes with a room that was known', async () => {
      list.add(live);
      fixture.fault = (path) => (path.includes(live) ? notFound : undefined);
      assert.deepEqual(await pollAfter(0), [[], []]);
      assert.deepEqual(await pollAfter(missingAfterMs), [[live], []]);
      assert.equal(fixture.store.room(live)?.missing, true);
      assert.ok(!list.has(live));
    });

    it('goes on where the Video API refuses: nothing tells that the room has ended', async () => {
      const refusal = { status: 403, body: '{"code": 70051, "message": "no"}' };
      const refuse = (path: string) => (path.startsWith('/v1/Rooms') ? refusal : undefined);
      await start(refuse);
      list.add(unknown);
      fixture.fault = (path) => refuse(path) ?? (path.includes(live) ? notFound : undefined);
      for (let polls = 0; polls < 4; polls++) assert.deepEqual(await pollAfter(missingAfterMs), [[], []]);
      assert.deepEqual(list.keys, [live, unknown]);
      assert.equal(fixture.store.room(live)?.live, true);
    });

    it('waits as long as Twilio does not reply', async () => {
      list.add(unknown);
      await pollAfter(0);
      fixture.fault = () => ({ status: 500 });
      mock.timers.setTime(Date.now() + missingAfterMs);
      fixture.now += missingAfterMs;
      assert.equal(await list.poll(), false);
      assert.deepEqual(list.takeLost(), []);
      fixture.fault = () => undefined;
      assert.deepEqual(await pollAfter(0), [[], [unknown]]);
    });
  });
});
