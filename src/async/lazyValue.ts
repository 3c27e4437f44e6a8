/**
 * A value that is loaded at first use and cached. A failed load is not cached: the next use tries again, so
 * that a file that could not be read once does not disable a feature until the window is reloaded.
 */
export class LazyValue<Value> {
  readonly #load: () => Promise<Value>;
  #value: Promise<Value> | undefined;

  constructor(load: () => Promise<Value>) {
    this.#load = load;
  }

  /** The value. Callers that ask while it loads share one load. Rejects if this load fails. */
  get(): Promise<Value> {
    if (this.#value) return this.#value;
    const value = this.#load();
    this.#value = value;
    value.catch(() => {
      if (this.#value === value) this.#value = undefined;
    });
    return value;
  }

  /** Calls `use` with the value if it is loaded, or when a running load has succeeded; starts none. */
  async ifLoaded(use: (value: Value) => void): Promise<void> {
    const value = await this.#value?.catch(() => undefined);
    if (value !== undefined) use(value);
  }
}
