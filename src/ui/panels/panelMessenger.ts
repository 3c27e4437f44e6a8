import { type Disposable, EventEmitter, env, Uri, commands as vscodeCommands, type Webview } from 'vscode';
import { commands } from '../../ids.ts';
import type { PageAction, PageName, PanelAction } from '../../protocol/actions.ts';
import { type HostMessage, parsePageMessage, type StateMessage } from '../../protocol/messages.ts';
import { isTwilioPage } from '../../text/twilioUrl.ts';
import { showProxySettings } from '../common/proxySettings.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';

/** What a panel provides for its page. */
export interface Dependencies<Page extends PageName> {
  /** The state to render; undefined if the page has it already. */
  readonly draw: () => StateMessage | undefined;
  /** Resolves to false if the action failed. */
  readonly act: (action: PanelAction<Page>) => Thenable<unknown>;
  readonly logError: (error: unknown) => void;
  readonly formatSettings: Pick<FormatSettings, 'setReaderZone'>;
  /** Whether the page may copy text and open links. */
  readonly hasValues?: boolean;
  /** Called when the page has started, also again after it was hidden: it has no state yet. */
  readonly ready?: () => void;
  /** Called when the page has rendered the first rows of participants and requests the others. */
  readonly allRows?: () => void;
  readonly choose?: (participant: string | undefined) => void;
  readonly press?: (bar: string, extend: boolean) => Thenable<boolean>;
}

/** Exchanges messages with the page in a panel. */
export class PanelMessenger<Page extends PageName> implements Disposable {
  readonly #name: Page;
  readonly #webview: Webview;
  readonly #deps: Dependencies<Page>;
  readonly #listening: Disposable;
  readonly #sent = new EventEmitter<HostMessage>();
  /** Fires for every message to the page. */
  readonly onDidSend = this.#sent.event;
  #listens = false;
  #posting = false;
  #ended = false;

  /** @param name which page it is: what no page of this name sends is ignored */
  constructor(name: Page, webview: Webview, deps: Dependencies<Page>) {
    this.#name = name;
    this.#webview = webview;
    this.#deps = deps;
    this.#listening = webview.onDidReceiveMessage((message: unknown) => this.receive(message));
  }

  /** Posts the state once for all changes of this turn, if the page is ready. */
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

  /** VS Code destroys a hidden page; the page sends `ready` when it is created again. */
  hide(): void {
    this.#listens = false;
  }

  /** Handles a message from the page; ignores anything else. */
  async receive(message: unknown): Promise<void> {
    const { hasValues = false, ...deps } = this.#deps;
    const parsed = parsePageMessage<PageName>(this.#name, message);
    switch (parsed?.type) {
      case undefined:
        return;
      case 'ready':
        this.#listens = true;
        deps.formatSettings.setReaderZone(parsed.timeZone);
        deps.ready?.();
        this.post();
        return;
      case 'alive':
        this.#send({ type: 'answer', request: parsed.request, ok: true });
        return;
      case 'allRows':
        deps.allRows?.();
        return;
      case 'choose':
        deps.choose?.(parsed.participant ?? undefined);
        return;
      case 'action':
        return this.#answer(parsed.request, () => this.#act(parsed.action));
      case 'bar':
        return this.#answer(
          parsed.request,
          async () => (await deps.press?.(parsed.bar, parsed.extend)) ?? false,
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

  /** Answers every request, also a failed one. */
  async #answer(request: number, work: () => Thenable<unknown>): Promise<void> {
    let ok = false;
    try {
      ok = (await work()) !== false;
    } catch (error) {
      this.#deps.logError(error);
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
