import {
  type Disposable,
  Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
} from 'vscode';
import { roomPanel } from '../ids.ts';
import type { PanelTools, RoomPanel } from './roomPanel.ts';
import type { Session } from './session.ts';

/** The panels that are open: one is used for room after room, a second one stands beside it on request. */
export class RoomPanels implements WebviewPanelSerializer, Disposable {
  readonly #tools: PanelTools;
  readonly #session: Session;
  readonly #serializer: Disposable;
  readonly #open = new Set<RoomPanel>();
  /** The panel that is used again for the next room. */
  #main: RoomPanel | undefined;
  /** The one that *Open to the Side* uses again. */
  #side: RoomPanel | undefined;

  constructor(tools: PanelTools, session: Session) {
    this.#tools = tools;
    this.#session = session;
    this.#serializer = window.registerWebviewPanelSerializer(roomPanel, this);
  }

  /** The key of the room in the panel that the person is looking at. */
  get activeKey(): string | undefined {
    return [...this.#open].find(({ panel }) => panel.active)?.key;
  }

  /** Shows a room; `beside`, in the second panel. A room that is open already is brought to the front. */
  async show(key: string, { beside = false, preserveFocus = false } = {}): Promise<void> {
    // Before anything is looked at: two rooms chosen in quick succession share one panel.
    const module = await import('./roomPanel.ts');
    const shown = [...this.#open].find((panel) => panel.key === key);
    const panel = beside ? this.#side : (shown ?? this.#main);
    if (panel) {
      panel.show(key);
      panel.panel.reveal(undefined, preserveFocus);
      return;
    }
    const viewColumn = beside ? ViewColumn.Beside : ViewColumn.Active;
    const options = { enableFindWidget: true };
    const created = window.createWebviewPanel(roomPanel, '', { viewColumn, preserveFocus }, options);
    this.#adopt(new module.RoomPanel(created, this.#tools, key), beside);
  }

  /** Fills a panel that was open before the window was reloaded. */
  async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    const [{ parseKeptState }, module] = await Promise.all([
      import('../protocol.ts'),
      import('./roomPanel.ts'),
    ]);
    const kept = parseKeptState(state);
    if (!kept) {
      panel.dispose();
      return;
    }
    await this.#session.ready;
    this.#adopt(new module.RoomPanel(panel, this.#tools, kept.roomSid), this.#main !== undefined);
  }

  /** Lets go of the panels without closing them: after a reload of the window they are filled again. */
  dispose(): void {
    this.#serializer.dispose();
    for (const panel of this.#open) panel.dispose();
  }

  #adopt(panel: RoomPanel, beside: boolean): void {
    const icon = (theme: string) => Uri.joinPath(this.#tools.extensionUri, 'media', `room-${theme}.svg`);
    panel.panel.iconPath = { light: icon('light'), dark: icon('dark') };
    this.#open.add(panel);
    if (beside) this.#side = panel;
    else this.#main = panel;
    panel.panel.onDidDispose(() => {
      this.#open.delete(panel);
      if (this.#main === panel) this.#main = undefined;
      if (this.#side === panel) this.#side = undefined;
    });
  }
}
