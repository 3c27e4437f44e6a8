import { minute } from '../../async/durations.ts';
import type { RoomQuery } from '../../insights/client/insightsClient.ts';
import type { Page } from '../../insights/client/paging.ts';
import type { Room } from '../../insights/resources/room.ts';
import { RoomRate } from '../listing/roomRate.ts';
import { WindowListing } from '../listing/windowListing.ts';
import { matchesQuery } from '../live/matchesQuery.ts';
import type { RoomTable } from '../model/roomTable.ts';
import type { Listing, RoomSource } from '../model/storeState.ts';
import type { Gap, Slice } from '../model/timeSlice.ts';

/** Rooms that a window may load by itself; what is beyond is loaded when asked for. */
const roomsPerLoad = 10_000;

/** A list is asked for so soon after its window was worked out; milliseconds. */
const clockToleranceMs = minute;

interface RoomListOptions {
  readonly source: RoomSource;
  /** Where the rooms of the list go. */
  readonly rooms: RoomTable;
  /** Adds to a room what else is known of it. */
  readonly fill: (room: Room) => Room;
  /** Aborted when the account changes, so that no late answer gets in. */
  readonly account: AbortSignal;
  /** Called when the list has come further, or has ended. */
  readonly onChange: () => void;
}

/** Which rooms of an account the window holds, and how far the list of them has come. */
export class RoomList {
  readonly #options: RoomListOptions;
  #listing: Listing = { state: 'none' };
  #run = new AbortController();
  #window: WindowListing | undefined;
  #query: RoomQuery | undefined;
  /** Whether the window ends now, so that rooms that begin belong to it. */
  #reachesNow = false;
  /** When rooms are created, as far as the lists have shown, for one filter of the API. */
  #rate: { readonly filter: string; readonly rhythm: RoomRate } | undefined;
  #listNumber = 0;
  /** How many rooms of the window the running list has brought so far. */
  #seen = 0;
  #unreadable = 0;

  constructor(options: RoomListOptions) {
    this.#options = options;
  }

  get listing(): Listing {
    return this.#listing;
  }

  /** Rows that no room could be read from. */
  get unreadable(): number {
    return this.#unreadable;
  }

  /** How much of the window has been listed, 0 to 1. */
  get share(): number {
    return this.#window?.share ?? 0;
  }

  /** The window that was asked for last; undefined before the first. */
  get window(): Slice | undefined {
    const { createdAfter: after, createdBefore: before } = this.#query ?? {};
    return after === undefined || before === undefined ? undefined : { after, before };
  }

  /** Parts of the window of which rooms may be missing: they have not come, or failed. */
  get unlisted(): readonly Slice[] {
    return this.#window?.unlisted ?? [];
  }

  /** Parts of the window that could not be listed, the newest first. */
  get gaps(): readonly Gap[] {
    return this.#listing.state === 'failed' ? [] : (this.#window?.gaps ?? []);
  }

  /** Whether the list stopped before its end, so that `loadMore` goes on. */
  get stopped(): boolean {
    const { state } = this.#listing;
    return (state === 'paused' || state === 'cancelled') && (this.#window?.left.length ?? 0) > 0;
  }

  /** About how many rooms of the window have not been asked for. */
  get expectedLeft(): number {
    return this.#window?.expectedLeft ?? 0;
  }

  /** Lists a window, about `most` rooms of it; resolves when that has ended, well or not. */
  async list(query: RoomQuery, most = roomsPerLoad): Promise<void> {
    this.#run.abort();
    this.#run = new AbortController();
    this.#listNumber++;
    this.#seen = 0;
    this.#unreadable = 0;
    this.#reachesNow = query.createdBefore >= Date.now() - clockToleranceMs;
    this.#dropOutside(query);
    this.#query = query;
    this.#window = new WindowListing({
      source: this.#options.source,
      query,
      lanes: this.#options.source.maxConcurrentRequests,
      rhythm: this.#rateFor(query),
      onPage: (page) => this.#onPage(page),
      count: () => this.#seen,
    });
    await this.#goOn(this.#window, most);
  }

  /** Goes on with a list that stopped at the limit or was cancelled, for about `most` rooms. */
  async loadMore(most = roomsPerLoad): Promise<void> {
    if (this.stopped && this.#window) await this.#goOn(this.#window, most);
  }

  /** Tries the parts of the window again that could not be listed. */
  async retryGaps(): Promise<void> {
    if (this.#listing.state === 'loading' || !this.#window) return;
    this.#window.retryGaps();
    await this.#goOn(this.#window, roomsPerLoad);
  }

  /** Adds rooms in progress that the API left out, those that belong to the window; whether any does. */
  add(rooms: readonly Room[]): boolean {
    const query = this.#query;
    const those = query ? rooms.filter((room) => matchesQuery(query, this.#reachesNow, room)) : [];
    const { rooms: table, fill } = this.#options;
    for (const room of those) table.add(room.key, fill(room));
    return those.length > 0;
  }

  /** Ends the running list; what has come is kept. */
  cancel(): void {
    if (this.#listing.state !== 'loading') return;
    this.#run.abort();
    this.#set({ state: 'cancelled' });
  }

  async #goOn(window: WindowListing, most: number): Promise<void> {
    if (this.#run.signal.aborted) this.#run = new AbortController();
    const signal = AbortSignal.any([this.#options.account, this.#run.signal]);
    this.#set({ state: 'loading' });
    try {
      await window.run(this.#seen + most, signal);
    } catch (error) {
      if (!signal.aborted) this.#set({ state: 'failed', error });
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

  /** The new list stands: what it does not hold has left the window, unless it lies in a gap or is not known to Insights. */
  #settle({ gaps, left }: WindowListing): void {
    // As mostly, the list brought everything that was there: 100,000 rooms need not be gone through for that.
    if (this.#seen < this.#options.rooms.listedCount) {
      this.#options.rooms.unlist(({ source, created = 0 }, broughtBy) => {
        if (broughtBy === this.#listNumber || source === 'video') return false;
        return !gaps.some(({ after, before }) => created >= after && created < before);
      });
    }
    this.#options.rooms.forgetUnlisted();
    this.#set({ state: left.length > 0 ? 'paused' : 'complete' });
  }

  /** Rooms of another window or name are not shown as those of this one. */
  #dropOutside({ createdAfter, createdBefore, roomName }: RoomQuery): void {
    const otherName = roomName !== this.#query?.roomName;
    this.#options.rooms.unlist(({ created = createdAfter }) => {
      // A room that has begun since belongs to a window that ends now, whatever the clocks say.
      return otherName || created < createdAfter || (created >= createdBefore && !this.#reachesNow);
    });
  }

  #rateFor({ roomType, codec, roomName }: RoomQuery): RoomRate {
    const filter = JSON.stringify([roomType, codec, roomName]);
    if (this.#rate?.filter !== filter) this.#rate = { filter, rhythm: new RoomRate() };
    return this.#rate.rhythm;
  }

  #set(listing: Listing): void {
    this.#listing = listing;
    this.#options.onChange();
  }
}
