import { EventEmitter } from 'node:events';
import type { RoomQuery } from '../../insights/client/insightsClient.ts';
import type { RoomSid } from '../../insights/core/sid.ts';
import type { Room } from '../../insights/resources/room.ts';
import { listWindow, type WindowRooms } from '../listing/listWindow.ts';
import { LiveRefresh } from '../live/liveRefresh.ts';
import { participantPages } from '../live/participantPages.ts';
import { LiveRoomSource } from '../live/videoSource.ts';
import { RoomTable } from '../model/roomTable.ts';
import type { Listing, ParticipantsState, RoomChange, RoomSource } from '../model/storeState.ts';
import type { Gap, Slice } from '../model/timeSlice.ts';
import { type LoadOptions, ParticipantStore } from './participantStore.ts';
import { RoomList } from './roomList.ts';

/**
 * The only state: the rooms of the signed-in account by key, their participants, running requests and
 * failures. Everything on the screen is rendered from here after a `change`.
 */
export class RoomStore {
  /**
   * Ten components listen as long as the extension runs, plus each open panel and list; more than 50 would be
   * a leak.
   */
  readonly events = new EventEmitter<{ change: [RoomChange] }>().setMaxListeners(50);
  #source: RoomSource | undefined;
  /** Aborted when the account changes, so that late responses are dropped. */
  #account = new AbortController();
  #list: RoomList | undefined;
  readonly #participants = new ParticipantStore(
    (sid, signal, { room = this.#rooms.get(sid), inBulk }) =>
      this.#source && participantPages(this.#source, this.#video, sid, room, signal, inBulk),
    (key) => this.#changed({ kind: 'participants', key }),
  );
  readonly #rooms = new RoomTable(this.#participants);
  /** The rooms in progress according to the Video API. */
  #video = this.#liveSource(undefined);
  #live: LiveRefresh | undefined;

  constructor() {
    this.#rooms.events.on('change', (key) => this.#changed({ kind: 'room', key }));
  }

  get signedIn(): boolean {
    return this.#source !== undefined;
  }

  get listing(): Listing {
    return this.#list?.listing ?? { state: 'none' };
  }

  /** How much of the window has been listed, 0 to 1. */
  get listedShare(): number {
    return this.#list?.share ?? 0;
  }

  /** The window that was listed last; undefined before the first. */
  get window(): Slice | undefined {
    return this.#list?.window;
  }

  /** Parts of the window that may lack rooms: not loaded yet, or failed. */
  get unlisted(): readonly Slice[] {
    return this.#list?.unlisted ?? [];
  }

  /** Parts of the window that could not be listed, newest first. */
  get gaps(): readonly Gap[] {
    return this.#list?.gaps ?? [];
  }

  /** Whether the list stopped before its end, so that `loadMore` continues it. */
  get stopped(): boolean {
    return this.#list?.stopped ?? false;
  }

  /** Estimated number of rooms of the window that have not been requested. */
  get expectedLeft(): number {
    return this.#list?.expectedLeft ?? 0;
  }

  /** Rows of the list that could not be read as rooms. */
  get unreadable(): number {
    return this.#list?.unreadable ?? 0;
  }

  /** The rooms of the window, in no particular order. */
  listedRooms(): Generator<Room, void, undefined> {
    return this.#rooms.listed();
  }

  /**
   * The rooms of the window in the order received. The array grows while a list loads; it is replaced
   * whenever a room was removed or renders differently.
   */
  get listedInOrder(): readonly Room[] {
    return this.#rooms.inListOrder;
  }

  get listedCount(): number {
    return this.#rooms.listedCount;
  }

  /** Incremented whenever a listed room is added, removed or may render differently. */
  get revision(): number {
    return this.#rooms.revision;
  }

  /** Incremented whenever the participants of a room have been loaded. */
  get participantsRevision(): number {
    return this.#participants.revision;
  }

  /** Keys of the listed rooms whose participants were requested: few, however long the list is. */
  *keysWithParticipants(): Generator<string, void, undefined> {
    for (const key of this.#participants.keys()) if (this.#rooms.isListed(key)) yield key;
  }

  room(key: string): Room | undefined {
    return this.#rooms.get(key);
  }

  participantsState(key: string): ParticipantsState | undefined {
    return this.#participants.get(this.#rooms.keyOf(key));
  }

  /** Switches to another account, or to none: drops all state and aborts all requests. */
  use(source: RoomSource | undefined): void {
    this.#account.abort();
    this.#account = new AbortController();
    this.#source = source;
    const { signal } = this.#account;
    this.#list = source && this.#listOf(source, signal);
    this.#video = this.#liveSource(source);
    this.#live = source && this.#liveRefresh(source, signal);
    this.#rooms.forget();
    this.#participants.forget();
    this.#changed({ kind: 'account' });
  }

  /** Aborts all requests and removes all listeners. */
  dispose(): void {
    this.events.removeAllListeners();
    this.use(undefined);
  }

  /**
   * Lists the window again. The previous rooms stay on the screen until the new list is complete. Rooms in
   * progress that it leaves out are added. Resolves when the list has ended, even if it failed.
   * @param maxRooms about this many rooms are loaded before the list stops; 10,000 by default
   */
  async list(query: RoomQuery, maxRooms?: number): Promise<void> {
    await this.#list?.list(query, maxRooms);
    const { state } = this.listing;
    if (state === 'complete' || state === 'paused') await this.#live?.addUnlisted();
  }

  /**
   * Refreshes the rooms in progress, see `LiveRefresh.poll`.
   * @param visible keys of the rooms whose participants are visible
   */
  async refreshLive(visible: ReadonlySet<string>): Promise<boolean> {
    return (await this.#live?.poll(visible)) ?? true;
  }

  /** The rooms in progress that are listed, or were fetched by their SID. */
  get liveRooms(): readonly Room[] {
    return this.#rooms.live;
  }

  /** Asks the Video API again, also if it was given up: the network settings have changed. */
  retryVideo(): void {
    this.#video.retry();
  }

  /** Continues a list that stopped at the limit or was cancelled, for about 10,000 rooms by default. */
  async loadMore(maxRooms?: number): Promise<void> {
    await this.#list?.loadMore(maxRooms);
  }

  /** Retries the parts of the window that could not be listed. */
  async retryGaps(): Promise<void> {
    await this.#list?.retryGaps();
  }

  /**
   * Lists a window without showing or storing its rooms.
   * @throws InsightsError, or an AbortError if the account changed meanwhile or the signal was aborted
   */
  async listWindow(query: RoomQuery, signal: AbortSignal): Promise<WindowRooms> {
    if (!this.#source) throw new Error('Nobody is signed in.');
    return listWindow(this.#source, query, AbortSignal.any([this.#account.signal, signal]));
  }

  /** Cancels the running list; the rooms loaded so far stay. */
  cancelListing(): void {
    this.#list?.cancel();
  }

  /**
   * Fetches one room, listed or not, and stores it. The signal aborts the request unless another caller waits
   * for the same room.
   * @throws InsightsError, or an AbortError if the account changed meanwhile or the signal was aborted
   */
  async fetchRoom(sid: RoomSid, signal?: AbortSignal): Promise<Room> {
    if (!this.#live) throw new Error('Nobody is signed in.');
    return this.#live.fetch(this.#rooms.keyOf(sid), signal);
  }

  /**
   * Loads all participants of a room; the outcome is in `participantsState`. Rejects only with an AbortError
   * if a given signal is aborted: the load then ends, unless another caller waits for it.
   */
  loadParticipants(sid: RoomSid, signal?: AbortSignal, options?: LoadOptions): Promise<void> {
    return this.#participants.load(this.#rooms.keyOf(sid), this.#account.signal, signal, options);
  }

  #listOf(source: RoomSource, account: AbortSignal): RoomList {
    return new RoomList({
      source,
      account,
      rooms: this.#rooms,
      fill: (room) => this.#live?.filled(room) ?? room,
      onChange: () => this.#changed({ kind: 'list' }),
    });
  }

  #liveRefresh(source: RoomSource, signal: AbortSignal): LiveRefresh {
    const live = new LiveRefresh({
      source,
      signal,
      video: this.#video,
      rooms: this.#rooms,
      reloadParticipants: (sid, room) => this.#participants.reload(sid, signal, room),
    });
    live.events.on('found', (rooms) => this.#list?.add(rooms) && this.#changed({ kind: 'list' }));
    live.events.on('end', (error) => this.#changed({ kind: 'live', ...(error !== undefined && { error }) }));
    return live;
  }

  #liveSource(source: RoomSource | undefined): LiveRoomSource {
    return new LiveRoomSource(source?.video, (error) =>
      this.#changed({ kind: 'live', error, refused: true }),
    );
  }

  #changed(change: RoomChange): void {
    this.events.emit('change', change);
  }
}
