/** Minimum interval between two runs, in milliseconds. */
const minIntervalMs = 250;
/** The pause after a run is at least so many times the duration of the run. */
const idleFactor = 4;

/**
 * Runs work immediately at the first call, and then throttles it however often it is scheduled; the last call
 * is never lost.
 */
export class Throttler {
  readonly #work: () => Promise<void>;
  #running = false;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #disposed = false;

  /** @param work must not reject */
  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  /** Runs the work now, or once more when the interval is over. */
  schedule(): void {
    if (this.#disposed) return;
    if (this.#running || this.#timer !== undefined) this.#again = true;
    else void this.#run();
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    this.#again = false;
    this.#running = true;
    const startedAt = performance.now();
    await this.#work();
    this.#running = false;
    if (this.#disposed) return;
    const duration = performance.now() - startedAt;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        if (this.#again) void this.#run();
      },
      Math.max(minIntervalMs, idleFactor * duration),
    );
  }
}
