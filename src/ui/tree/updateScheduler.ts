/**
 * Minimum milliseconds between two updates while rooms are loading. VS Code debounces changes that follow
 * each other within 200 ms: a list that loads faster than that would be rendered only at its end.
 */
const minIntervalMs = 300;

/** Throttles updates of the tree to a rate that VS Code can follow. */
export class UpdateScheduler {
  readonly #update: () => boolean;
  #last = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  /** @param update updates the tree; returns whether there was anything to render */
  constructor(update: () => boolean) {
    this.#update = update;
  }

  /** Updates now, and cancels the scheduled update. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const started = performance.now();
    if (this.#update()) this.#last = started;
  }

  /**
   * Schedules an update as soon as the rate allows; in a turn of its own, because adding the new rooms took
   * one.
   */
  schedule(): void {
    const wait = Math.max(0, this.#last + minIntervalMs - performance.now());
    this.#timer ??= setTimeout(() => this.flush(), wait);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
