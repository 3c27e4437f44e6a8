/** What runs for a key, and how many wait for it. */
interface Running<Value> {
  readonly promise: Promise<Value>;
  readonly work: AbortController;
  waiting: number;
}

/** Work that is running, by key: who asks for the same meanwhile gets the same promise. */
export class SharedRequests<Key, Value> {
  readonly #running = new Map<Key, Running<Value>>();

  /**
   * The promise that runs for this key, or the one that `start` makes. With a
   * signal, the wait can be given up: it rejects with an AbortError then, and
   * the work itself is ended if nobody else waits for it.
   */
  join(
    key: Key,
    start: (signal: AbortSignal) => Promise<Value>,
    signal?: AbortSignal | undefined,
  ): Promise<Value> {
    if (signal?.aborted) return Promise.reject(abortError());
    const running = this.#running.get(key) ?? this.#start(key, start);
    running.waiting++;
    return signal ? this.#wait(key, running, signal) : running.promise;
  }

  has(key: Key): boolean {
    return this.#running.has(key);
  }

  /** Nobody joins what runs now any more. */
  clear(): void {
    this.#running.clear();
  }

  #start(key: Key, start: (signal: AbortSignal) => Promise<Value>): Running<Value> {
    const work = new AbortController();
    const promise = start(work.signal).finally(() => this.#drop(key, running));
    const running: Running<Value> = { promise, work, waiting: 0 };
    this.#running.set(key, running);
    return running;
  }

  #wait(key: Key, running: Running<Value>, signal: AbortSignal): Promise<Value> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        reject(abortError());
        running.waiting--;
        if (running.waiting > 0) return;
        this.#drop(key, running); // Who asks from now on starts anew.
        running.work.abort();
      };
      signal.addEventListener('abort', giveUp, { once: true });
      running.promise.finally(() => signal.removeEventListener('abort', giveUp)).then(resolve, reject);
    });
  }

  /** Not if it was forgotten meanwhile and another one runs for the key. */
  #drop(key: Key, running: Running<Value>): void {
    if (this.#running.get(key) === running) this.#running.delete(key);
  }
}

function abortError(): DOMException {
  return new DOMException('Nobody waits for it any more.', 'AbortError');
}
