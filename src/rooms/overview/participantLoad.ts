import type { RoomSid } from '../../insights/core/sid.ts';
import type { RoomStore } from '../store/roomStore.ts';

/** Rooms whose participants are loaded at the same time: a few, so that a person who opens one is not kept waiting. */
const maxConcurrent = 5;
/** So many failures in a row, and the rest is not tried. */
const maxFailures = 8;

/** How far a load has come. */
export interface LoadProgress {
  readonly total: number;
  /** Rooms that were tried, whether well or not. */
  readonly done: number;
  readonly failed: number;
  /** `stopped`: by failures, one after the other. */
  readonly state: 'running' | 'complete' | 'cancelled' | 'stopped';
  /** The latest failure. */
  readonly error?: unknown;
}

/** Loads the participants of many rooms, in the order given. What has come stays in the store, whatever happens. */
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

  /** Resolves when nothing runs any more. Never rejects. */
  async run(): Promise<void> {
    await Promise.all(Array.from({ length: maxConcurrent }, () => this.#lane()));
    if (this.#progress.state === 'running') this.#set({ state: 'complete' });
  }

  /** Asks for no further room. */
  cancel(): void {
    if (this.#progress.state === 'running') this.#set({ state: 'cancelled' });
  }

  /** The lanes take from the same iterator: each room is loaded by one of them. */
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
    const participation = this.#store.participantsState(sid);
    if (participation?.state !== 'failed') {
      this.#failuresInRow = 0;
      this.#set({ done: done + 1 });
      return;
    }
    const { error } = participation;
    this.#failuresInRow++;
    const state = this.#failuresInRow >= maxFailures ? 'stopped' : 'running';
    this.#set({ done: done + 1, failed: failed + 1, error, state });
  }

  #set(change: Partial<LoadProgress>): void {
    this.#progress = { ...this.#progress, ...change };
    this.#onProgress();
  }
}
