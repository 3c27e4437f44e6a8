import { isDeepStrictEqual } from 'node:util';
import type { Disposable, Event, WebviewPanel } from 'vscode';
import { isAbort } from '../../async/isAbort.ts';
import { isRoomSid } from '../../insights/core/sid.ts';
import type { Room } from '../../insights/resources/room.ts';
import { pageState } from '../../pages/room/roomPage.ts';
import type { PanelAction } from '../../protocol/actions.ts';
import type { HostMessage, StateMessage } from '../../protocol/messages.ts';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import type { CallCache } from '../../rooms/visible/callCache.ts';
import { roomTitle } from '../../text/roomText.ts';
import type { SavedRoomDocument } from '../documents/savedRoomDocument.ts';
import { roomPage, roomPageRoots } from './html.ts';
import type { PanelDependencies } from './panelDependencies.ts';
import { PanelMessenger } from './panelMessenger.ts';
import { actOnRoom } from './roomPanelActions.ts';

export interface RoomPanelOptions {
  /** Key of the participant that is chosen at first. */
  readonly chosen?: string | undefined;
  /** Where the room comes from, if not from Twilio: then the store of the tools is the file's. */
  readonly file?: SavedRoomDocument;
  /** Id of the account whose room it is, if that was so before; else the active one. */
  readonly owner?: string | undefined;
}

/** One panel that shows one room at a time, and what it and its page tell each other. */
export class RoomPanel implements Disposable {
  readonly panel: WebviewPanel;
  readonly #deps: PanelDependencies;
  readonly #calls: CallCache;
  readonly #owned: Disposable[] = [];
  readonly #onChange = (change: RoomChange) => this.#follow(change);
  readonly #file: SavedRoomDocument | undefined;
  #key: string;
  /** Key of the participant that was chosen in the page. */
  #chosen: string | undefined;
  #error: unknown;
  /** The latest load; what an earlier one brings is not shown. Undefined when the panel is closed. */
  #current: object | undefined;
  /** The account whose room this is; undefined as long as nobody is signed in. */
  #owner: string | undefined;
  /** The room as the page has it. */
  #drawn: Room | undefined;
  /** What the page was told last. */
  #told: StateMessage | undefined;
  #loading = false;
  /** The page has drawn this room's first rows, and wants all of them. */
  #allRows = false;
  readonly #page: PanelMessenger<'room'>;

  constructor(
    panel: WebviewPanel,
    tools: PanelDependencies,
    calls: CallCache,
    key: string,
    { chosen, file, owner }: RoomPanelOptions = {},
  ) {
    this.panel = panel;
    this.#deps = tools;
    this.#calls = calls;
    this.#key = key;
    this.#chosen = chosen;
    this.#owner = owner ?? tools.activeAccount()?.id;
    this.#file = file;
    const { store, presentation, watched, extensionUri } = tools;
    this.#page = new PanelMessenger('room', panel.webview, {
      draw: () => this.#draw(),
      act: (action) => this.#act(action),
      report: tools.report,
      hasValues: true,
      ready: () => {
        this.#told = undefined;
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
      presentation.onDidChange(() => this.#page.post()),
      watched.onDidChange((changed) => changed === this.#key && this.#page.post()),
      panel.onDidDispose(() => this.dispose()),
    );
    panel.webview.options = { enableScripts: true, localResourceRoots: roomPageRoots(extensionUri) };
    panel.webview.html = roomPage(panel.webview, extensionUri);
    store.events.on('change', this.#onChange); // Not before: a panel that is closed already throws.
    void this.#load();
  }

  /** Everything that the page is told. */
  get onDidSend(): Event<HostMessage> {
    return this.#page.onDidSend;
  }

  /** Takes a message of the page's. */
  receive(message: unknown): Promise<void> {
    return this.#page.receive(message);
  }

  /** The key of the room that is shown. */
  get key(): string {
    return this.#key;
  }

  /** Goes over to another room, or brings the shown one up to date where it is not. */
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

  /** Fetches what is not known yet; `anew`, also what is. */
  async #load(anew = false): Promise<void> {
    const { store } = this.#deps;
    const key = this.#key;
    const load = {};
    this.#current = load;
    this.#error = undefined;
    this.#loading = false;
    this.#page.post();
    if (!isRoomSid(key) || !store.signedIn) return;
    const participation = store.participantsState(key);
    if (anew || !participation || participation.stale) void store.loadParticipants(key);
    if (!anew && store.room(key)) return;
    this.#loading = true;
    const error = await store.fetchRoom(key).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    // Another room, another account, another try, or the panel was closed: this answer is nobody's.
    if (load !== this.#current || isAbort(error)) return;
    this.#loading = false;
    this.#error = error;
    if (error !== undefined) this.#deps.report(error);
    this.#page.post();
  }

  #follow(change: RoomChange): void {
    if (change.kind === 'account') this.#followAccount();
    else if (change.kind === 'list') this.#followList();
    else if (change.kind === 'live') this.#followTime();
    else if (change.key === this.#key) this.#page.post();
  }

  /** How long a room in progress has lasted is other than before. */
  #followTime(): void {
    if (this.#drawn?.live) this.#page.post();
  }

  /**
   * A room of the account before is not asked for with the credentials of
   * another. A panel goes on that waits for a sign-in, or whose account has
   * only signed in anew.
   */
  #followAccount(): void {
    const now = this.#deps.activeAccount()?.id;
    if (this.#owner !== undefined && this.#owner !== now && (now !== undefined || this.#drawn)) {
      this.panel.dispose();
      return;
    }
    this.#owner ??= now;
    void this.#load();
  }

  /** A list brings every room anew; participants that may have changed with theirs are loaded again. */
  #followList(): void {
    if (this.#deps.store.room(this.#key) !== this.#drawn) void this.#load();
  }

  /** The state, unless the page has it. */
  #draw(): StateMessage | undefined {
    const { store, presentation } = this.#deps;
    const key = this.#key;
    const room = store.room(key);
    this.#drawn = room;
    if (!this.#file) this.panel.title = tabTitle(room ? roomTitle(room) : key);
    const facts = {
      room,
      participation: store.participantsState(key),
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
      state: pageState(facts, presentation.format),
      ...(persist && { persist }),
    };
    if (isDeepStrictEqual(message, this.#told)) return undefined;
    this.#told = message;
    return message;
  }

  #act(action: PanelAction<'room'>): Thenable<unknown> {
    const file = this.#file;
    return actOnRoom(action, { key: this.#key, file, refresh: () => this.#load(true) });
  }
}

/** A tab as wide as its title would leave no place for another. */
function tabTitle(title: string): string {
  const most = 60;
  return title.length > most ? `${title.slice(0, most).trimEnd()}…` : title;
}
