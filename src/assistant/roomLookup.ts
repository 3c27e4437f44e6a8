import { once } from 'node:events';
import { minute } from '../async/durations.ts';
import type { Room } from '../insights/resources/room.ts';
import { apiFilter, type RoomFilter } from '../rooms/filter/roomFilter.ts';
import type { RoomChange } from '../rooms/model/storeState.ts';
import type { Slice } from '../rooms/model/timeSlice.ts';
import type { RoomStore } from '../rooms/store/roomStore.ts';
import { RoomNames } from './roomAliases.ts';

/** How much later than the loaded list a range may end and still be answered from it, in milliseconds. */
const windowToleranceMs = 5 * minute;
/** How long a list that was loaded for an answer is cached for further questions, in milliseconds. */
const cacheTtlMs = 5 * minute;

/** The rooms that an answer is about. */
export interface AskedRooms {
  readonly window: Slice;
  readonly rooms: readonly Room[];
  /** Whether parts of the window could not be listed. */
  readonly gaps: boolean;
  /** Estimated number of rooms that were not requested. */
  readonly expectedLeft: number;
}

export interface AskedRange {
  /** The window at this moment, or the requested range. */
  readonly slice: Slice;
  /** Whether the user's own window is meant. */
  readonly own: boolean;
  /** The filter of the visible list. */
  readonly filter: RoomFilter;
  readonly refresh: boolean;
}

/**
 * Finds the rooms for an assistant's questions: in the loaded list if it contains them, else in a list loaded
 * for the answer. The user's visible list never changes by it.
 */
export class RoomLookup {
  readonly names = new RoomNames();
  readonly #store: RoomStore;
  readonly #now: () => number;
  #cached: { readonly own: boolean; readonly time: number; readonly asked: AskedRooms } | undefined;
  readonly #onChange = (change: RoomChange) => {
    if (change.kind !== 'account') return;
    this.#cached = undefined;
    this.names.forget();
  };

  constructor(store: RoomStore, now: () => number) {
    this.#store = store;
    this.#now = now;
    store.events.on('change', this.#onChange);
  }

  dispose(): void {
    this.#store.events.off('change', this.#onChange);
  }

  /**
   * Finds the rooms of a range.
   * @throws InsightsError if nothing can be listed, or an AbortError if the account changed meanwhile or the
   * signal was aborted
   */
  async find(range: AskedRange, signal: AbortSignal): Promise<AskedRooms> {
    await this.#listingEnded(signal);
    const { slice } = range;
    const known = range.refresh ? undefined : (this.#loaded(range) ?? this.#fromCache(range));
    if (known) return within(known, range, this.#now());
    const { after: createdAfter, before: createdBefore } = slice;
    const list = await this.#store.listWindow({ createdAfter, createdBefore }, signal);
    const { window, rooms, gaps, expectedLeft } = list;
    const asked = { window, rooms, gaps: gaps.length > 0, expectedLeft };
    this.#cached = { own: range.own, time: this.#now(), asked };
    return asked;
  }

  /** The visible list, unless Twilio has filtered it or it does not contain the range. */
  #loaded({ slice, own, filter }: AskedRange): AskedRooms | undefined {
    const { listing, window, unlisted, gaps, expectedLeft } = this.#store;
    const whole = listing.state === 'complete' || listing.state === 'paused';
    if (!whole || !window || Object.keys(apiFilter(filter)).length > 0) return undefined;
    const holds = slice.after >= window.after && slice.before <= window.before + windowToleranceMs;
    const missing = unlisted.some(({ after, before }) => after < slice.before && before > slice.after);
    if (!own && (!holds || missing)) return undefined;
    return {
      window,
      rooms: [...this.#store.listedRooms()],
      gaps: gaps.length > 0,
      expectedLeft: own ? expectedLeft : 0,
    };
  }

  #fromCache({ slice, own }: AskedRange): AskedRooms | undefined {
    const cached = this.#cached;
    if (!cached || cached.own !== own || this.#now() - cached.time > cacheTtlMs) return undefined;
    const { after, before } = cached.asked.window;
    const holds = own || (slice.after >= after && slice.before <= before + windowToleranceMs);
    return holds && cached.asked.expectedLeft === 0 && !cached.asked.gaps ? cached.asked : undefined;
  }

  /** Waits until a running list has ended. */
  async #listingEnded(signal: AbortSignal): Promise<void> {
    while (this.#store.listing.state === 'loading') await once(this.#store.events, 'change', { signal });
  }
}

function within(asked: AskedRooms, { slice, own }: AskedRange, now: number): AskedRooms {
  if (own) return asked;
  const { after } = slice;
  const before = Math.min(slice.before, asked.window.before);
  // Twilio's clock may be ahead: a range up to now has all rooms since its start.
  const open = slice.before >= now - minute;
  const inside = ({ created }: Room) =>
    created !== undefined && created >= after && (open || created < before);
  return { ...asked, window: { after, before }, rooms: asked.rooms.filter(inside) };
}
