import { EventEmitter } from 'node:events';
import { SharedRequests } from '../../async/sharedRequests.ts';
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
 * The only state: the rooms of the signed-in account by key, their
 * participants, what is loading and what failed. Everything on the screen is
 * drawn from here after a `change`.
 */
export class RoomStore {
  /** Ten parts of the extension listen as long as it runs, and each open panel and list; more than this would be a leak. */
  readonly events = new EventEmitter<{ change: [RoomChange] }>().setMaxListeners(50);
  #source: RoomSource | undefined;
  /** Aborted when the account changes, so that no late answer gets in. */
  #account = new AbortController();
  #list: RoomList | undefined;
  readonly #fetching = new SharedRequests<RoomSid, Room>();
  readonly #participants = new ParticipantStore(
    (sid, signal, { room = this.#rooms.get(sid), inBulk }) =>
      this.#source && participantPages(this.#source, this.#video, sid, room, signal, inBulk),
    (key) => this.#changed({ kind: 'participants', key }),
  );
  readonly #rooms = new RoomTable(this.#participants);
  /** What the Video API tells of rooms in progress. */
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

  /** Parts of the window of which rooms may be missing: they have not come, or failed. */
  get unlisted(): readonly Slice[] {
    return this.#list?.unlisted ?? [];
  }

  /** Parts of the window that could not be listed, the newest first. */
  get gaps(): readonly Gap[] {
    return this.#list?.gaps ?? [];
  }

  /** Whether the list stopped before its end, so that `loadMore` goes on. */
  get stopped(): boolean {
    return this.#list?.stopped ?? false;
  }

  /** About how many rooms of the window have not been asked for. */
  get expectedLeft(): number {
    return this.#list?.expectedLeft ?? 0;
  }

  /** Rows of the list that no room could be read from. */
  get unreadable(): number {
    return this.#list?.unreadable ?? 0;
  }

  /** The rooms of the window, in no order. */
  listedRooms(): Generator<Room, void, undefined> {
    return this.#rooms.listed();
  }

  /**
   * The rooms of the window in the order in which they came. Grows while a list
   * brings more; it is another array whenever one of them has gone or looks otherwise.
   */
  get listedInOrder(): readonly Room[] {
    return this.#rooms.inListOrder;
  }

  get listedCount(): number {
    return this.#rooms.listedCount;
  }

  /** Grows whenever the listed rooms are others than before, or may look otherwise. */
  get revision(): number {
    return this.#rooms.revision;
  }

  /** Grows whenever the participants of a room have been loaded. */
  get participantsRevision(): number {
    return this.#participants.revision;
  }

  /** Keys of the listed rooms whose participants were asked for: few, however long the list is. */
  *lookedAt(): Generator<string, void, undefined> {
    for (const key of this.#participants.keys()) if (this.#rooms.isListed(key)) yield key;
  }

  room(key: string): Room | undefined {
    return this.#rooms.get(key);
  }

  participantsState(key: string): ParticipantsState | undefined {
    return this.#participants.get(key);
  }

  /** Goes over to another account, or to none: everything known is dropped and everything running ends. */
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
    this.#fetching.clear();
    this.#changed({ kind: 'account' });
  }

  /** Ends everything that runs, and tells nobody any more. */
  dispose(): void {
    this.events.removeAllListeners();
    this.use(undefined);
  }

  /**
   * Lists the window anew. The rooms that were there stay on the screen until
   * the new list is whole. Rooms in progress that it leaves out are added.
   * Resolves when it has ended, well or not.
   * @param most about so many rooms are loaded before it stops; 10,000 unless told
   */
  async list(query: RoomQuery, most?: number): Promise<void> {
    await this.#list?.list(query, most);
    const { state } = this.listing;
    if (state === 'complete' || state === 'paused') await this.#live?.look();
  }

  /**
   * Brings the rooms in progress up to date, see `LiveRefresh.round`.
   * @param shown keys of the rooms whose participants are looked at
   */
  async refreshLive(shown: ReadonlySet<string>): Promise<boolean> {
    return (await this.#live?.round(shown)) ?? true;
  }

  /** The rooms in progress that are listed, or were fetched by their SID. */
  get liveRooms(): readonly Room[] {
    return this.#rooms.live;
  }

  /** Goes on with a list that stopped at the limit or was cancelled, for about 10,000 rooms unless told. */
  async loadMore(most?: number): Promise<void> {
    await this.#list?.loadMore(most);
  }

  /** Tries the parts of the window again that could not be listed. */
  async retryGaps(): Promise<void> {
    await this.#list?.retryGaps();
  }

  /**
   * Lists a window without showing or keeping its rooms.
   * @throws InsightsError, or an AbortError when the account changed meanwhile or the signal was aborted
   */
  async listWindow(query: RoomQuery, signal: AbortSignal): Promise<WindowRooms> {
    if (!this.#source) throw new Error('Nobody is signed in.');
    return listWindow(this.#source, query, AbortSignal.any([this.#account.signal, signal]));
  }

  /** Ends the running list; what has come is kept. */
  cancelListing(): void {
    this.#list?.cancel();
  }

  /**
   * Fetches one room, listed or not, and keeps it. The signal ends the request
   * unless somebody else waits for the same room.
   * @throws InsightsError, or an AbortError when the account changed meanwhile or the signal was aborted
   */
  fetchRoom(sid: RoomSid, signal?: AbortSignal): Promise<Room> {
    const { signal: account } = this.#account;
    return this.#fetching.join(sid, (work) => this.#fetchRoom(sid, AbortSignal.any([account, work])), signal);
  }

  /**
   * Loads all participants of a room; the outcome is in `participation`.
   * Rejects only with an AbortError where a signal was given and is aborted:
   * then the loading ends, unless somebody else waits for it.
   */
  loadParticipants(sid: RoomSid, signal?: AbortSignal, asking?: LoadOptions): Promise<void> {
    return this.#participants.load(sid, this.#account.signal, signal, asking);
  }

  async #fetchRoom(sid: RoomSid, signal: AbortSignal): Promise<Room> {
    if (!this.#live) throw new Error('Nobody is signed in.');
    const room = await this.#live.fetch(sid, signal);
    signal.throwIfAborted();
    this.#rooms.addFetched(sid, this.#filled(room));
    return room;
  }

  /** With what the Video API has told of it. */
  #filled(room: Room): Room {
    return this.#live?.filled(room) ?? room;
  }

  #listOf(source: RoomSource, account: AbortSignal): RoomList {
    return new RoomList({
      source,
      account,
      rooms: this.#rooms,
      fill: (room) => this.#filled(room),
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
