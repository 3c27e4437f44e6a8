/** The host replies to a check at once. If it has not after this time, it is gone, or it hangs; milliseconds. */
export const replyTimeoutMs = 10_000;

/** While a request waits, the connection is checked this often; milliseconds. */
export const checkIntervalMs = 5000;

interface ConnectionOptions {
  /** Sends a message to which the host replies at once. */
  readonly check: () => void;
  /** Called when the connection is lost, and when it is there again. */
  readonly onChange: (connected: boolean) => void;
}

/**
 * Knows whether the host still replies: when the extension host restarts, VS Code leaves the page on the screen, and
 * nobody reads its messages any more.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  #connected = true;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  get connected(): boolean {
    return this.#connected;
  }

  /** A reply is due, to a check or another message. */
  expectReply(): void {
    this.#deadline ??= setTimeout(() => this.#set(false), replyTimeoutMs);
  }

  /** Sends a check, unless a reply is due already. */
  check(): void {
    if (this.#deadline !== undefined && this.#connected) return;
    this.expectReply();
    this.#options.check();
  }

  /** A message of the host has arrived. */
  heard(): void {
    this.#set(true);
  }

  #set(connected: boolean): void {
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
    if (connected === this.#connected) return;
    this.#connected = connected;
    this.#options.onChange(connected);
  }
}
