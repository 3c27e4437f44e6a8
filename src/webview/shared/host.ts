import type { PageMessage, PersistedState } from '../../protocol/messages.ts';

type Numbered = Extract<PageMessage, { readonly request: number }>;
type WithoutNumber<T> = T extends unknown ? Omit<T, 'request'> : never;

/** What the page can ask of the panel. */
export type Request = WithoutNumber<Numbered>;

/** What `acquireVsCodeApi` gives, as far as the page needs it. */
interface VsCode {
  postMessage(message: PageMessage): void;
  setState(state: PersistedState): unknown;
}

/** The panel on the other side: numbers the requests and matches the answers. */
export class Host {
  readonly #vscode: VsCode;
  readonly #waiting = new Map<number, (ok: boolean) => void>();
  #lastRequest = 0;

  constructor(vscode: VsCode) {
    this.#vscode = vscode;
  }

  /** Tells the panel that the page listens; it answers with the state. */
  ready(): void {
    this.#vscode.postMessage({ type: 'ready' });
  }

  /** Tells that the first rows of the table are drawn; all of them come with the next state. */
  wantAllRows(): void {
    this.#vscode.postMessage({ type: 'allRows' });
  }

  /** Resolves to whether the panel did it; never rejects. */
  ask(request: Request): Promise<boolean> {
    const number = ++this.#lastRequest;
    const answer = new Promise<boolean>((resolve) => this.#waiting.set(number, resolve));
    this.#vscode.postMessage({ ...request, request: number });
    return answer;
  }

  /** Tells whose details are wanted; they come with the next state. Null for nobody's. */
  choose(participant: string | null): void {
    this.#vscode.postMessage({ type: 'choose', participant });
  }

  /** Takes an answer; one to a question that nobody asked is ignored. */
  answered(number: number, ok: boolean): void {
    this.#waiting.get(number)?.(ok);
    this.#waiting.delete(number);
  }

  /** Remembers what a reload of the window needs to show this room again. */
  persist(state: PersistedState): void {
    this.#vscode.setState(state);
  }
}
