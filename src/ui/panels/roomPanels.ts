import {
  type Disposable,
  EventEmitter,
  Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
} from 'vscode';
import { roomPanel } from '../../ids.ts';
import { trackClosed } from '../common/closedPanel.ts';
import type { Session } from '../session/session.ts';
import type { PanelDependencies } from './panelDependencies.ts';
import type { RoomPanel } from './roomPanel.ts';

export interface ShowOptions {
  /** Shows the room in the second panel. */
  readonly beside?: boolean;
  readonly preserveFocus?: boolean;
  /** The active tab is asked to open again: its page has no extension host. */
  readonly again?: boolean;
  /** `Participant.key`. */
  readonly participant?: string;
}

/** The open panels: a main panel, reused for each room, and on request a second one beside it. */
export class RoomPanels implements WebviewPanelSerializer, Disposable {
  readonly #deps: PanelDependencies;
  readonly #session: Session;
  readonly #open = new Set<RoomPanel>();
  readonly #visible = new EventEmitter<void>();
  /** Fires when the rooms visible in panels may have changed. */
  readonly onDidChangeVisible = this.#visible.event;
  readonly #shown = new EventEmitter<string>();
  /** Fires with the key of a room when its panel is shown or becomes active. */
  readonly onDidShow = this.#shown.event;
  /** The panel that the next room reuses. */
  #main: RoomPanel | undefined;
  /** The panel that *Open to the Side* reuses. */
  #side: RoomPanel | undefined;

  constructor(deps: PanelDependencies, session: Session) {
    this.#deps = deps;
    this.#session = session;
  }

  /** The panel that the next room reuses. */
  get main(): RoomPanel | undefined {
    return this.#main;
  }

  /** Key of the room in the active panel. */
  get activeKey(): string | undefined {
    return [...this.#open].find(({ panel }) => panel.active)?.key;
  }

  /** Keys of the rooms in visible panels. */
  get visibleKeys(): string[] {
    return [...this.#open].filter(({ panel }) => panel.visible).map(({ key }) => key);
  }

  /**
   * Shows a room, optionally with one of its participants selected. Reveals its panel if it is already open.
   */
  async show(
    key: string,
    { beside = false, preserveFocus = false, again = false, participant }: ShowOptions = {},
  ): Promise<void> {
    // Awaited before the panels are checked, so that two rooms opened in quick succession share one panel.
    const [module, calls] = await Promise.all([import('./roomPanel.ts'), this.#deps.loadCalls()]);
    const { tabs } = this.#deps;
    const lost = again ? tabs.orphans(roomPanel).filter((tab) => tab.isActive && tab.group.isActive) : [];
    if (lost.length > 0) {
      await this.show(key, { beside, preserveFocus, ...(participant !== undefined && { participant }) });
      return tabs.close(lost);
    }
    const shown = [...this.#open].find((panel) => panel.key === key);
    const panel = beside ? this.#side : (shown ?? this.#main);
    if (panel) {
      panel.show(key, participant);
      panel.panel.reveal(undefined, preserveFocus);
      this.#visible.fire();
      this.#shown.fire(key);
      return;
    }
    const viewColumn = beside ? ViewColumn.Beside : ViewColumn.Active;
    const options = { enableFindWidget: true };
    const created = window.createWebviewPanel(roomPanel, '', { viewColumn, preserveFocus }, options);
    this.#adopt(new module.RoomPanel(created, this.#deps, calls, key, { chosen: participant }), beside);
  }

  /** Restores a panel that was open before the window was reloaded. */
  async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    const isClosed = trackClosed(panel);
    const [{ parsePersistedState }, module, calls] = await Promise.all([
      import('../../protocol/messages.ts'),
      import('./roomPanel.ts'),
      this.#deps.loadCalls(),
    ]);
    const persisted = parsePersistedState(state);
    if (!persisted) {
      panel.dispose();
      return;
    }
    await this.#session.ready;
    if (isClosed()) return;
    const active = this.#session.account?.id;
    if (persisted.account !== undefined && active !== undefined && persisted.account !== active) {
      panel.dispose(); // Another account's room is not requested with this one's credentials.
      return;
    }
    const restored = new module.RoomPanel(panel, this.#deps, calls, persisted.roomSid, {
      owner: persisted.account,
    });
    this.#adopt(restored, this.#main !== undefined);
  }

  /** Disposes of the pages without closing the panels: VS Code restores them after a reload of the window. */
  dispose(): void {
    this.#visible.dispose();
    this.#shown.dispose();
    for (const panel of this.#open) panel.dispose();
  }

  #adopt(panel: RoomPanel, beside: boolean): void {
    const icon = (theme: string) => Uri.joinPath(this.#deps.extensionUri, 'media', `room-${theme}.svg`);
    panel.panel.iconPath = { light: icon('light'), dark: icon('dark') };
    this.#open.add(panel);
    this.#deps.tabs.add(panel.panel);
    if (beside) this.#side = panel;
    else this.#main = panel;
    this.#visible.fire();
    this.#shown.fire(panel.key);
    panel.panel.onDidChangeViewState(() => {
      this.#visible.fire();
      if (panel.panel.active) this.#shown.fire(panel.key);
    });
    panel.panel.onDidDispose(() => {
      this.#open.delete(panel);
      if (this.#main === panel) this.#main = undefined;
      if (this.#side === panel) this.#side = undefined;
      this.#visible.fire();
    });
  }
}
