import { type Disposable, EventEmitter, env, Uri, commands as vscodeCommands, type Webview } from 'vscode';
import { commands } from '../../ids.ts';
import type { PageAction, PageName, PanelAction } from '../../protocol/actions.ts';
import { type HostMessage, parsePageMessage, type StateMessage } from '../../protocol/messages.ts';
import { isTwilioPage } from '../../text/twilioUrl.ts';
import { showProxySettings } from '../common/proxySettings.ts';

/** What a panel does for its page. */
export interface Dependencies<Page extends PageName> {
  /** What the page is to show now; undefined where that is what it shows. */
  readonly draw: () => StateMessage | undefined;
  /** Resolves to false where it was not done. */
  readonly act: (action: PanelAction<Page>) => Thenable<unknown>;
  readonly report: (error: unknown) => void;
  /** Whether the page shows values that can be copied, and links. */
  readonly hasValues?: boolean;
  /** The page has begun, or begins anew because it was hidden: it has nothing yet. */
  readonly ready?: () => void;
  /** The first rows of the participants are drawn: the others may come. */
  readonly allRows?: () => void;
  readonly choose?: (participant: string | undefined) => void;
  readonly press?: (bar: string, extend: boolean) => Thenable<boolean>;
}

/** The page in a panel, and what the two tell each other. */
export class PanelMessenger<Page extends PageName> implements Disposable {
  readonly #name: Page;
  readonly #webview: Webview;
  readonly #deps: Dependencies<Page>;
  readonly #listening: Disposable;
  readonly #sent = new EventEmitter<HostMessage>();
  /** Everything that the page is told. */
  readonly onDidSend = this.#sent.event;
  #listens = false;
  #posting = false;
  #ended = false;

  /** @param name which page it is: what no page of this name sends is ignored */
  constructor(name: Page, webview: Webview, parts: Dependencies<Page>) {
    this.#name = name;
    this.#webview = webview;
    this.#deps = parts;
    this.#listening = webview.onDidReceiveMessage((message: unknown) => this.receive(message));
  }

  /** Draws once for all changes of this turn, as soon as the page listens. */
  post(): void {
    if (this.#posting) return;
    this.#posting = true;
    queueMicrotask(() => {
      this.#posting = false;
      if (!this.#listens || this.#ended) return;
      const message = this.#deps.draw();
      if (message) this.#send(message);
    });
  }

  /** A hidden page is thrown away, and says that it is ready when it is made again. */
  hide(): void {
    this.#listens = false;
  }

  /** Takes a message of the page's; anything else is ignored. */
  async receive(message: unknown): Promise<void> {
    const { hasValues = false, ...parts } = this.#deps;
    const parsed = parsePageMessage<PageName>(this.#name, message);
    switch (parsed?.type) {
      case undefined:
        return;
      case 'ready':
        this.#listens = true;
        parts.ready?.();
        this.post();
        return;
      case 'allRows':
        parts.allRows?.();
        return;
      case 'choose':
        parts.choose?.(parsed.participant ?? undefined);
        return;
      case 'action':
        return this.#answer(parsed.request, () => this.#act(parsed.action));
      case 'bar':
        return this.#answer(
          parsed.request,
          async () => (await parts.press?.(parsed.bar, parsed.extend)) ?? false,
        );
      case 'copyText':
        return this.#answer(parsed.request, async () => hasValues && env.clipboard.writeText(parsed.text));
      case 'openLink':
        return this.#answer(
          parsed.request,
          async () =>
            hasValues && isTwilioPage(parsed.href) && env.openExternal(Uri.parse(parsed.href, true)),
        );
      default:
        parsed satisfies never;
    }
  }

  dispose(): void {
    this.#ended = true;
    this.#listening.dispose();
    this.#sent.dispose();
  }

  /** Every request is answered, a failed one too. */
  async #answer(request: number, work: () => Thenable<unknown>): Promise<void> {
    let ok = false;
    try {
      ok = (await work()) !== false;
    } catch (error) {
      this.#deps.report(error);
    }
    this.#send({ type: 'answer', request, ok });
  }

  /** @param action one of this page's: others were not parsed */
  #act(action: PageAction): Thenable<unknown> {
    switch (action) {
      case 'showLog':
        return vscodeCommands.executeCommand(commands.showLog);
      case 'proxySettings':
        return showProxySettings();
      case 'signIn':
        return vscodeCommands.executeCommand(commands.signIn);
      case 'sample':
        return vscodeCommands.executeCommand(commands.exploreSample);
      default:
        return this.#deps.act(action as PanelAction<Page>);
    }
  }

  #send(message: HostMessage): void {
    if (this.#ended) return;
    void this.#webview.postMessage(message);
    this.#sent.fire(message);
  }
}
