import { EventEmitter } from 'node:events';
import { isInsightsError } from '../../insights/core/isInsightsError.ts';
import { isRoomSid, type RoomSid } from '../../insights/core/sid.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { RoomTable } from '../model/roomTable.ts';
import type { RoomSource } from '../model/storeState.ts';
import { planRefresh } from './refreshPlan.ts';
import type { LiveRoomSource } from './videoSource.ts';

interface LiveRefreshOptions {
  readonly source: RoomSource;
  readonly video: LiveRoomSource;
  /** Where rooms in progress are found and updated. */
  readonly rooms: RoomTable;
  /** Loads the participants of a room again where they are known. Rejects on failure. */
  readonly reloadParticipants: (sid: RoomSid, room: Room | undefined) => Promise<void>;
  /** Aborted when the account changes. */
  readonly signal: AbortSignal;
}

interface LiveRefreshEvents {
  /** Rooms in progress that no list brought. */
  found: [rooms: readonly Room[]];
  /** A round is over; the first failure of an outage comes with it. */
  end: [error?: unknown];
}

/** Brings the rooms in progress up to date, with few requests however many they are. */
export class LiveRefresh {
  readonly events = new EventEmitter<LiveRefreshEvents>();
  readonly #options: LiveRefreshOptions;
  readonly #askedAt = new Map<string, number>();
  /** What the Video API said last. */
  #listed: ReadonlyMap<string, Room> = new Map();
  /** Rooms that are over, which Insights still takes for live. */
  readonly #over = new Map<string, Room>();
  /** Rooms that neither API knows any more: they stay as they were until the next list. */
  readonly #gone = new Set<string>();
  /** Whether the last round failed: an outage is told once. */
  #down = false;

  constructor(options: LiveRefreshOptions) {
    this.#options = options;
  }

  /** A room of Insights that is in progress, with what it lacks, and with its end, as the Video API has told. */
  filled(room: Room): Room {
    const over = room.live && this.#over.get(room.key);
    if (over) return room.endedAs(over);
    const other = room.live && room.source === 'insights' && this.#listed.get(room.key);
    return other ? room.filledFrom(other) : room;
  }

  /** One room; of one that Insights does not know, or not yet, the Video API tells. @throws InsightsError */
  async fetch(sid: RoomSid, signal: AbortSignal): Promise<Room> {
    try {
      return await this.#options.source.fetchRoom(sid, signal);
    } catch (error) {
      const room = isNotFound(error) && (await this.#options.video.room(sid, signal).catch(() => undefined));
      if (!room) throw error;
      return room;
    }
  }

  /** Adds the rooms in progress that Insights left out of a list. Never rejects. */
  async look(): Promise<void> {
    this.#gone.clear();
    await this.#attempt([this.#takeListed()]);
  }

  /**
   * One round: the Video API's list of rooms in progress, then a few rooms one
   * by one, then the participants of those that are shown. What was there
   * stays until something else is known. Never rejects; resolves to whether
   * everything was answered.
   */
  async round(shown: ReadonlySet<string>): Promise<boolean> {
    const before = this.#options.rooms.live.filter(({ key }) => !this.#gone.has(key));
    let failed: unknown;
    const listed = await this.#takeListed().catch((error: unknown) => {
      failed = error;
      return undefined;
    });
    const live = before.map(({ key }) => key);
    const ended = listed ? live.filter((key) => !listed.has(key)) : [];
    const { rooms, people } = planRefresh({
      live,
      ended,
      shown,
      unknown: new Set(before.filter(({ source }) => source === 'video').map(({ key }) => key)),
      askedAt: this.#askedAt,
    });
    return this.#attempt([
      failed === undefined ? undefined : Promise.reject(failed),
      ...rooms.map((key) => this.#refresh(key, ended.includes(key), shown.has(key))),
      ...people.map((key) => this.#reloadParticipants(key)),
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

  async #takeListed(): Promise<ReadonlyMap<string, Room> | undefined> {
    const listed = await this.#options.video.rooms(this.#options.signal);
    this.#options.signal.throwIfAborted();
    if (!listed) return undefined;
    this.#listed = listed;
    const unknown: Room[] = [];
    for (const [key, room] of listed) {
      const known = this.#options.rooms.get(key);
      if (!known) unknown.push(room);
      // Insights has the last word on a room that it says is over.
      else if (known.source === 'video') this.#options.rooms.update(room);
      else if (known.live) this.#options.rooms.update(this.filled(known));
    }
    this.events.emit('found', unknown);
    return listed;
  }

  async #refresh(key: string, ended: boolean, shown: boolean): Promise<void> {
    if (!isRoomSid(key)) return;
    this.#askedAt.set(key, Date.now());
    const room = await this.#fetch(key, ended);
    this.#options.signal.throwIfAborted();
    if (!room) this.#gone.add(key);
    // Begun before the room is told of: whoever draws it anew waits for the same participants.
    const people = shown ? this.#options.reloadParticipants(key, room) : undefined;
    if (room) this.#options.rooms.update(room);
    if (room && !room.live) this.#askedAt.delete(key);
    await people;
  }

  async #reloadParticipants(key: string): Promise<void> {
    this.#askedAt.set(key, Date.now());
    if (isRoomSid(key)) await this.#options.reloadParticipants(key, this.#options.rooms.get(key));
  }

  /** A room that is in progress for Insights, and not any more for the Video API, is over. One that is gone stays as it was. */
  async #fetch(sid: RoomSid, ended: boolean): Promise<Room | undefined> {
    let room: Room;
    try {
      room = await this.#options.source.fetchRoom(sid, this.#options.signal);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      return this.#options.video.room(sid, this.#options.signal);
    }
    if (!ended || !room.live) return this.filled(room);
    const over = await this.#options.video.room(sid, this.#options.signal);
    if (over && !over.live) this.#over.set(sid, over);
    return this.filled(room);
  }
}

function isNotFound(error: unknown): boolean {
  return isInsightsError(error) && error.kind === 'notFound';
}
