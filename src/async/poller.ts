import { minute } from './durations.ts';

/** The clock and timers of a poller. */
export interface PollClock {
  /** Milliseconds since 1970. */
  now(): number;
  setTimeout(run: () => void, milliseconds: number): NodeJS.Timeout;
  clearTimeout(timer: NodeJS.Timeout): void;
}

/** Options of a `Poller`. */
export interface PollOptions {
  /** Polls once; resolves to whether it succeeded. Never rejects. */
  readonly run: () => Promise<boolean>;
  /** Milliseconds between two polls; undefined while none is needed. */
  readonly interval: () => number | undefined;
  readonly clock?: PollClock;
}

/** The backoff never exceeds this interval, however long an outage lasts; milliseconds. */
const maxIntervalMs = 10 * minute;

const realClock: PollClock = {
  now: () => Date.now(),
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer),
};

/**
 * Polls as long as it is needed: each poll begins an interval after the last one has ended. After a failed
 * poll the interval doubles, until one succeeds. No timer runs while no poll is needed.
 */
export class Poller {
  readonly #options: PollOptions;
  readonly #clock: PollClock;
  #timer: NodeJS.Timeout | undefined;
  #running = false;
  #disposed = false;
  #lastEnd: number;
  #failures = 0;

  constructor(options: PollOptions) {
    this.#options = options;
    this.#clock = options.clock ?? realClock;
    this.#lastEnd = this.#clock.now();
  }

  /** Call after a refresh by other means, or when the data is new: the next poll is a full interval away. */
  restart(): void {
    this.#lastEnd = this.#clock.now();
    this.#failures = 0;
    this.update();
  }

  /** Call when polls may be needed now, or no longer, or at another interval. */
  update(): void {
    if (this.#running) return; // The running poll calls this at its end.
    if (this.#timer) this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    const interval = this.#disposed ? undefined : this.#options.interval();
    if (interval === undefined) return;
    const delay = Math.min(interval * 2 ** this.#failures, Math.max(interval, maxIntervalMs));
    const remaining = Math.min(delay, Math.max(0, this.#lastEnd + delay - this.#clock.now()));
    this.#timer = this.#clock.setTimeout(() => void this.#poll(), remaining);
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#timer) this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #poll(): Promise<void> {
    this.#timer = undefined;
    this.#running = true;
    const succeeded = await this.#options.run();
    this.#running = false;
    this.#failures = succeeded ? 0 : this.#failures + 1;
    this.#lastEnd = this.#clock.now();
    this.update();
  }
}
