/**
 * Milliseconds between two redraws while rooms come in. VS Code holds back a
 * change that follows another within 200 ms, and begins anew with the next: a
 * list that comes faster than that would be drawn only at its end.
 */
const pause = 300;

/** When the tree is redrawn: at once, or at a pace that VS Code keeps up with. */
export class Redraws {
  readonly #draw: () => boolean;
  #last = Number.NEGATIVE_INFINITY;
  #later: NodeJS.Timeout | undefined;

  /** @param draw redraws; whether there was anything to be seen */
  constructor(draw: () => boolean) {
    this.#draw = draw;
  }

  /** Redraws now, and not once more for what was to come. */
  atOnce(): void {
    clearTimeout(this.#later);
    this.#later = undefined;
    const started = performance.now();
    if (this.#draw()) this.#last = started;
  }

  /** As soon as it can be seen; in a turn of its own, for the rooms that have just come took one. */
  inTime(): void {
    const wait = Math.max(0, this.#last + pause - performance.now());
    this.#later ??= setTimeout(() => this.atOnce(), wait);
  }

  dispose(): void {
    clearTimeout(this.#later);
  }
}
