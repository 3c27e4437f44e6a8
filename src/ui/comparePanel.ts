import { type Disposable, ViewColumn, commands as vscodeCommands, type WebviewPanel, window } from 'vscode';
import { comparePanel } from '../ids.ts';
import type { Participant } from '../insights/participant.ts';
import type { Room } from '../insights/room.ts';
import { parseFromPage, type ToPage } from '../protocol.ts';
import { compareParticipants, compareRooms } from '../rooms/compare.ts';
import { pageWords } from '../rooms/pageState.ts';
import { participantDocument, roomDocument } from './roomDocuments.ts';
import { roomPage, roomPageRoots } from './roomPage.ts';
import type { PanelTools } from './roomPanel.ts';

/** One side of a comparison: a room, or somebody in it. */
export interface Compared {
  readonly room: Room;
  readonly participant?: Participant;
}

/** A panel with what differs between two rooms or two participants; it shows the moment it was made. */
export class ComparePanel implements Disposable {
  readonly #panel: WebviewPanel;
  readonly #tools: PanelTools;
  readonly #sides: readonly [Compared, Compared];
  readonly #watching: Disposable;

  constructor(tools: PanelTools, left: Compared, right: Compared) {
    this.#tools = tools;
    this.#sides = [left, right];
    const { extensionUri, store } = tools;
    const options = {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: roomPageRoots(extensionUri),
    };
    const [one, other] = this.#view().titles;
    this.#panel = window.createWebviewPanel(comparePanel, `${one} ↔ ${other}`, ViewColumn.Active, options);
    this.#panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    const close = ({ kind }: { kind: string }) => {
      if (kind === 'account') this.#panel.dispose();
    };
    store.events.on('change', close);
    this.#watching = { dispose: () => store.events.off('change', close) };
    this.#panel.onDidDispose(() => this.dispose());
    this.#panel.webview.html = roomPage(this.#panel.webview, extensionUri);
  }

  dispose(): void {
    this.#watching.dispose();
  }

  #view() {
    const { store, presentation } = this.#tools;
    const [left, right] = this.#sides;
    if (left.participant && right.participant) {
      return compareParticipants(left.participant, right.participant, presentation.format);
    }
    const whole = ({ room }: Compared) => ({
      room,
      participants: store.participation(room.key)?.participants ?? [],
    });
    return compareRooms(whole(left), whole(right), presentation.format);
  }

  async #receive(message: unknown): Promise<void> {
    const parsed = parseFromPage(message);
    if (parsed?.type === 'ready') {
      const { locale } = this.#tools.presentation.format;
      this.#send({
        type: 'state',
        state: { words: pageWords(), locale, loading: false, compare: this.#view() },
      });
    } else if (parsed?.type === 'action') {
      const ok = parsed.action === 'compareJson' && (await this.#compareJson());
      this.#send({ type: 'answer', request: parsed.request, ok });
    }
  }

  /** The editor's own comparison of the two documents. */
  async #compareJson(): Promise<boolean> {
    const [left, right] = this.#sides.map(({ room, participant }) => {
      if (!room.sid) return undefined;
      if (!participant) return roomDocument(room.sid);
      return participant.sid && participantDocument(room.sid, participant.sid);
    });
    if (!left || !right) return false;
    await vscodeCommands.executeCommand('vscode.diff', left, right, this.#panel.title);
    return true;
  }

  #send(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }
}
