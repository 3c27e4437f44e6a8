import { minute } from './durations.ts';
/** Where a poller gets its time from. */
export interface PollClock {
  /** Milliseconds since 1970. */
  now(): number;
  setTimeout(run: () => void, milliseconds: number): NodeJS.Timeout;
  clearTimeout(timer: NodeJS.Timeout): void;
}

export interface PollOptions {
  /** One look; resolves to whether it was answered. Never rejects. */
  readonly run: () => Promise<boolean>;
  /** Milliseconds between two looks; undefined while nobody needs any. */
  readonly interval: () => number | undefined;
  readonly clock?: PollClock;
}

/** However long an outage lasts, the next look is not later than this; milliseconds. */
const maxIntervalMs = 10 * minute;

const realClock: PollClock = {
  now: () => Date.now(),
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer),
};

/**
 * Looks again and again, as long as somebody needs it: each look begins an
 * interval after the last one has ended. After a look that failed the interval
 * doubles, until one is answered. No timer runs while none is needed.
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

  /** Everything has just been looked at in another way, or is new: the next look is an interval away. */
  restart(): void {
    this.#lastEnd = this.#clock.now();
    this.#failures = 0;
    this.update();
  }

  /** For whoever knows that looks may be needed now, or not any more, or at another interval. */
  update(): void {
    if (this.#running) return; // What comes next is decided at its end.
    if (this.#timer) this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    const interval = this.#disposed ? undefined : this.#options.interval();
    if (interval === undefined) return;
    const pause = Math.min(interval * 2 ** this.#failures, Math.max(interval, maxIntervalMs));
    const left = Math.min(pause, Math.max(0, this.#lastEnd + pause - this.#clock.now()));
    this.#timer = this.#clock.setTimeout(() => void this.#look(), left);
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#timer) this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #look(): Promise<void> {
    this.#timer = undefined;
    this.#running = true;
    const answered = await this.#options.run();
    this.#running = false;
    this.#failures = answered ? 0 : this.#failures + 1;
    this.#lastEnd = this.#clock.now();
    this.update();
  }
}
