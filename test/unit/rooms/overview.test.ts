import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JsonObject } from '../../../src/insights/core/json.ts';
import { isRoomSid } from '../../../src/insights/core/sid.ts';
import type { Room } from '../../../src/insights/resources/room.ts';
import { overviewState } from '../../../src/pages/overview/overviewState.ts';
import type { BarChartView, BarView, OverviewView } from '../../../src/protocol/overview.ts';
import { failedFacets } from '../../../src/rooms/filter/callTally.ts';
import type { CallFacet } from '../../../src/rooms/filter/roomFilter.ts';
import { noFilter, type RoomFilter, roomMatcher } from '../../../src/rooms/filter/roomFilter.ts';
import { readFilter } from '../../../src/rooms/filter/storedFilter.ts';
import { countRooms } from '../../../src/rooms/overview/countRooms.ts';
import { type Criterion, isChosen, toggleCriterion } from '../../../src/rooms/overview/criterion.ts';
import { FigureReader } from '../../../src/rooms/overview/roomFigures.ts';
import { timeBuckets } from '../../../src/rooms/overview/timeBuckets.ts';
import { RoomStore } from '../../../src/rooms/store/roomStore.ts';
import { CallCache } from '../../../src/rooms/visible/callCache.ts';
import { zoneOf } from '../../../src/text/timeZone.ts';
import { day, format, now } from '../pages/overview/fixtures.ts';
import { anyParticipant, anyRoom, sourceOf } from './overview/anyRooms.ts';

/** Rooms as the overview draws them, and as the filter finds them. */
class Drawn {
  readonly rooms: readonly Room[];
  readonly calls: CallCache;
  readonly overview: OverviewView;
  readonly #store: RoomStore;
  readonly #criteria: ReadonlyMap<string, Criterion>;

  private constructor(store: RoomStore) {
    this.#store = store;
    this.rooms = [...store.listedRooms()];
    this.calls = new CallCache(store, () => format);
    const sources = {
      figures: new FigureReader(),
      calls: this.calls,
      participantsState: (key: string) => store.participantsState(key),
      filter: noFilter,
      now,
    };
    const buckets = timeBuckets({ after: now - day, before: now }, zoneOf('UTC'));
    const work = countRooms(this.rooms, buckets, sources);
    let step = work.next();
    while (!step.done) step = work.next();
    const drawn = overviewState({
      ...{ store, format, counts: step.value, filter: noFilter, window: '24h' },
      ...{ sample: false, load: undefined, matching: undefined },
    });
    assert.ok(drawn.state.overview);
    this.overview = drawn.state.overview;
    this.#criteria = drawn.criteria;
  }

  static async of(rooms: readonly { room: JsonObject; participants?: readonly JsonObject[] }[]) {
    const store = new RoomStore();
    store.use(sourceOf(rooms));
    await store.list({ createdAfter: now - day, createdBefore: now });
    for (const { room, participants } of rooms) {
      if (participants && isRoomSid(room.room_sid)) await store.loadParticipants(room.room_sid);
    }
    return new Drawn(store);
  }

  dispose(): void {
    this.#store.dispose();
  }

  chart(id: string): BarChartView | undefined {
    return this.overview.sections.flatMap(({ charts }) => charts).find((chart) => chart.id === id);
  }

  criterion({ id }: Pick<BarView, 'id'>): Criterion {
    const criterion = this.#criteria.get(id);
    assert.ok(criterion, id);
    return criterion;
  }

  /** The rooms that the tree shows when a bar is pressed, after a restart as well. */
  behind(bar: Pick<BarView, 'id'>): readonly Room[] {
    const criterion = this.criterion(bar);
    const filter = toggleCriterion(noFilter, criterion, false);
    assert.ok(isChosen(filter, criterion) && !isChosen(noFilter, criterion), bar.id);
    assert.deepEqual(toggleCriterion(filter, criterion, false), noFilter, bar.id);
    const kept: RoomFilter = readFilter(JSON.parse(JSON.stringify(filter)));
    assert.deepEqual(kept, filter, bar.id);
    return this.rooms.filter(roomMatcher(kept, (key) => this.calls.facetsOf(key), now));
  }
}

const rooms = fc.array(
  fc.record(
    { room: anyRoom, participants: fc.array(anyParticipant, { maxLength: 6 }) },
    { requiredKeys: ['room'] },
  ),
  { minLength: 1, maxLength: 25 },
);

/** Tries every property on many lists of rooms. */
async function holds(check: (drawn: Drawn) => void): Promise<void> {
  await fc.assert(
    fc.asyncProperty(rooms, async (list) => {
      const drawn = await Drawn.of(list);
      try {
        check(drawn);
      } finally {
        drawn.dispose();
      }
    }),
    { numRuns: 150 },
  );
}

const figure = (text = '') => Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', '') ?? 0);
/** The number that stands behind some words. */
const countAfter = (words: string, text = '') => figure(new RegExp(`${words} ([\\d,]+)`).exec(text)?.[1]);
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

describe('Every room', () => {
  it('is counted once in each distribution', () =>
    holds((drawn) => {
      const { overview, rooms } = drawn;
      const { columns, note } = overview.time;
      const timed = sum(columns.map(({ cells }) => figure(cells[1])));
      assert.equal(timed + countAfter('in this window:', note), rooms.length, 'time');
      for (const id of ['duration', 'size']) {
        const { bars, rest } = drawn.chart(id) ?? {};
        const shown = sum((bars ?? []).map(({ value }) => figure(value)));
        assert.equal(shown + countAfter('Not known for', rest), rooms.length, id);
      }
      const ended = drawn.chart('endReason');
      const reasons = sum((ended?.bars ?? []).map(({ value }) => figure(value)));
      const others =
        countAfter('In progress:', ended?.rest) + countAfter('Ended without a reason:', ended?.rest);
      assert.equal(reasons + others, rooms.length, 'end reasons');
      const known = rooms.filter(({ key }) => drawn.calls.facetsOf(key)).length;
      const problems = drawn.chart('problem');
      const bad = sum((problems?.bars ?? []).map(({ value }) => figure(value)));
      assert.equal(bad + countAfter('Neither:', problems?.rest), known, 'problems');
    }));

  it('is behind the bar that counts it, and behind no other of its chart', () =>
    holds((drawn) => {
      for (const column of drawn.overview.time.columns)
        assert.equal(drawn.behind(column).length, figure(column.cells[1]), column.lines[0]);
      for (const id of ['duration', 'size', 'endReason', 'problem']) {
        const bars = drawn.chart(id)?.bars ?? [];
        const behind = bars.map((bar) => drawn.behind(bar));
        assert.deepEqual(
          behind.map(({ length }) => length),
          bars.map(({ value }) => figure(value)),
          id,
        );
        assert.equal(new Set(behind.flat()).size, behind.flat().length, id);
      }
    }));

  it('is behind each error code that its participants have', () =>
    holds((drawn) => {
      for (const bar of drawn.chart('errorCode')?.bars ?? [])
        assert.equal(drawn.behind(bar).length, figure(bar.aside), bar.accessibleLabel);
    }));

  it('is behind each SDK, browser, platform, edge and region with which somebody dropped in it', () =>
    holds((drawn) => {
      for (const facet of failedFacets) {
        for (const bar of drawn.chart(facet)?.bars ?? []) {
          const behind = new Set(drawn.behind(bar));
          const failed = (room: Room) => failedIn(drawn, room, facet, bar);
          assert.equal(sum([...behind].map(failed)), figure(bar.value), bar.accessibleLabel);
          assert.ok([...behind].every((room) => failed(room) > 0));
          assert.ok(drawn.rooms.every((room) => behind.has(room) || failed(room) === 0));
        }
      }
    }));
});

function failedIn(
  drawn: Drawn,
  { key }: Room,
  facet: CallFacet & (typeof failedFacets)[number],
  bar: BarView,
) {
  const criterion = drawn.criterion(bar);
  assert.ok('facet' in criterion);
  const values = drawn.calls.tallyOf(key)?.by[facet] ?? [];
  return sum(values.map(([value, rated]) => (value === criterion.value ? rated.failed : 0)));
}
