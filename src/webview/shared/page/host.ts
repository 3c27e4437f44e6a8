import type { PageMessage, PersistedState } from '../../../protocol/messages.ts';
import { Connection, checkIntervalMs } from './connection.ts';

type Numbered = Extract<PageMessage, { readonly request: number }>;
type WithoutNumber<T> = T extends unknown ? Omit<T, 'request'> : never;

/** Requests from the page to the panel. */
export type Request = WithoutNumber<Numbered>;

/** The part of the `acquireVsCodeApi` result that the page uses. */
interface VsCode {
  postMessage(message: PageMessage): void;
  setState(state: PersistedState): unknown;
  getState(): PersistedState | undefined;
}

/** Sends messages to the panel: numbers the requests and matches the answers. */
export class Host {
  readonly #vscode: VsCode;
  readonly #waiting = new Map<number, (ok: boolean) => void>();
  readonly #connection: Connection;
  #lastRequest = 0;
  #checking: ReturnType<typeof setInterval> | undefined;

  /** @param onConnection called when the host does not reply any more, and when it does again */
  constructor(vscode: VsCode, onConnection: (connected: boolean) => void = () => {}) {
    this.#vscode = vscode;
    this.#connection = new Connection({
      check: () => vscode.postMessage({ type: 'alive', request: ++this.#lastRequest }),
      onChange: (connected) => {
        if (!connected) this.#giveUp();
        onConnection(connected);
      },
    });
  }

  /** Tells the panel that the page is ready, and the zone of this screen; the panel replies with the state. */
  ready(timeZone: string | undefined): void {
    this.#vscode.postMessage({ type: 'ready', ...(timeZone !== undefined && { timeZone }) });
    this.#connection.expectReply();
  }

  /** Checks whether the host still replies. */
  check(): void {
    this.#connection.check();
  }

  /** Call for every message of the host. */
  heard(): void {
    this.#connection.heard();
  }

  /** Requests all rows of the table, after the first ones are rendered; they come with the next state. */
  wantAllRows(): void {
    this.#vscode.postMessage({ type: 'allRows' });
  }

  /**
   * Sends a request. Resolves to whether the panel did it, also to false when the host does not reply any more; never
   * rejects. A request may take long, as one that asks the user: meanwhile, the connection is checked.
   */
  ask(request: Request): Promise<boolean> {
    const number = ++this.#lastRequest;
    const answer = new Promise<boolean>((resolve) => this.#waiting.set(number, resolve));
    this.#vscode.postMessage({ ...request, request: number });
    if (this.#connection.connected) this.#checking ??= setInterval(() => this.check(), checkIntervalMs);
    else this.#giveUp();
    return answer;
  }

  /** Requests the details of a participant, null for none; they come with the next state. */
  choose(participant: string | null): void {
    this.#vscode.postMessage({ type: 'choose', participant });
  }

  /** Resolves the request of an answer; ignores an answer without a request. */
  answered(number: number, ok: boolean): void {
    this.#waiting.get(number)?.(ok);
    this.#waiting.delete(number);
    if (this.#waiting.size === 0) this.#stopChecking();
  }

  /** The room that was persisted last, also before the page was hidden. */
  get persisted(): PersistedState | undefined {
    return this.#vscode.getState();
  }

  /** Persists the state that restores this room after a reload of the window. */
  persist(state: PersistedState): void {
    this.#vscode.setState(state);
  }

  #giveUp(): void {
    for (const resolve of this.#waiting.values()) resolve(false);
    this.#waiting.clear();
    this.#stopChecking();
  }

  #stopChecking(): void {
    clearInterval(this.#checking);
    this.#checking = undefined;
  }
}
