import { minute } from '../../async/durations.ts';
import { isAbort } from '../../async/isAbort.ts';
import { isInsightsError } from '../../insights/core/isInsightsError.ts';
import type { RoomSid } from '../../insights/core/sid.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';

/**
 * Twilio may have a room only half an hour after it ended, so missing rooms are requested again after this
 * many milliseconds.
 */
const notFoundTtlMs = 5 * minute;

/** Looks up rooms for hovers. Each room is fetched once; "not found" is cached too. */
export class HoverLookup {
  readonly #store: RoomStore;
  readonly #logError: (error: unknown) => void;
  /** Rooms that Twilio does not have, or not for this account, with the time of the reply. */
  readonly #missing = new Map<RoomSid, { readonly error: unknown; readonly time: number }>();
  readonly #onChange = (change: RoomChange) => {
    if (change.kind === 'account') this.#missing.clear();
  };

  /** @param logError called once for each failure */
  constructor(store: RoomStore, logError: (error: unknown) => void) {
    this.#store = store;
    this.#logError = logError;
    store.events.on('change', this.#onChange);
  }

  dispose(): void {
    this.#store.events.off('change', this.#onChange);
  }

  /**
   * The room, from the store or from Twilio. The signal aborts the request.
   * @throws InsightsError, or an AbortError if the request was aborted
   */
  async fetch(sid: RoomSid, signal: AbortSignal): Promise<Room> {
    const known = this.#store.room(sid);
    if (known) return known;
    const missing = this.#missing.get(sid);
    if (missing && Date.now() - missing.time < notFoundTtlMs) throw missing.error;
    try {
      return await this.#store.fetchRoom(sid, signal);
    } catch (error) {
      if (isAbort(error)) throw error;
      this.#logError(error);
      if (isInsightsError(error) && error.kind === 'notFound')
        this.#missing.set(sid, { error, time: Date.now() });
      throw error;
    }
  }
}
