import type { RoomQuery } from '../../insights/client/insightsClient.ts';
import type { Page } from '../../insights/client/paging.ts';
import type { Room } from '../../insights/resources/room.ts';
import { reachesNow } from '../listing/openEnd.ts';
import { RoomRate } from '../listing/roomRate.ts';
import { WindowListing } from '../listing/windowListing.ts';
import { matchesQuery } from '../live/matchesQuery.ts';
import type { RoomTable } from '../model/roomTable.ts';
import type { Listing, RoomSource } from '../model/storeState.ts';
import type { Gap, Slice } from '../model/timeSlice.ts';

/** Rooms that a window loads by itself; more are loaded on request. */
const roomsPerLoad = 10_000;

interface RoomListOptions {
  readonly source: RoomSource;
  /** The table that the list writes to. */
  readonly rooms: RoomTable;
  /** Completes a room with data of the Video API. */
  readonly fill: (room: Room) => Room;
  /** Aborted when the account changes, so that late responses are dropped. */
  readonly account: AbortSignal;
  /** Called when the list has progressed or ended. */
  readonly onChange: () => void;
}

/** The list of an account's rooms in the window, and the state of loading it. */
export class RoomList {
  readonly #options: RoomListOptions;
  #listing: Listing = { state: 'none' };
  #run = new AbortController();
  #window: WindowListing | undefined;
  #query: RoomQuery | undefined;
  /** Whether the window ends now, so that newly created rooms belong to it. */
  #reachesNow = false;
  /** Estimates when rooms are created; learned from the lists with one filter of the API. */
  #learned: { readonly filter: string; readonly rate: RoomRate } | undefined;
  #listNumber = 0;
  /** Number of rooms of the window that the running list has returned so far. */
  #seen = 0;
  #unreadable = 0;

  constructor(options: RoomListOptions) {
    this.#options = options;
  }

  get listing(): Listing {
    return this.#listing;
  }

  /** Rows that could not be read as rooms. */
  get unreadable(): number {
    return this.#unreadable;
  }

  /** How much of the window has been listed, 0 to 1. */
  get share(): number {
    return this.#window?.share ?? 0;
  }

  /** The window that was requested last; undefined before the first. */
  get window(): Slice | undefined {
    const { createdAfter: after, createdBefore: before } = this.#query ?? {};
    return after === undefined || before === undefined ? undefined : { after, before };
  }

  /** Parts of the window that may lack rooms: not loaded yet, or failed. */
  get unlisted(): readonly Slice[] {
    return this.#window?.unlisted ?? [];
  }

  /** Parts of the window that could not be listed, newest first. */
  get gaps(): readonly Gap[] {
    return this.#listing.state === 'failed' ? [] : (this.#window?.gaps ?? []);
  }

  /** Whether the list stopped before its end, so that `loadMore` continues it. */
  get stopped(): boolean {
    const { state } = this.#listing;
    return (state === 'paused' || state === 'cancelled') && (this.#window?.left.length ?? 0) > 0;
  }

  /** Estimated number of rooms of the window that have not been requested. */
  get expectedLeft(): number {
    return this.#window?.expectedLeft ?? 0;
  }

  /** Lists a window, about `maxRooms` rooms of it; resolves when the list has ended, even if it failed. */
  async list(query: RoomQuery, maxRooms = roomsPerLoad): Promise<void> {
    this.#run.abort();
    this.#run = new AbortController();
    this.#listNumber++;
    this.#seen = 0;
    this.#unreadable = 0;
    this.#reachesNow = reachesNow(query.createdBefore, Date.now());
    this.#dropOutside(query);
    this.#query = query;
    this.#window = new WindowListing({
      source: this.#options.source,
      query,
      openEnd: this.#reachesNow,
      lanes: this.#options.source.maxConcurrentRequests,
      rate: this.#rateFor(query),
      onPage: (page) => this.#onPage(page),
      count: () => this.#seen,
    });
    await this.#goOn(this.#window, maxRooms);
  }

  /** Continues a list that stopped at the limit or was cancelled, for about `maxRooms` rooms. */
  async loadMore(maxRooms = roomsPerLoad): Promise<void> {
    if (this.stopped && this.#window) await this.#goOn(this.#window, maxRooms);
  }

  /** Retries the parts of the window that could not be listed. */
  async retryGaps(): Promise<void> {
    if (this.#listing.state === 'loading' || !this.#window) return;
    this.#window.retryGaps();
    await this.#goOn(this.#window, roomsPerLoad);
  }

  /** Adds rooms in progress that the API left out, if they belong to the window; true if any does. */
  add(rooms: readonly Room[]): boolean {
    const query = this.#query;
    const those = query ? rooms.filter((room) => matchesQuery(query, this.#reachesNow, room)) : [];
    const { rooms: table, fill } = this.#options;
    for (const room of those) table.add(room.key, fill(room));
    return those.length > 0;
  }

  /** Cancels the running list; the rooms loaded so far stay. */
  cancel(): void {
    if (this.#listing.state !== 'loading') return;
    this.#run.abort();
    this.#set({ state: 'cancelled' });
  }

  async #goOn(window: WindowListing, maxRooms: number): Promise<void> {
    if (this.#run.signal.aborted) this.#run = new AbortController();
    const signal = AbortSignal.any([this.#options.account, this.#run.signal]);
    this.#set({ state: 'loading' });
    try {
      await window.run(this.#seen + maxRooms, signal);
    } catch (error) {
      if (!signal.aborted) this.#set({ state: 'failed', error });
      // Only now are the slices that were in flight among those that a cancelled list can continue with.
      else if (!this.#options.account.aborted) this.#options.onChange();
      return;
    }
    const [gap] = window.gaps;
    if (gap && window.share === 0) this.#set({ state: 'failed', error: gap.error });
    else this.#settle(window);
  }

  #onPage(page: Page<Room>): void {
    this.#unreadable += page.unreadable;
    const { rooms, fill, onChange } = this.#options;
    for (const room of page.items) {
      if (rooms.upsertListed(room.key, fill(room), this.#listNumber)) this.#seen++;
    }
    onChange();
  }

  /**
   * Completes a list: rooms that it did not return have left the window, unless they lie in a gap or Insights
   * does not know them.
   */
  #settle({ gaps, left }: WindowListing): void {
    // In most cases the list returned all rooms of before, and 100,000 of them need not be iterated.
    if (this.#seen < this.#options.rooms.listedCount) {
      this.#options.rooms.unlist(({ source, created = 0 }, broughtBy) => {
        if (broughtBy === this.#listNumber || source === 'video') return false;
        return !gaps.some(({ after, before }) => created >= after && created < before);
      });
    }
    this.#options.rooms.forgetUnlisted();
    this.#set({ state: left.length > 0 ? 'paused' : 'complete' });
  }

  /** Removes rooms that do not belong to the new window or name. */
  #dropOutside({ createdAfter, createdBefore, roomName }: RoomQuery): void {
    const otherName = roomName !== this.#query?.roomName;
    this.#options.rooms.unlist(({ created = createdAfter }) => {
      // A room created since belongs to a window that ends now, whatever the clocks say.
      return otherName || created < createdAfter || (created >= createdBefore && !this.#reachesNow);
    });
  }

  #rateFor({ roomType, codec, roomName }: RoomQuery): RoomRate {
    const filter = JSON.stringify([roomType, codec, roomName]);
    if (this.#learned?.filter !== filter) this.#learned = { filter, rate: new RoomRate() };
    return this.#learned.rate;
  }

  #set(listing: Listing): void {
    this.#listing = listing;
    this.#options.onChange();
  }
}
