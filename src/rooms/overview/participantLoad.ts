import type { RoomSid } from '../../insights/core/sid.ts';
import type { RoomStore } from '../store/roomStore.ts';

/** Rooms that are loaded concurrently: few, so that a room that the user opens need not wait. */
const maxConcurrent = 5;
/** After this many consecutive failures, the remaining rooms are not tried. */
const maxFailures = 8;

/** Progress of a load. */
export interface LoadProgress {
  readonly total: number;
  /** Rooms that were tried, successfully or not. */
  readonly done: number;
  readonly failed: number;
  /** `stopped`: after `maxFailures` consecutive failures. */
  readonly state: 'running' | 'complete' | 'cancelled' | 'stopped';
  /** The latest failure. */
  readonly error?: unknown;
}

/**
 * Loads the participants of many rooms, in the order given. Loaded participants stay in the store, even after
 * a failure or a cancellation.
 */
export class ParticipantLoad {
  readonly #store: RoomStore;
  readonly #rooms: Iterator<RoomSid>;
  readonly #onProgress: () => void;
  #progress: LoadProgress;
  #failuresInRow = 0;

  constructor(store: RoomStore, rooms: readonly RoomSid[], onProgress: () => void) {
    this.#store = store;
    this.#rooms = rooms.values();
    this.#onProgress = onProgress;
    this.#progress = { total: rooms.length, done: 0, failed: 0, state: 'running' };
  }

  get progress(): LoadProgress {
    return this.#progress;
  }

  /** Resolves when no request is running any more. Never rejects. */
  async run(): Promise<void> {
    await Promise.all(Array.from({ length: maxConcurrent }, () => this.#lane()));
    if (this.#progress.state === 'running') this.#set({ state: 'complete' });
  }

  /** Starts no further request. */
  cancel(): void {
    if (this.#progress.state === 'running') this.#set({ state: 'cancelled' });
  }

  /** The lanes share one iterator: each room is loaded by one of them. */
  async #lane(): Promise<void> {
    while (this.#progress.state === 'running') {
      const { value: sid, done } = this.#rooms.next();
      if (done) return;
      await this.#store.loadParticipants(sid, undefined, { inBulk: true });
      if (this.#progress.state !== 'running') return;
      this.#count(sid);
    }
  }

  #count(sid: RoomSid): void {
    const { done, failed } = this.#progress;
    const participants = this.#store.participantsState(sid);
    if (participants?.state !== 'failed') {
      this.#failuresInRow = 0;
      this.#set({ done: done + 1 });
      return;
    }
    const { error } = participants;
    this.#failuresInRow++;
    const state = this.#failuresInRow >= maxFailures ? 'stopped' : 'running';
    this.#set({ done: done + 1, failed: failed + 1, error, state });
  }

  #set(change: Partial<LoadProgress>): void {
    this.#progress = { ...this.#progress, ...change };
    this.#onProgress();
  }
}
