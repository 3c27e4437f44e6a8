import assert from 'node:assert/strict';
import type { Disposable, Event } from 'vscode';
import type { HostMessage } from '../../src/protocol/messages.ts';
import type { OverviewView } from '../../src/protocol/overview.ts';
import type { PageState } from '../../src/protocol/roomPage.ts';

/** A panel's side of the conversation. */
interface Panel {
  readonly onDidSend: Event<HostMessage>;
  receive(message: unknown): Promise<void>;
}

/** The page's side of the conversation: what it is told, and what it asks. */
export class Conversation {
  readonly #panel: Panel;
  readonly #told: HostMessage[] = [];
  readonly #listening: Disposable;
  readonly #waiting = new Set<() => void>();
  #request = 1000;

  constructor(panel: Panel | undefined) {
    assert.ok(panel, 'the panel is not open');
    this.#panel = panel;
    this.#listening = panel.onDidSend((message) => {
      this.#told.push(message);
      for (const look of this.#waiting) look();
    });
  }

  /** The latest state. */
  get state(): PageState | undefined {
    return this.#told.findLast((message) => message.type === 'state')?.state;
  }

  /** Resolves once what the page was told holds what is asked for. */
  async until<Found>(find: () => Found | undefined | false): Promise<Found> {
    const { promise, resolve } = Promise.withResolvers<Found>();
    const look = () => {
      const found = find();
      if (found !== undefined && found !== false) resolve(found);
    };
    this.#waiting.add(look);
    look();
    return promise.finally(() => this.#waiting.delete(look));
  }

  /** Resolves to the overview once it is as asked for. */
  shows(wanted: (overview: OverviewView) => boolean = () => true): Promise<OverviewView> {
    return this.until(() => {
      const { overview } = this.state ?? {};
      return overview && wanted(overview) && overview;
    });
  }

  /** Sends a request as the page does, and resolves to its answer. */
  async ask(message: object): Promise<boolean> {
    const request = ++this.#request;
    await this.#panel.receive({ ...message, request });
    const answers = this.#told.filter((one) => one.type === 'answer' && one.request === request);
    assert.equal(answers.length, 1, 'one answer for each request');
    return answers.some((one) => one.type === 'answer' && one.ok);
  }

  /** Sends whatever it is; resolves to how many messages came of it. */
  async say(message: unknown): Promise<number> {
    const before = this.#told.length;
    await this.#panel.receive(message);
    return this.#told.length - before;
  }

  end(): void {
    this.#listening.dispose();
  }
}
