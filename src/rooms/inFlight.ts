/** Work that is running, by key: who asks for the same meanwhile gets the same promise. */
export class InFlight<Key, Value> {
  readonly #running = new Map<Key, Promise<Value>>();

  /** The promise that runs for this key, or the one that `start` makes. */
  join(key: Key, start: () => Promise<Value>): Promise<Value> {
    const running = this.#running.get(key);
    if (running) return running;
    const started = start().finally(() => {
      // Not if it was forgotten meanwhile and another one runs for the key.
      if (this.#running.get(key) === started) this.#running.delete(key);
    });
    this.#running.set(key, started);
    return started;
  }

  /** Nobody joins what runs now any more. */
  forget(): void {
    this.#running.clear();
  }
}
