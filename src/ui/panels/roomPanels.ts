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
  /** In the second panel. */
  readonly beside?: boolean;
  readonly preserveFocus?: boolean;
  /** `Participant.key`. */
  readonly participant?: string;
}

/** The panels that are open: one is used for room after room, a second one stands beside it on request. */
export class RoomPanels implements WebviewPanelSerializer, Disposable {
  readonly #deps: PanelDependencies;
  readonly #session: Session;
  readonly #open = new Set<RoomPanel>();
  readonly #visible = new EventEmitter<void>();
  /** Fires when other rooms may be visible in panels than before. */
  readonly onDidChangeVisible = this.#visible.event;
  readonly #shown = new EventEmitter<string>();
  /** The key of the room that has come before the person's eyes. */
  readonly onDidShow = this.#shown.event;
  /** The panel that is used again for the next room. */
  #main: RoomPanel | undefined;
  /** The one that *Open to the Side* uses again. */
  #side: RoomPanel | undefined;

  constructor(tools: PanelDependencies, session: Session) {
    this.#deps = tools;
    this.#session = session;
  }

  /** The panel that is used again for the next room. */
  get main(): RoomPanel | undefined {
    return this.#main;
  }

  /** The key of the room in the panel that the person is looking at. */
  get activeKey(): string | undefined {
    return [...this.#open].find(({ panel }) => panel.active)?.key;
  }

  /** Keys of the rooms that can be seen in panels. */
  get visibleKeys(): string[] {
    return [...this.#open].filter(({ panel }) => panel.visible).map(({ key }) => key);
  }

  /** Shows a room, one of its participants chosen if so wished. A room that is open already is brought to the front. */
  async show(
    key: string,
    { beside = false, preserveFocus = false, participant }: ShowOptions = {},
  ): Promise<void> {
    // Before anything is looked at: two rooms chosen in quick succession share one panel.
    const [module, calls] = await Promise.all([import('./roomPanel.ts'), this.#deps.loadCalls()]);
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

  /** Fills a panel that was open before the window was reloaded. */
  async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    const isClosed = trackClosed(panel);
    const [{ parsePersistedState }, module, calls] = await Promise.all([
      import('../../protocol/messages.ts'),
      import('./roomPanel.ts'),
      this.#deps.loadCalls(),
    ]);
    const kept = parsePersistedState(state);
    if (!kept) {
      panel.dispose();
      return;
    }
    await this.#session.ready;
    if (isClosed()) return;
    const active = this.#session.account?.id;
    if (kept.account !== undefined && active !== undefined && kept.account !== active) {
      panel.dispose(); // A room of another account is not asked for with this one's credentials.
      return;
    }
    const restored = new module.RoomPanel(panel, this.#deps, calls, kept.roomSid, { owner: kept.account });
    this.#adopt(restored, this.#main !== undefined);
  }

  /** Lets go of the panels without closing them: after a reload of the window they are filled again. */
  dispose(): void {
    this.#visible.dispose();
    this.#shown.dispose();
    for (const panel of this.#open) panel.dispose();
  }

  #adopt(panel: RoomPanel, beside: boolean): void {
    const icon = (theme: string) => Uri.joinPath(this.#deps.extensionUri, 'media', `room-${theme}.svg`);
    panel.panel.iconPath = { light: icon('light'), dark: icon('dark') };
    this.#open.add(panel);
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
