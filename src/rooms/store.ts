import { EventEmitter } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import type { RoomQuery } from '../insights/client.ts';
import type { Page } from '../insights/paging.ts';
import type { Participant } from '../insights/participant.ts';
import type { Room } from '../insights/room.ts';
import type { RoomSid } from '../insights/sid.ts';
import { type Gathered, gatherParticipants } from './gatherParticipants.ts';
import { InFlight } from './inFlight.ts';
import type { Listing, Participation, RoomChange, RoomSource } from './storeState.ts';

/** Rooms that a window may load by itself; what is beyond is loaded when asked for. */
const roomsAtOnce = 10_000;

/**
 * The only state: the rooms of the signed-in account by key, their
 * participants, what is loading and what failed. Everything on the screen is
 * drawn from here after a `change`.
 */
export class RoomStore {
  readonly events = new EventEmitter<{ change: [RoomChange] }>();
  #source: RoomSource | undefined;
  /** Aborted when the account changes, so that no late answer gets in. */
  #account = new AbortController();
  #listingRun = new AbortController();
  #listing: Listing = { state: 'none' };
  #pages: AsyncGenerator<Page<Room>, void, undefined> | undefined;
  /** Keys that the running list has brought so far. */
  #seen = new Set<string>();
  #unreadable = 0;
  #revision = 0;
  readonly #rooms = new Map<string, Room>();
  #listed: ReadonlySet<string> = new Set<string>();
  /** Rooms that were fetched by their SID. */
  readonly #alone = new Set<string>();
  readonly #participation = new Map<string, Participation>();
  readonly #fetching = new InFlight<RoomSid, Room>();
  readonly #fetchingParticipants = new InFlight<RoomSid, void>();

  get signedIn(): boolean {
    return this.#source !== undefined;
  }

  get listing(): Listing {
    return this.#listing;
  }

  /** Rows of the list that no room could be read from. */
  get unreadable(): number {
    return this.#unreadable;
  }

  /** The rooms of the window, in no order. */
  *listedRooms(): Generator<Room, void, undefined> {
    for (const key of this.#listed) {
      const room = this.#rooms.get(key);
      if (room) yield room;
    }
  }

  /** Grows whenever the listed rooms are others than before, or may look otherwise. */
  get revision(): number {
    return this.#revision;
  }

  get listedCount(): number {
    return this.#listed.size;
  }

  /** Keys of the listed rooms whose participants were asked for: few, however long the list is. */
  *lookedAt(): Generator<string, void, undefined> {
    for (const key of this.#participation.keys()) if (this.#listed.has(key)) yield key;
  }

  room(key: string): Room | undefined {
    return this.#rooms.get(key);
  }

  participation(key: string): Participation | undefined {
    return this.#participation.get(key);
  }

  /** Goes over to another account, or to none: everything known is dropped and everything running ends. */
  use(source: RoomSource | undefined): void {
    this.#account.abort();
    this.#account = new AbortController();
    this.#source = source;
    this.#listing = { state: 'none' };
    this.#pages = undefined;
    this.#seen = new Set();
    this.#unreadable = 0;
    this.#revision++;
    this.#rooms.clear();
    this.#listed = new Set();
    this.#alone.clear();
    this.#participation.clear();
    this.#fetching.forget();
    this.#fetchingParticipants.forget();
    this.#changed({ kind: 'account' });
  }

  /** Ends everything that runs, and tells nobody any more. */
  dispose(): void {
    this.events.removeAllListeners();
    this.use(undefined);
  }

  /**
   * Lists the window anew. The rooms that were there stay on the screen until
   * the new list is whole. Resolves when it has ended, well or not.
   */
  async list(query: RoomQuery): Promise<void> {
    if (!this.#source) return;
    this.#listingRun.abort();
    this.#listingRun = new AbortController();
    this.#seen = new Set();
    this.#unreadable = 0;
    this.#dropBefore(query.createdAfter);
    const signal = AbortSignal.any([this.#account.signal, this.#listingRun.signal]);
    this.#pages = this.#source.listRooms(query, signal);
    await this.#readPages(this.#pages, signal);
  }

  /** Goes on with a list that stopped at the limit. */
  async loadMore(): Promise<void> {
    if (this.#listing.state !== 'paused' || !this.#pages) return;
    await this.#readPages(this.#pages, AbortSignal.any([this.#account.signal, this.#listingRun.signal]));
  }

  /** Ends the running list; what has come is kept. */
  cancelListing(): void {
    if (this.#listing.state !== 'loading') return;
    this.#listingRun.abort();
    this.#setListing({ state: 'cancelled' });
  }

  /**
   * Fetches one room, listed or not, and keeps it.
   * @throws InsightsError, or an AbortError when the account changed meanwhile
   */
  fetchRoom(sid: RoomSid): Promise<Room> {
    return this.#fetching.join(sid, () => this.#fetchRoom(sid, this.#account.signal));
  }

  /** Loads all participants of a room. Never rejects: the outcome is in `participation`. */
  loadParticipants(sid: RoomSid): Promise<void> {
    return this.#fetchingParticipants.join(sid, () => this.#loadParticipants(sid, this.#account.signal));
  }

  async #readPages(pages: AsyncGenerator<Page<Room>, void, undefined>, signal: AbortSignal): Promise<void> {
    const enough = this.#seen.size + roomsAtOnce;
    this.#setListing({ state: 'loading' });
    try {
      while (this.#seen.size < enough) {
        const { value: page, done } = await pages.next();
        signal.throwIfAborted();
        if (done) {
          this.#settle('complete');
          return;
        }
        this.#unreadable += page.unreadable;
        for (const room of page.items) {
          this.#seen.add(room.key);
          this.#keep(room.key, room);
        }
        this.#listed = new Set([...this.#seen, ...this.#listed]);
        this.#changed({ kind: 'list' });
      }
      this.#settle('paused');
    } catch (error) {
      if (!signal.aborted) this.#setListing({ state: 'failed', error });
    }
  }

  async #fetchRoom(sid: RoomSid, signal: AbortSignal): Promise<Room> {
    if (!this.#source) throw new Error('Nobody is signed in.');
    const room = await this.#source.fetchRoom(sid, signal);
    signal.throwIfAborted();
    this.#alone.add(sid);
    this.#keep(sid, room);
    this.#changed({ kind: 'room', key: sid });
    return room;
  }

  async #loadParticipants(sid: RoomSid, signal: AbortSignal): Promise<void> {
    if (!this.#source) return;
    const before = this.#participation.get(sid)?.participants ?? [];
    let so: Gathered = { participants: before, unreadable: 0 };
    let found: readonly Participant[] = [];
    this.#setParticipation(sid, { ...so, state: 'loading', stale: false });
    /** The room may have changed while its participants were on their way. */
    const stale = () => this.#participation.get(sid)?.stale ?? false;
    try {
      for await (const gathered of gatherParticipants(this.#source.listParticipants(sid, signal), before)) {
        signal.throwIfAborted();
        ({ found, ...so } = gathered);
        this.#setParticipation(sid, { ...so, state: 'loading', stale: stale() });
      }
      signal.throwIfAborted();
      this.#setParticipation(sid, { ...so, participants: found, state: 'complete', stale: stale() });
    } catch (error) {
      if (!signal.aborted) this.#setParticipation(sid, { ...so, state: 'failed', stale: true, error });
    }
  }

  /** A room that changed, or can change any time, has participants that may have changed. */
  #keep(key: string, room: Room): void {
    const before = this.#rooms.get(key);
    this.#rooms.set(key, room);
    const changed = !before || !isDeepStrictEqual(before.json, room.json);
    if (!room.live && !changed) return;
    this.#revision++;
    const known = this.#participation.get(key);
    if (known) this.#participation.set(key, { ...known, stale: true });
  }

  /** The new list stands: what it does not hold has left the window. */
  #settle(state: 'complete' | 'paused'): void {
    if (this.#listed.size !== this.#seen.size) this.#revision++;
    this.#listed = this.#seen;
    for (const key of this.#rooms.keys()) {
      const lookedAt = this.#participation.has(key) || this.#alone.has(key);
      if (!this.#listed.has(key) && !lookedAt) this.#rooms.delete(key);
    }
    this.#setListing({ state });
  }

  /** Rooms of a wider window are not shown as those of a narrower one. */
  #dropBefore(createdAfter: number): void {
    const within = (key: string) =>
      (this.#rooms.get(key)?.read('create_time') ?? createdAfter) >= createdAfter;
    const left = new Set([...this.#listed].filter(within));
    if (left.size < this.#listed.size) this.#revision++;
    this.#listed = left;
  }

  #setListing(listing: Listing): void {
    this.#listing = listing;
    this.#changed({ kind: 'list' });
  }

  #setParticipation(key: string, participation: Participation): void {
    this.#participation.set(key, participation);
    this.#changed({ kind: 'participants', key });
  }

  #changed(change: RoomChange): void {
    this.events.emit('change', change);
  }
}
