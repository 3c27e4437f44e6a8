/** A running request, and how many callers wait for it. */
interface Running<Value> {
  readonly promise: Promise<Value>;
  readonly controller: AbortController;
  waiting: number;
}

/** Dedupes running requests by key: callers that ask for the same key meanwhile get the same promise. */
export class SharedRequests<Key, Value> {
  readonly #running = new Map<Key, Running<Value>>();

  /**
   * The running promise for this key, or the one that `start` makes. With a signal, a caller can give up: its
   * promise rejects with an AbortError, and the request itself is aborted if no other caller waits for it.
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

  /** Whether a request runs for this key. */
  has(key: Key): boolean {
    return this.#running.has(key);
  }

  /** Forgets the running requests: no later caller joins them. */
  clear(): void {
    this.#running.clear();
  }

  #start(key: Key, start: (signal: AbortSignal) => Promise<Value>): Running<Value> {
    const controller = new AbortController();
    const promise = start(controller.signal).finally(() => this.#drop(key, running));
    const running: Running<Value> = { promise, controller, waiting: 0 };
    this.#running.set(key, running);
    return running;
  }

  #wait(key: Key, running: Running<Value>, signal: AbortSignal): Promise<Value> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        reject(abortError());
        running.waiting--;
        if (running.waiting > 0) return;
        this.#drop(key, running); // A later caller starts a new request.
        running.controller.abort();
      };
      signal.addEventListener('abort', giveUp, { once: true });
      running.promise.finally(() => signal.removeEventListener('abort', giveUp)).then(resolve, reject);
    });
  }

  /** Removes a request, unless it was forgotten meanwhile and another one runs for the key. */
  #drop(key: Key, running: Running<Value>): void {
    if (this.#running.get(key) === running) this.#running.delete(key);
  }
}

function abortError(): DOMException {
  return new DOMException('Nobody waits for it any more.', 'AbortError');
}
