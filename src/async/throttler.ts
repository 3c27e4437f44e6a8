/** Work is not done again sooner, in milliseconds. */
const pause = 250;
/** Of the time, at least so many parts are left to others for each that the work takes. */
const rest = 4;

/**
 * Does work at once when it is first asked for, and then at most once in a
 * while however often it is asked for; the last time never goes missing.
 */
export class Pacer {
  readonly #work: () => Promise<void>;
  #running = false;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  /** @param work must not reject */
  constructor(work: () => Promise<void>) {
    this.#work = work;
  }

  ask(): void {
    if (this.#running || this.#timer !== undefined) this.#again = true;
    else void this.#do();
  }

  dispose(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  async #do(): Promise<void> {
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
        if (this.#again) void this.#do();
      },
      Math.max(pause, rest * took),
    );
  }
}
