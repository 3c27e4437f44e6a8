import { Disposable, ViewColumn, commands as vscodeCommands, type WebviewPanel, window } from 'vscode';
import { Call } from '../../calls/summary/call.ts';
import { comparePanel } from '../../ids.ts';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import { pageLabels } from '../../pages/common/pageLabels.ts';
import { compareParticipants, compareRooms } from '../../pages/room/compareView.ts';
import type { StateMessage } from '../../protocol/messages.ts';
import { participantLabels } from '../../text/names/participantLabels.ts';
import { isolate } from '../../unicode/isolate.ts';
import { participantDocument, roomDocument } from '../documents/documentUri.ts';
import type { SavedRoomDocument } from '../documents/savedRoomDocument.ts';
import { pageOptions, roomPage } from './html.ts';
import type { PanelDependencies } from './panelDependencies.ts';
import { PanelMessenger } from './panelMessenger.ts';

/** One side of a comparison: a room, or a participant in it. */
export interface Compared {
  readonly room: Room;
  readonly participant?: Participant;
  /** The file that the room was read from; undefined for a room of the account. */
  readonly file?: SavedRoomDocument | undefined;
}

/** A panel with the differences between two rooms or two participants, as of the time when it was opened. */
export class ComparePanel implements Disposable {
  readonly #panel: WebviewPanel;
  readonly #deps: PanelDependencies;
  readonly #sides: readonly [Compared, Compared];
  readonly #page: PanelMessenger<'compare'>;
  readonly #watching: Disposable;

  constructor(deps: PanelDependencies, left: Compared, right: Compared) {
    this.#deps = deps;
    this.#sides = [left, right];
    const { extensionUri, store, formatSettings, logError } = deps;
    const options = { ...pageOptions(extensionUri), enableFindWidget: true };
    const [one, other] = this.#view().titles.map(isolate);
    this.#panel = window.createWebviewPanel(comparePanel, `${one} ↔ ${other}`, ViewColumn.Active, options);
    deps.tabs.add(this.#panel);
    this.#page = new PanelMessenger('compare', this.#panel.webview, {
      draw: () => this.#draw(),
      act: () => this.#compareJson(),
      logError,
      formatSettings,
    });
    const close = ({ kind }: { kind: string }) => {
      // Saved rooms belong to no account; rooms of the previous account must not stay open.
      if (kind === 'account' && [left, right].some(({ file }) => !file)) this.#panel.dispose();
    };
    store.events.on('change', close);
    this.#watching = Disposable.from(
      { dispose: () => store.events.off('change', close) },
      formatSettings.onDidChange(() => this.#page.post()),
    );
    this.#panel.onDidDispose(() => this.dispose());
    this.#panel.webview.html = roomPage(this.#panel.webview, extensionUri);
  }

  dispose(): void {
    this.#watching.dispose();
    this.#page.dispose();
  }

  #view() {
    const { store, formatSettings } = this.#deps;
    const { format } = formatSettings;
    const [left, right] = this.#sides;
    const participants = ({ room, file }: Compared) =>
      (file?.store ?? store).participantsState(room.key)?.participants ?? [];
    if (left.participant && right.participant) {
      const labelOf = participantLabels([
        ...[left.participant, right.participant],
        ...participants(left),
        ...participants(right),
      ]);
      return compareParticipants(left.participant, right.participant, labelOf, format);
    }
    const call = (side: Compared) => new Call(side.room, participants(side), format);
    return compareRooms(call(left), call(right), format);
  }

  #draw(): StateMessage {
    const { locale } = this.#deps.formatSettings.format;
    return { type: 'state', state: { labels: pageLabels(), locale, loading: false, compare: this.#view() } };
  }

  /** Opens VS Code's diff of the two documents. */
  async #compareJson(): Promise<boolean> {
    const [left, right] = this.#sides.map(({ room, participant, file }) => {
      if (!room.sid) return undefined;
      if (!participant) return roomDocument(room.sid, file?.uri);
      return participant.sid && participantDocument(room.sid, participant.sid, file?.uri);
    });
    if (!left || !right) return false;
    await vscodeCommands.executeCommand('vscode.diff', left, right, this.#panel.title);
    return true;
  }
}
