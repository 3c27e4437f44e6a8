import assert from 'node:assert/strict';
import { InsightsError } from '../../../../src/insights/core/errors.ts';
import type { BarView, OverviewView } from '../../../../src/protocol/overview.ts';
import type { PageState } from '../../../../src/protocol/roomPage.ts';
import { noFilter } from '../../../../src/rooms/filter/roomFilter.ts';
import type { RoomSource } from '../../../../src/rooms/model/storeState.ts';
import { wilsonLowerBound } from '../../../../src/rooms/overview/significance.ts';
import { sampleClient } from '../../../../src/sample/sampleClient.ts';
import { now, OverviewFixture } from './fixtures.ts';

const allKnown = ({ overview }: PageState) =>
  overview?.load.text.startsWith('Participants are known for all') === true;

function overviewOf({ overview }: PageState): OverviewView {
  assert.ok(overview, 'there is no overview');
  return overview;
}

function chartOf(state: PageState, id: string) {
  const chart = overviewOf(state)
    .sections.flatMap(({ charts }) => charts)
    .find((one) => one.id === id);
  assert.ok(chart, `there is no chart ${id}`);
  return chart;
}

const actionsOf = ({ buttons }: OverviewView['load']) => buttons.map(({ action }) => action);

/** Rooms that a bar counts: its value, or for those that count participants what stands beside it. */
function roomsOfBar(chart: string, bar: BarView): number {
  const text = chart === 'errorCode' ? (/in (\d+) room/.exec(bar.aside)?.[1] ?? '') : bar.value;
  return Number(text);
}

describe('The overview of the sample rooms', () => {
  let fixture: OverviewFixture;

  beforeEach(() => {
    fixture = new OverviewFixture();
    fixture.overview.active = true;
  });

  afterEach(() => {
    fixture.close();
    assert.deepEqual(fixture.errors, []);
  });

  it('is counted when the rooms have come', async () => {
    assert.equal(fixture.overview.draw().failure?.title, 'Nobody is signed in');
    await fixture.list();
    const state = await fixture.shows(({ overview }) => overview !== undefined);
    const { covers, figures, load, summary } = overviewOf(state);
    const count = fixture.store.listedCount;
    assert.ok(count > 40);
    assert.equal(covers, `Sample · Last 24 hours · all ${count} rooms`);
    assert.equal(figures[0]?.value, String(count));
    assert.match(summary.join(' '), /not known yet/);
    assert.deepEqual(
      load.buttons.map(({ label }) => label),
      [`Load participants of ${count} rooms (about ${count} requests)`],
    );
    assert.equal(chartOf(state, 'endReason').bars.length > 0, true);
  });

  it('counts every room once, in every chart', async () => {
    await fixture.list();
    const state = await fixture.shows(({ overview }) => overview !== undefined);
    const { columns } = overviewOf(state).time;
    const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
    assert.equal(sum(columns.map(({ cells }) => Number(cells[1]))), fixture.store.listedCount);
    const people = [...fixture.store.listedRooms()].map((room) => room.read('unique_participants') ?? 0);
    assert.equal(sum(columns.map(({ cells }) => Number(cells[2]?.replace(',', '')))), sum(people));
    for (const id of ['duration', 'size']) {
      const { bars, rest } = chartOf(state, id);
      const unknown = Number(/Not known for (\d+)/.exec(rest ?? '')?.[1] ?? 0);
      assert.equal(sum(bars.map(({ value }) => Number(value))) + unknown, fixture.store.listedCount, id);
    }
  });

  it('filters by every bar to as many rooms as it counts', async () => {
    await fixture.list(undefined, 24 * 7);
    await fixture.shows(({ overview }) => overview !== undefined);
    await fixture.overview.loadParticipants();
    const state = await fixture.shows(allKnown);
    for (const { id, charts } of overviewOf(state).sections.filter(({ id }) => id !== 'whom')) {
      for (const chart of charts) {
        for (const bar of chart.bars) {
          fixture.filter = noFilter;
          assert.equal(fixture.overview.press(bar.id, false), true);
          const { length } = await fixture.matching(fixture.filter);
          assert.equal(length, roomsOfBar(chart.id, bar), `${id} ${bar.accessibleLabel}`);
        }
      }
    }
    for (const column of overviewOf(state).time.columns) {
      fixture.filter = noFilter;
      fixture.overview.press(column.id, false);
      assert.equal((await fixture.matching(fixture.filter)).length, Number(column.cells[1]), column.lines[0]);
    }
  });

  it('filters by who failed to rooms in which somebody did', async () => {
    await fixture.list();
    await fixture.shows(({ overview }) => overview !== undefined);
    await fixture.overview.loadParticipants();
    const state = await fixture.shows(allKnown);
    for (const id of ['failedSdk', 'failedBrowser', 'failedPlatform', 'failedEdge', 'failedRegion']) {
      const { bars } = chartOf(state, id);
      assert.ok(bars.length > 1, id);
      const rates = bars.map(({ value }) => {
        const [failed, all] = value.split(' of ').map(Number);
        return wilsonLowerBound({ failed: failed ?? 0, all: all ?? 0 });
      });
      assert.deepEqual(
        rates,
        rates.toSorted((a, b) => b - a),
        'the highest rate first, as far as it is certain',
      );
      for (const bar of bars) {
        fixture.filter = noFilter;
        fixture.overview.press(bar.id, false);
        const { length } = await fixture.matching(fixture.filter);
        assert.ok(length > 0 && length <= Number(bar.value.split(' of ')[0]), bar.accessibleLabel);
      }
    }
  });

  it('marks the bars of the filter, says what the tree shows, and takes a bar back', async () => {
    await fixture.list();
    const first = await fixture.shows(({ overview }) => overview !== undefined);
    const bar = chartOf(first, 'endReason').bars[0];
    assert.ok(bar);
    fixture.overview.press(bar.id, false);
    const counted = await fixture.shows(({ overview }) => overview?.filter.text.includes(' of ') === true);
    assert.ok(chartOf(counted, 'endReason').bars[0]?.chosen);
    const { text, clear } = overviewOf(counted).filter;
    assert.equal(
      text,
      `The tree shows ${bar.value} of ${fixture.store.listedCount} rooms: end reason: ${bar.label}`,
    );
    assert.equal(clear?.action, 'clearFilter');
    fixture.overview.press(bar.id, false);
    assert.deepEqual(fixture.filter, noFilter);
    assert.equal(fixture.overview.press('errorCode=1', false), false, 'a bar that was never drawn');
  });

  it('loads participants, tells how far it is, and what it found', async () => {
    await fixture.list();
    await fixture.shows(({ overview }) => overview !== undefined);
    const rooms = fixture.store.listedCount;
    const loading = fixture.overview.loadParticipants();
    const { load } = overviewOf(await fixture.shows(({ overview }) => overview?.load.progress !== undefined));
    assert.match(load.text, new RegExp(`^Loading participants: \\d+ of ${rooms} rooms$`));
    assert.deepEqual(actionsOf(load), ['cancelParticipants']);
    await loading;
    const state = await fixture.shows(allKnown);
    assert.deepEqual(actionsOf(overviewOf(state).load), []);
    assert.match(
      overviewOf(state).summary[0] ?? '',
      new RegExp(`^Something went wrong in \\d+ of the ${rooms} rooms\\.$`),
    );
    assert.ok(chartOf(state, 'errorCode').bars.some(({ label }) => label === '53205 duplicate identity'));
  });

  it('offers to reload what may have changed since: rooms in progress', async () => {
    await fixture.list();
    await fixture.shows(({ overview }) => overview !== undefined);
    await fixture.overview.loadParticipants();
    await fixture.store.list({ createdAfter: now - 86_400_000, createdBefore: now });
    const isReload = (label = '') => label.startsWith('Reload ');
    const state = await fixture.shows(({ overview }) => isReload(overview?.load.buttons[0]?.label));
    const live = [...fixture.store.listedRooms()].filter((room) => room.live).length;
    assert.equal(
      overviewOf(state).load.buttons[0]?.label,
      `Reload participants of ${live} rooms that may have changed (about ${live} requests)`,
    );
  });

  it('says what could not be loaded, and offers it again', async () => {
    const good = sampleClient(() => now);
    let broken = 2;
    const source = {
      maxConcurrentRequests: 8,
      listRooms: good.listRooms.bind(good),
      listParticipants: (...parameters: Parameters<typeof good.listParticipants>) => {
        if (broken-- > 0) throw new InsightsError('timedOut', { path: '/v1/Video/Rooms' });
        return good.listParticipants(...parameters);
      },
    };
    await fixture.list(source as unknown as RoomSource);
    await fixture.shows(({ overview }) => overview !== undefined);
    await fixture.overview.loadParticipants();
    const counted = (label = '') => label.includes(' of 2 rooms ');
    const { load } = overviewOf(
      await fixture.shows(({ overview }) => counted(overview?.load.buttons[0]?.label)),
    );
    assert.equal(load.problem, '2 rooms could not be loaded: The request timed out.');
    assert.deepEqual(
      load.buttons.map(({ label }) => label),
      ['Retry: Load participants of 2 rooms (about 2 requests)'],
    );
    await fixture.overview.loadParticipants();
    await fixture.shows(allKnown);
  });

  it('sends counted bars, never rooms', async () => {
    await fixture.list(undefined, 24 * 7);
    await fixture.shows(({ overview }) => overview !== undefined);
    await fixture.overview.loadParticipants();
    const text = JSON.stringify(await fixture.shows(allKnown));
    assert.ok(text.length < 120_000, `${text.length} characters`);
    assert.doesNotMatch(text, /(RM|PA)[0-9a-f]{32}/);
    assert.doesNotMatch(text, /Stand-up/);
  });

  it('forgets everything when another account signs in', async () => {
    await fixture.list();
    await fixture.shows(({ overview }) => overview !== undefined);
    fixture.store.use(undefined);
    const { failure, overview } = fixture.overview.draw();
    assert.equal(overview, undefined);
    assert.deepEqual(
      failure?.actions.map(({ id }) => id),
      ['signIn', 'sample'],
    );
  });

  it('counts nothing while nobody looks', async () => {
    fixture.overview.active = false;
    await fixture.list();
    await new Promise(setImmediate);
    assert.equal(fixture.overview.draw().overview, undefined);
    fixture.overview.active = true;
    await fixture.shows(({ overview }) => overview !== undefined);
  });
});

describe('An overview without rooms', () => {
  let fixture: OverviewFixture;

  const sourceOf = (listRooms: () => AsyncGenerator) =>
    ({ maxConcurrentRequests: 8, listRooms }) as unknown as RoomSource;

  beforeEach(() => {
    fixture = new OverviewFixture();
    fixture.overview.active = true;
  });
  afterEach(() => fixture.close());

  it('says that it is loading', async () => {
    const gate = Promise.withResolvers<void>();
    const list = fixture.list(
      sourceOf(async function* () {
        await gate.promise;
        yield { items: [], unreadable: 0 };
      }),
    );
    assert.equal((await fixture.shows(({ loading }) => loading)).overview, undefined);
    gate.resolve();
    await list;
  });

  it('says why there is nothing to count, and what can be done', async () => {
    await fixture.list(
      sourceOf(async function* () {
        yield { items: [], unreadable: 0 };
      }),
    );
    const { empty } = await fixture.shows((state) => state.empty !== undefined);
    assert.deepEqual(
      [empty?.title, ...(empty?.actions ?? []).map(({ action }) => action)],
      ['No rooms to count', 'setWindow', 'refresh'],
    );
    fixture.filter = { name: 'nobody' };
    const narrow = fixture.overview.draw().empty;
    assert.deepEqual(
      [narrow?.actions[0]?.action, narrow?.detail],
      ['clearFilter', 'Twilio lists no rooms in this window that the filter asks for.'],
    );
  });

  it('says what failed', async () => {
    await fixture.list(
      // biome-ignore lint/correctness/useYield: it fails before the first page
      sourceOf(async function* () {
        throw new InsightsError('unauthorized', { path: '/v1/Video/Rooms', status: 401 });
      }),
    );
    const { failure } = await fixture.shows((state) => state.failure !== undefined);
    assert.equal(failure?.title, 'Twilio refused the credentials');
    assert.deepEqual(
      failure?.actions.map(({ id }) => id),
      ['signIn', 'retry', 'showLog'],
    );
  });

  it('keeps what was counted when a refresh fails, and says so', async () => {
    const good = sampleClient(() => now);
    let down = false;
    const source = {
      maxConcurrentRequests: 8,
      listRooms: (...parameters: Parameters<typeof good.listRooms>) => {
        if (down) throw new InsightsError('unreachable', { path: '/v1/Video/Rooms' });
        return good.listRooms(...parameters);
      },
    };
    await fixture.list(source as unknown as RoomSource);
    await fixture.shows(({ overview }) => overview !== undefined);
    down = true;
    await fixture.store.list({ createdAfter: now - 86_400_000, createdBefore: now });
    const { overview, failure } = await fixture.shows((state) => state.failure !== undefined);
    assert.equal(failure?.title, 'Twilio cannot be reached');
    assert.match(overview?.covers ?? '', /\d rooms, not up to date$/);
  });
});
