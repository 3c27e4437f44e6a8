import assert from 'node:assert/strict';
import type { Disposable, Event } from 'vscode';
import type { HostMessage } from '../../src/protocol/messages.ts';
import type { OverviewView } from '../../src/protocol/overview.ts';
import type { PageState } from '../../src/protocol/roomPage.ts';

/** The host's side of the messages: a panel. */
interface Panel {
  readonly onDidSend: Event<HostMessage>;
  receive(message: unknown): Promise<void>;
}

/** The page's side of the messages: records those from the host and sends requests. */
export class Conversation {
  readonly #panel: Panel;
  readonly #received: HostMessage[] = [];
  readonly #listening: Disposable;
  readonly #waiting = new Set<() => void>();
  #request = 1000;

  constructor(panel: Panel | undefined) {
    assert.ok(panel, 'the panel is not open');
    this.#panel = panel;
    this.#listening = panel.onDidSend((message) => {
      this.#received.push(message);
      for (const look of this.#waiting) look();
    });
  }

  /** The last state that the host sent. */
  get state(): PageState | undefined {
    return this.#received.findLast((message) => message.type === 'state')?.state;
  }

  /** Resolves to the first result of `find`, which runs after each message. */
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

  /** Resolves to the first overview that passes the check. */
  shows(wanted: (overview: OverviewView) => boolean = () => true): Promise<OverviewView> {
    return this.until(() => {
      const { overview } = this.state ?? {};
      return overview && wanted(overview) && overview;
    });
  }

  /** Sends a request as the page does; resolves to whether it succeeded. */
  async ask(message: object): Promise<boolean> {
    const request = ++this.#request;
    await this.#panel.receive({ ...message, request });
    const answers = this.#received.filter((one) => one.type === 'answer' && one.request === request);
    assert.equal(answers.length, 1, 'one answer for each request');
    return answers.some((one) => one.type === 'answer' && one.ok);
  }

  /** Sends any value; resolves to the number of messages that the host sends back. */
  async say(message: unknown): Promise<number> {
    const before = this.#received.length;
    await this.#panel.receive(message);
    return this.#received.length - before;
  }

  end(): void {
    this.#listening.dispose();
  }
}
