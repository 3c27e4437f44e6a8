/**
 * Milliseconds between two redraws while rooms come in. VS Code holds back a
 * change that follows another within 200 ms, and begins anew with the next: a
 * list that comes faster than that would be drawn only at its end.
 */
const minIntervalMs = 300;

/** When the tree is redrawn: at once, or at a pace that VS Code keeps up with. */
export class UpdateScheduler {
  readonly #update: () => boolean;
  #last = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  /** @param draw redraws; whether there was anything to be seen */
  constructor(draw: () => boolean) {
    this.#update = draw;
  }

  /** Redraws now, and not once more for what was to come. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const started = performance.now();
    if (this.#update()) this.#last = started;
  }

  /** As soon as it can be seen; in a turn of its own, for the rooms that have just come took one. */
  schedule(): void {
    const wait = Math.max(0, this.#last + minIntervalMs - performance.now());
    this.#timer ??= setTimeout(() => this.flush(), wait);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
