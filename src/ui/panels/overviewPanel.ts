import { t } from '@vscode/l10n';
import { type Disposable, type Event, commands as vscodeCommands, type WebviewPanel } from 'vscode';
import { commands, views } from '../../ids.ts';
import { OverviewPage } from '../../pages/overview/overviewPage.ts';
import type { PanelAction } from '../../protocol/actions.ts';
import type { HostMessage } from '../../protocol/messages.ts';
import { isNoFilter } from '../../rooms/filter/roomFilter.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import type { Session } from '../session/session.ts';
import type { ListOptions } from '../settings/listOptions.ts';
import { overviewPage, pageOptions } from './html.ts';
import type { PanelDependencies } from './panelDependencies.ts';
import { PanelMessenger } from './panelMessenger.ts';

export interface OverviewDependencies extends PanelDependencies {
  readonly visibleRooms: VisibleRooms;
  readonly listOptions: ListOptions;
  readonly session: Session;
}

/** The panel with the overview; exchanges messages with its page. */
export class OverviewPanel implements Disposable {
  readonly panel: WebviewPanel;
  readonly #deps: OverviewDependencies;
  readonly #overview: OverviewPage;
  readonly #owned: Disposable[] = [];
  readonly #page: PanelMessenger<'overview'>;

  constructor(panel: WebviewPanel, deps: OverviewDependencies) {
    const { visibleRooms, listOptions, session, store, formatSettings, extensionUri, logError } = deps;
    this.panel = panel;
    this.#deps = deps;
    this.#overview = new OverviewPage(
      {
        store,
        visibleRooms,
        listOptions,
        logError,
        format: () => formatSettings.format,
        sample: () => session.account?.kind === 'sample',
      },
      () => this.#page.post(),
    );
    this.#page = new PanelMessenger('overview', panel.webview, {
      draw: () => ({ type: 'state', state: this.#overview.draw() }),
      act: (action) => this.#act(action),
      logError,
      formatSettings,
      ready: () => {
        this.#overview.active = true;
      },
      press: (bar, extend) => this.#press(bar, extend),
    });
    this.#owned.push(
      this.#page,
      listOptions.onDidChange(() => this.#overview.changed()),
      formatSettings.onDidChange(() => this.#overview.changed()),
      panel.onDidChangeViewState(() => this.#onVisibility()),
      panel.onDidDispose(() => this.dispose()),
    );
    panel.title = t('Rooms Overview');
    panel.webview.options = pageOptions(extensionUri);
    panel.webview.html = overviewPage(panel.webview, extensionUri);
  }

  /** Fires for every message to the page. */
  get onDidSend(): Event<HostMessage> {
    return this.#page.onDidSend;
  }

  /** Handles a message from the page. */
  receive(message: unknown): Promise<void> {
    return this.#page.receive(message);
  }

  dispose(): void {
    this.#overview.dispose();
    for (const one of this.#owned.splice(0)) one.dispose();
  }

  #onVisibility(): void {
    if (this.panel.visible) return;
    this.#page.hide();
    this.#overview.active = false;
  }

  /** Filters the tree and reveals it; the focus does not move. */
  async #press(bar: string, extend: boolean): Promise<boolean> {
    if (!this.#overview.press(bar, extend)) return false;
    if (!isNoFilter(this.#deps.listOptions.filter))
      await vscodeCommands.executeCommand(`${views.rooms}.focus`, { preserveFocus: true });
    return true;
  }

  #act(action: PanelAction<'overview'>): Thenable<unknown> {
    switch (action) {
      case 'refresh':
      case 'retry':
        return vscodeCommands.executeCommand(commands.refresh);
      case 'loadMore':
        return vscodeCommands.executeCommand(commands.loadMore);
      case 'retryGaps':
        return this.#deps.store.retryGaps();
      case 'setWindow':
        return vscodeCommands.executeCommand(commands.setWindow);
      case 'clearFilter':
        return vscodeCommands.executeCommand(commands.clearFilter);
      case 'loadParticipants':
        return this.#overview.loadParticipants();
      case 'cancelParticipants':
        this.#overview.cancelLoading();
        return Promise.resolve();
    }
  }
}
