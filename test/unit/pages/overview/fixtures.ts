import type { Room } from '../../../../src/insights/resources/room.ts';
import { OverviewPage } from '../../../../src/pages/overview/overviewPage.ts';
import { noFilter, type RoomFilter, roomMatcher } from '../../../../src/rooms/filter/roomFilter.ts';
import type { RoomSource } from '../../../../src/rooms/model/storeState.ts';
import { RoomStore } from '../../../../src/rooms/store/roomStore.ts';
import type { CallCache } from '../../../../src/rooms/visible/callCache.ts';
import { VisibleRooms } from '../../../../src/rooms/visible/visibleRooms.ts';
import type { TimeWindow } from '../../../../src/rooms/window/timeWindow.ts';
import { sampleClient } from '../../../../src/sample/sampleClient.ts';
import { Format } from '../../../../src/text/format.ts';

/** A Saturday, at half past ten in the morning. */
export const now = Date.UTC(2026, 10, 21, 10, 30);
export const format = new Format({ locale: 'en', times: 'utc', now: () => now });
export const day = 86_400_000;

/** A store and an overview of it, with all that is between them. */
export class OverviewFixture {
  readonly store = new RoomStore();
  readonly errors: unknown[] = [];
  filter: RoomFilter = noFilter;
  window: TimeWindow = '24h';
  readonly overview: OverviewPage;
  /** What the overview waits for before it counts. */
  readonly visibleRooms: VisibleRooms;
  #waiting: (() => void)[] = [];
  #calls: CallCache | undefined;

  constructor() {
    const fixture = this;
    this.visibleRooms = new VisibleRooms(this.store, { filter: noFilter, order: 'newest' }, () => format);
    this.overview = new OverviewPage(
      {
        store: this.store,
        visibleRooms: this.visibleRooms,
        listOptions: {
          get filter() {
            return fixture.filter;
          },
          get window() {
            return fixture.window;
          },
          setFilter(filter) {
            fixture.filter = filter;
            fixture.overview.changed();
          },
        },
        format: () => format,
        sample: () => true,
        logError: (error) => this.errors.push(error),
      },
      () => {
        for (const look of this.#waiting) look();
      },
    );
  }

  /** Signs in and lists the window. */
  async list(source: RoomSource = sampleClient(() => now), hours = 24): Promise<void> {
    this.store.use(source);
    await this.store.list({ createdAfter: now - hours * 3_600_000, createdBefore: now });
  }

  /** Resolves once the overview shows what is asked for. */
  shows(
    wanted: (state: ReturnType<OverviewPage['draw']>) => boolean,
  ): Promise<ReturnType<OverviewPage['draw']>> {
    const { promise, resolve } = Promise.withResolvers<ReturnType<OverviewPage['draw']>>();
    const look = () => {
      const state = this.overview.draw();
      if (!wanted(state)) return;
      this.#waiting = this.#waiting.filter((one) => one !== look);
      resolve(state);
    };
    this.#waiting.push(look);
    look();
    return promise;
  }

  /** The listed rooms that a filter leaves, as the tree finds them. */
  async matching(filter: RoomFilter): Promise<Room[]> {
    this.#calls ??= await this.visibleRooms.loadCalls();
    const matches = roomMatcher(filter, (key) => this.#calls?.facetsOf(key), now);
    return [...this.store.listedRooms()].filter(matches);
  }

  close(): void {
    this.overview.dispose();
    this.store.dispose();
  }
}
