import type { PageMessage, PersistedState } from '../../../protocol/messages.ts';

type Numbered = Extract<PageMessage, { readonly request: number }>;
type WithoutNumber<T> = T extends unknown ? Omit<T, 'request'> : never;

/** Requests from the page to the panel. */
export type Request = WithoutNumber<Numbered>;

/** The part of the `acquireVsCodeApi` result that the page uses. */
interface VsCode {
  postMessage(message: PageMessage): void;
  setState(state: PersistedState): unknown;
}

/** Sends messages to the panel: numbers the requests and matches the answers. */
export class Host {
  readonly #vscode: VsCode;
  readonly #waiting = new Map<number, (ok: boolean) => void>();
  #lastRequest = 0;

  constructor(vscode: VsCode) {
    this.#vscode = vscode;
  }

  /** Tells the panel that the page is ready, and the zone of this screen; the panel replies with the state. */
  ready(timeZone: string | undefined): void {
    this.#vscode.postMessage({ type: 'ready', ...(timeZone !== undefined && { timeZone }) });
  }

  /** Requests all rows of the table, after the first ones are rendered; they come with the next state. */
  wantAllRows(): void {
    this.#vscode.postMessage({ type: 'allRows' });
  }

  /** Sends a request. Resolves to whether the panel did it; never rejects. */
  ask(request: Request): Promise<boolean> {
    const number = ++this.#lastRequest;
    const answer = new Promise<boolean>((resolve) => this.#waiting.set(number, resolve));
    this.#vscode.postMessage({ ...request, request: number });
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
  }

  /** Persists the state that restores this room after a reload of the window. */
  persist(state: PersistedState): void {
    this.#vscode.setState(state);
  }
}
