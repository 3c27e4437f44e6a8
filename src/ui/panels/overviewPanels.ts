import {
  type Disposable,
  Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
} from 'vscode';
import { overviewPanel } from '../../ids.ts';
import { trackClosed } from '../common/closedPanel.ts';
import type { OverviewDependencies, OverviewPanel } from './overviewPanel.ts';

/** Opens the panel with the overview. There is only one; opening it again reveals it. */
export class OverviewPanels implements WebviewPanelSerializer, Disposable {
  readonly #deps: OverviewDependencies;
  #panel: OverviewPanel | undefined;

  constructor(deps: OverviewDependencies) {
    this.#deps = deps;
  }

  /** The open panel. */
  get panel(): OverviewPanel | undefined {
    return this.#panel;
  }

  /** Opens or reveals the panel; a tab whose page has no extension host, or is not restored yet, is replaced. */
  async open(): Promise<void> {
    // Awaited before `#panel` is checked, so that two calls in quick succession open one panel.
    const module = await import('./overviewPanel.ts');
    if (this.#panel) {
      this.#panel.panel.reveal();
      return;
    }
    const { tabs } = this.#deps;
    const lost = tabs.orphans(overviewPanel);
    const options = { enableFindWidget: true };
    const created = window.createWebviewPanel(overviewPanel, '', ViewColumn.Active, options);
    this.#adopt(new module.OverviewPanel(created, this.#deps));
    await tabs.close(lost);
  }

  /** Restores a panel that was open before the window was reloaded. */
  async deserializeWebviewPanel(panel: WebviewPanel): Promise<void> {
    const isClosed = trackClosed(panel);
    const module = await import('./overviewPanel.ts');
    await this.#deps.session.ready;
    if (isClosed()) return;
    if (this.#panel) panel.dispose();
    else this.#adopt(new module.OverviewPanel(panel, this.#deps));
  }

  /** Disposes of the page without closing the panel: VS Code restores it after a reload of the window. */
  dispose(): void {
    this.#panel?.dispose();
  }

  #adopt(panel: OverviewPanel): void {
    const icon = (theme: string) => Uri.joinPath(this.#deps.extensionUri, 'media', `overview-${theme}.svg`);
    panel.panel.iconPath = { light: icon('light'), dark: icon('dark') };
    this.#panel = panel;
    this.#deps.tabs.add(panel.panel);
    void this.#deps.session.show();
    panel.panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
  }
}
