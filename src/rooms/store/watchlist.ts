import { hour } from '../../async/durations.ts';
import { freshnessOf } from '../../calls/summary/freshness.ts';
import { isRoomSid, type RoomSid } from '../../insights/core/sid.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { Format } from '../../text/format.ts';
import type { RoomStore } from './roomStore.ts';

/** Twilio takes up to half an hour for a summary; after this time the wait for it ends. Milliseconds. */
const maxWaitMs = hour;

/** The rooms in progress about whose end the user wants to be notified. */
export class Watchlist {
  readonly #store: Pick<RoomStore, 'room' | 'fetchRoom'>;
  readonly #format: () => Format;
  /** When each room was first seen to be over, in milliseconds since 1970; undefined while it is not. */
  readonly #watched = new Map<RoomSid, number | undefined>();

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
    return isRoomSid(key) && this.#watched.delete(key);
  }

  /** Fetches every watched room. Never rejects; resolves to true if all requests succeeded. */
  async poll(): Promise<boolean> {
    const outcomes = await Promise.allSettled(this.keys.map((sid) => this.#store.fetchRoom(sid)));
    return outcomes.every(({ status }) => status === 'fulfilled');
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
      if (freshnessOf(room, this.#format()).state === 'pending' && now - endSeen < maxWaitMs) continue;
      this.#watched.delete(sid);
      finished.push(room);
    }
    return finished;
  }
}
