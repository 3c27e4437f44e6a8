import { isDeepStrictEqual } from 'node:util';
import { t } from '@vscode/l10n';
import type { Disposable, Event, WebviewPanel } from 'vscode';
import { isAbort } from '../../async/isAbort.ts';
import { commands } from '../../ids.ts';
import { isRoomSid } from '../../insights/core/sid.ts';
import type { Room } from '../../insights/resources/room.ts';
import { pageState } from '../../pages/room/roomPage.ts';
import type { PanelAction } from '../../protocol/actions.ts';
import type { HostMessage, StateMessage } from '../../protocol/messages.ts';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import type { CallCache } from '../../rooms/visible/callCache.ts';
import { roomTitle } from '../../text/roomText.ts';
import { truncate } from '../../unicode/truncate.ts';
import type { SavedRoomDocument } from '../documents/savedRoomDocument.ts';
import { pageOptions, roomPage } from './html.ts';
import type { PanelDependencies } from './panelDependencies.ts';
import { PanelMessenger } from './panelMessenger.ts';
import { actOnRoom } from './roomPanelActions.ts';

export interface RoomPanelOptions {
  /** Key of the participant that is selected at first. */
  readonly chosen?: string | undefined;
  /**
   * The file that the room was read from, if not from Twilio; the store of the dependencies is then the
   * file's.
   */
  readonly file?: SavedRoomDocument;
  /** Id of the account that the restored room belongs to; by default the active account. */
  readonly owner?: string | undefined;
}

/** A panel that shows one room at a time; exchanges messages with its page. */
export class RoomPanel implements Disposable {
  readonly panel: WebviewPanel;
  readonly #deps: PanelDependencies;
  readonly #calls: CallCache;
  readonly #owned: Disposable[] = [];
  readonly #onChange = (change: RoomChange) => this.#follow(change);
  readonly #file: SavedRoomDocument | undefined;
  #key: string;
  /** Key of the participant that is selected in the page. */
  #chosen: string | undefined;
  #error: unknown;
  /** The latest load; results of earlier loads are dropped. Undefined when the panel is closed. */
  #current: object | undefined;
  /** Id of the account that the room belongs to; undefined until an account is signed in. */
  #owner: string | undefined;
  /** The room of the last state that was posted to the page. */
  #renderedRoom: Room | undefined;
  /** The last state that was posted to the page. */
  #lastMessage: StateMessage | undefined;
  #loading = false;
  /** The page has rendered this room's first rows and requested all of them. */
  #allRows = false;
  readonly #page: PanelMessenger<'room'>;

  constructor(
    panel: WebviewPanel,
    deps: PanelDependencies,
    calls: CallCache,
    key: string,
    { chosen, file, owner }: RoomPanelOptions = {},
  ) {
    this.panel = panel;
    this.#deps = deps;
    this.#calls = calls;
    this.#key = key;
    this.#chosen = chosen;
    this.#owner = owner ?? deps.activeAccount()?.id;
    this.#file = file;
    const { store, formatSettings, watched, extensionUri } = deps;
    this.#page = new PanelMessenger('room', panel.webview, {
      draw: () => this.#draw(),
      act: (action) => this.#act(action),
      logError: deps.logError,
      formatSettings,
      hasValues: true,
      ready: () => {
        this.#lastMessage = undefined;
        this.#allRows = false;
      },
      allRows: () => {
        this.#allRows = true;
        this.#page.post();
      },
      choose: (participant) => {
        this.#chosen = participant;
        this.#page.post();
      },
    });
    this.#owned.push(
      this.#page,
      formatSettings.onDidChange(() => this.#page.post()),
      watched.onDidChange((changed) => changed === this.#key && this.#page.post()),
      panel.onDidDispose(() => this.dispose()),
    );
    panel.webview.options = pageOptions(extensionUri);
    panel.webview.html = roomPage(panel.webview, extensionUri, file ? undefined : commands.openRoom);
    store.events.on('change', this.#onChange); // Last: a panel that is already closed throws above.
    void this.#load();
  }

  /** Fires for every message to the page. */
  get onDidSend(): Event<HostMessage> {
    return this.#page.onDidSend;
  }

  /** Handles a message from the page. */
  receive(message: unknown): Promise<void> {
    return this.#page.receive(message);
  }

  /** Key of the shown room. */
  get key(): string {
    return this.#key;
  }

  /** Shows another room, or loads the missing parts of the same one again. */
  show(key: string, chosen?: string): void {
    if (key !== this.#key || chosen !== undefined) this.#chosen = chosen;
    if (key !== this.#key) this.#allRows = false;
    this.#key = key;
    void this.#load();
  }

  dispose(): void {
    this.#current = undefined;
    this.#deps.store.events.off('change', this.#onChange);
    for (const one of this.#owned.splice(0)) one.dispose();
  }

  /** Fetches what the store does not have; with `force`, everything. */
  async #load(force = false): Promise<void> {
    const { store } = this.#deps;
    const key = this.#key;
    const load = {};
    this.#current = load;
    this.#error = undefined;
    this.#loading = false;
    this.#page.post();
    if (!isRoomSid(key) || !store.signedIn) return;
    const participants = store.participantsState(key);
    if (force || !participants || participants.stale) void store.loadParticipants(key);
    if (!force && store.room(key)) return;
    this.#loading = true;
    const error = await store.fetchRoom(key).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    // Stale: another room, account or load by now, or the panel was closed.
    if (load !== this.#current || isAbort(error)) return;
    this.#loading = false;
    this.#error = error;
    if (error !== undefined) this.#deps.logError(error);
    this.#page.post();
  }

  #follow(change: RoomChange): void {
    if (change.kind === 'account') this.#followAccount();
    else if (change.kind === 'list') this.#followList();
    else if (change.kind === 'live') this.#followTime();
    else if (change.key === this.#key) this.#page.post();
  }

  /** Updates the duration of a room in progress. */
  #followTime(): void {
    if (this.#renderedRoom?.live) this.#page.post();
  }

  /**
   * Closes the panel if another account is active: its credentials must not be used to request the previous
   * account's room. The panel stays open if it waits for a sign-in, or if the same account signed in again.
   */
  #followAccount(): void {
    const now = this.#deps.activeAccount()?.id;
    if (this.#owner !== undefined && this.#owner !== now && (now !== undefined || this.#renderedRoom)) {
      this.panel.dispose();
      return;
    }
    this.#owner ??= now;
    void this.#load();
  }

  /** A list replaces the room's object; reloads participants that may have changed with it. */
  #followList(): void {
    if (this.#deps.store.room(this.#key) !== this.#renderedRoom) void this.#load();
  }

  /** The state to post; undefined if the page has it already. */
  #draw(): StateMessage | undefined {
    const { store, formatSettings } = this.#deps;
    const key = this.#key;
    const room = store.room(key);
    this.#renderedRoom = room;
    // A saved room's tab is named for the room too, not for its file.
    if (room || !this.#file)
      this.panel.title = tabTitle(room ? roomTitle(room) : key, this.#file !== undefined);
    const input = {
      room,
      participantsState: store.participantsState(key),
      call: this.#calls.get(key),
      loading: this.#loading,
      signedIn: store.signedIn,
      watched: this.#deps.watched.has(key),
      error: this.#error,
      chosen: this.#chosen,
      firstOnly: !this.#allRows,
      saved: this.#file?.saved,
      problem: this.#file?.problem,
    };
    const persist =
      isRoomSid(key) && !this.#file
        ? { roomSid: key, ...(this.#owner && { account: this.#owner }) }
        : undefined;
    const message: StateMessage = {
      type: 'state',
      state: pageState(input, formatSettings.format),
      ...(persist && { persist }),
    };
    if (isDeepStrictEqual(message, this.#lastMessage)) return undefined;
    this.#lastMessage = message;
    return message;
  }

  #act(action: PanelAction<'room'>): Thenable<unknown> {
    const file = this.#file;
    return actOnRoom(action, { key: this.#key, file, refresh: () => this.#load(true) });
  }
}

/** Truncates the title, so that the tab leaves space for others; that of a saved room says so. */
function tabTitle(title: string, saved: boolean): string {
  const maxLength = 60;
  const short = truncate(title, maxLength);
  return saved ? t('{0} (saved)', short) : short;
}
