import { hour } from '../../async/durations.ts';
import { freshnessOf } from '../../calls/summary/freshness.ts';
import { isInsightsError } from '../../insights/core/isInsightsError.ts';
import { isRoomSid, type RoomSid } from '../../insights/core/sid.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { Format } from '../../text/format.ts';
import { isUnknownToBoth, MissingRooms } from '../live/missingRooms.ts';
import type { RoomStore } from './roomStore.ts';

/** Twilio takes up to half an hour for a summary; after this time the wait for it ends. Milliseconds. */
const maxWaitMs = hour;

/** The rooms in progress about whose end the user wants to be notified. */
export class Watchlist {
  readonly #store: Pick<RoomStore, 'room' | 'fetchRoom'>;
  readonly #format: () => Format;
  /** When each room was first seen to be over, in milliseconds since 1970; undefined while it is not. */
  readonly #watched = new Map<RoomSid, number | undefined>();
  readonly #missing = new MissingRooms<RoomSid>();
  /** Rooms that have been missing for too long. */
  readonly #lost = new Set<RoomSid>();

  constructor(store: Pick<RoomStore, 'room' | 'fetchRoom'>, format: () => Format) {
    this.#store = store;
    this.#format = format;
  }

  get keys(): readonly RoomSid[] {
    return [...this.#watched.keys()];
  }

  has(key: string): boolean {
    return isRoomSid(key) && this.#watched.has(key);
  }

  add(sid: RoomSid): void {
    if (!this.#watched.has(sid)) this.#watched.set(sid, undefined);
  }

  remove(key: string): boolean {
    if (!isRoomSid(key)) return false;
    this.#missing.found(key);
    this.#lost.delete(key);
    return this.#watched.delete(key);
  }

  /**
   * Fetches every watched room. Never rejects; resolves to true if Twilio replied to all requests, also that there is
   * no such room.
   */
  async poll(): Promise<boolean> {
    const replied = await Promise.all(this.keys.map((sid) => this.#fetch(sid)));
    return replied.every(Boolean);
  }

  async #fetch(sid: RoomSid): Promise<boolean> {
    try {
      await this.#store.fetchRoom(sid);
      this.#missing.found(sid);
      this.#lost.delete(sid);
      return true;
    } catch (error) {
      if (!isInsightsError(error) || error.kind !== 'notFound') return false;
      const missing = isUnknownToBoth(error) && this.#watched.has(sid);
      if (missing && this.#missing.missed(sid, this.#format().now())) this.#lost.add(sid);
      return true;
    }
  }

  /** Removes and returns the rooms that are over and whose summary is as complete as it will be. */
  takeFinished(): Room[] {
    const finished: Room[] = [];
    for (const sid of this.keys) {
      const room = this.#store.room(sid);
      if (!room || room.live) continue;
      const now = this.#format().now();
      const endSeen = this.#watched.get(sid) ?? now;
      this.#watched.set(sid, endSeen);
      const pending = freshnessOf(room, this.#format()).state === 'pending' && now - endSeen < maxWaitMs;
      if (pending && !this.#lost.has(sid)) continue;
      this.remove(sid);
      finished.push(room);
    }
    return finished;
  }

  /**
   * Removes and returns the other rooms that neither API has known for `missingAfterMs`: nothing is known of them
   * since a reload of the window. A known room is finished then.
   */
  takeLost(): RoomSid[] {
    const lost = [...this.#lost];
    for (const sid of lost) this.remove(sid);
    return lost;
  }
}
