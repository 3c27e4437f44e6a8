import { EventEmitter } from 'node:events';
import { SharedRequests } from '../../async/sharedRequests.ts';
import type { InsightsError } from '../../insights/core/errors.ts';
import { isInsightsError } from '../../insights/core/isInsightsError.ts';
import { foldSid, isRoomSid, type RoomSid } from '../../insights/core/sid.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { RoomTable } from '../model/roomTable.ts';
import type { RoomSource } from '../model/storeState.ts';
import { isUnknownToBoth, MissingRooms, noteUnknownToBoth } from './missingRooms.ts';
import { planRefresh } from './refreshPlan.ts';
import type { LiveRoomSource } from './videoSource.ts';

interface LiveRefreshOptions {
  readonly source: RoomSource;
  readonly video: LiveRoomSource;
  /** The table in which rooms in progress are looked up and updated. */
  readonly rooms: RoomTable;
  /** Reloads the participants of a room if they are known. Rejects on failure. */
  readonly reloadParticipants: (sid: RoomSid, room: Room | undefined) => Promise<void>;
  /** Aborted when the account changes. */
  readonly signal: AbortSignal;
}

interface LiveRefreshEvents {
  /** Rooms in progress that no list contained. */
  found: [rooms: readonly Room[]];
  /** The end of a poll, with the first failure of an outage. */
  end: [error?: unknown];
}

/** Refreshes the rooms in progress, with few requests however many there are. */
export class LiveRefresh {
  readonly events = new EventEmitter<LiveRefreshEvents>();
  readonly #options: LiveRefreshOptions;
  readonly #fetching = new SharedRequests<RoomSid, Room>();
  readonly #requestedAt = new Map<string, number>();
  /** The latest list of the Video API, by folded SID. */
  #listed: ReadonlyMap<string, Room> = new Map();
  /** Rooms that are over although Insights still reports them as live. */
  readonly #over = new Map<string, Room>();
  /** Rooms that neither API knows any more. */
  readonly #missing = new MissingRooms();
  /** Whether the last poll failed: an outage is reported once. */
  #down = false;

  constructor(options: LiveRefreshOptions) {
    this.#options = options;
  }

  /** A live room of Insights, with its missing fields and its end filled in from the Video API. */
  filled(room: Room): Room {
    const over = room.live && this.#over.get(room.key);
    if (over) return room.endedAs(over);
    const other = room.live && room.source === 'insights' && this.#listed.get(foldSid(room.key));
    return other ? room.filledFrom(other) : room;
  }

  /**
   * Fetches one room and stores it, once for all callers who wait for it at the same time; from the Video API if
   * Insights does not know it, or not yet. A room that neither API knows stays as it was; it is over when it has been
   * missing for `missingAfterMs`.
   * @throws InsightsError, or an AbortError
   */
  fetch(sid: RoomSid, signal?: AbortSignal): Promise<Room> {
    const fetchOnce = async (work: AbortSignal) => {
      const either = AbortSignal.any([this.#options.signal, work]);
      const room = await this.#fetchFromEither(sid, either).catch((error: unknown) => {
        either.throwIfAborted();
        if (isUnknownToBoth(error)) this.#miss(sid);
        throw error;
      });
      either.throwIfAborted();
      this.#missing.found(sid);
      this.#options.rooms.addFetched(room.sid ?? sid, this.filled(room));
      return room;
    };
    return this.#fetching.join(sid, fetchOnce, signal);
  }

  async #fetchFromEither(sid: RoomSid, signal: AbortSignal): Promise<Room> {
    try {
      return await this.#options.source.fetchRoom(sid, signal);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      const room = await this.#options.video.room(sid, signal);
      if (room && room !== 'unknown') return room;
      // Some tools write all text in upper case, and with it a SID.
      const lowerCase = foldSid(sid);
      if (lowerCase !== sid) return this.#fetchFromEither(lowerCase, signal);
      // Without an answer of the Video API, nothing tells that there is no such room.
      if (room === 'unknown') noteUnknownToBoth(error);
      throw error;
    }
  }

  /** Adds the rooms in progress that Insights left out of a list that has just come. Never rejects. */
  async addUnlisted(): Promise<void> {
    await this.#attempt([this.#takeListed(true)]);
  }

  /**
   * One poll: the Video API's list of rooms in progress, then a few single rooms, then the participants of
   * visible rooms. Existing data stays until newer data arrives. Never rejects; resolves to true if every
   * request succeeded.
   */
  async poll(visible: ReadonlySet<string>): Promise<boolean> {
    const before = this.#options.rooms.live.filter(({ key }) => !this.#missing.waits(key, Date.now()));
    let failed: unknown;
    const listed = await this.#takeListed().catch((error: unknown) => {
      failed = error;
      return undefined;
    });
    const live = before.map(({ key }) => key);
    const ended = listed ? live.filter((key) => !listed.has(foldSid(key))) : [];
    const { rooms, participantsOnly } = planRefresh({
      live,
      ended,
      visible,
      unknown: new Set(before.filter(({ source }) => source === 'video').map(({ key }) => key)),
      requestedAt: this.#requestedAt,
    });
    return this.#attempt([
      failed === undefined ? undefined : Promise.reject(failed),
      ...rooms.map((key) => this.#refresh(key, ended.includes(key), visible.has(key))),
      ...participantsOnly.map((key) => this.#reloadParticipants(key)),
    ]);
  }

  async #attempt(work: readonly (Promise<unknown> | undefined)[]): Promise<boolean> {
    const outcomes = await Promise.allSettled(work);
    if (this.#options.signal.aborted) return true;
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    const news = failure && !this.#down;
    this.#down = failure !== undefined;
    this.events.emit('end', news ? failure.reason : undefined);
    return !failure;
  }

  async #takeListed(insightsWorks = false): Promise<ReadonlyMap<string, Room> | undefined> {
    const listed = await this.#options.video.rooms(this.#options.signal, insightsWorks);
    this.#options.signal.throwIfAborted();
    if (!listed) return undefined;
    this.#listed = listed;
    const unknown: Room[] = [];
    for (const [key, room] of listed) {
      const known = this.#options.rooms.get(key);
      this.#missing.found(known?.key ?? key);
      if (!known) unknown.push(room);
      // If Insights says that a room is over, that is final.
      else if (known.source === 'video' || known.missing) this.#options.rooms.update(room);
      else if (known.live) this.#options.rooms.update(this.filled(known));
    }
    this.events.emit('found', unknown);
    return listed;
  }

  async #refresh(key: string, ended: boolean, visible: boolean): Promise<void> {
    if (!isRoomSid(key)) return;
    this.#requestedAt.set(key, Date.now());
    const found = await this.#fetch(key, ended);
    this.#options.signal.throwIfAborted();
    const room = found === 'unknown' ? undefined : found;
    if (room) this.#missing.found(key);
    else if (found) this.#miss(key);
    // Started before the change of the room is emitted: a listener that loads participants joins it.
    const reloading = visible ? this.#options.reloadParticipants(key, room) : undefined;
    if (room) this.#options.rooms.update(room);
    if (room && !room.live) this.#requestedAt.delete(key);
    await reloading;
  }

  async #reloadParticipants(key: string): Promise<void> {
    this.#requestedAt.set(key, Date.now());
    if (isRoomSid(key)) await this.#options.reloadParticipants(key, this.#options.rooms.get(key));
  }

  /** Neither API knows a room. If that is so for some time, it is over. */
  #miss(key: string): void {
    const room = this.#options.rooms.get(key);
    if (room?.live && this.#missing.missed(room.key, Date.now()))
      this.#options.rooms.update(room.asMissing());
  }

  /**
   * Fetches a room. A room that is in progress for Insights but no longer for the Video API is over.
   * `unknown` if neither API knows it; undefined if Insights does not, and the Video API is unavailable.
   */
  async #fetch(sid: RoomSid, ended: boolean): Promise<Room | 'unknown' | undefined> {
    let room: Room;
    try {
      room = await this.#options.source.fetchRoom(sid, this.#options.signal);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      return this.#options.video.room(sid, this.#options.signal);
    }
    if (!ended || !room.live) return this.filled(room);
    const over = await this.#options.video.room(sid, this.#options.signal);
    if (over && over !== 'unknown' && !over.live) this.#over.set(sid, over);
    return this.filled(room);
  }
}

function isNotFound(error: unknown): error is InsightsError {
  return isInsightsError(error) && error.kind === 'notFound';
}
