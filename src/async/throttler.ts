/** Work is not done again sooner, in milliseconds. */
const minIntervalMs = 250;
/** Of the time, at least so many parts are left to others for each that the work takes. */
const idleFactor = 4;

/**
 * Does work at once when it is first asked for, and then at most once in a
 * while however often it is asked for; the last time never goes missing.
 */
export class Throttler {
  readonly #work: () => Promise<void>;
  #running = false;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  /** @param work must not reject */
  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  schedule(): void {
    if (this.#running || this.#timer !== undefined) this.#again = true;
    else void this.#run();
  }

  dispose(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    this.#again = false;
    this.#running = true;
    const begun = performance.now();
    await this.#work();
    this.#running = false;
    if (this.#ended) return;
    const took = performance.now() - begun;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        if (this.#again) void this.#run();
      },
      Math.max(minIntervalMs, idleFactor * took),
    );
  }
}
