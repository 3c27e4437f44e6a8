import { type Disposable, env, Uri, commands as vscodeCommands, type WebviewPanel } from 'vscode';
import { commands } from '../ids.ts';
import { isAbort } from '../insights/abort.ts';
import type { Room } from '../insights/room.ts';
import { isRoomSid } from '../insights/sid.ts';
import { type PageAction, parseFromPage, type ToPage } from '../protocol.ts';
import { isTwilioPage } from '../rooms/fieldValue.ts';
import { pageState } from '../rooms/pageState.ts';
import { roomTitle } from '../rooms/roomView.ts';
import type { RoomStore } from '../rooms/store.ts';
import type { RoomChange } from '../rooms/storeState.ts';
import type { Presentation } from './presentation.ts';
import { roomPage, roomPageRoots } from './roomPage.ts';

/** What a panel needs from the rest of the extension. */
export interface PanelTools {
  readonly extensionUri: Uri;
  readonly store: RoomStore;
  readonly presentation: Presentation;
  readonly report: (error: unknown) => void;
}

/** One panel that shows one room at a time, and what it and its page tell each other. */
export class RoomPanel implements Disposable {
  readonly panel: WebviewPanel;
  readonly #tools: PanelTools;
  readonly #owned: Disposable[] = [];
  readonly #onChange = (change: RoomChange) => this.#follow(change);
  #key: string;
  /** Key of the participant that was chosen in the page. */
  #chosen: string | undefined;
  #error: unknown;
  /** The latest load; what an earlier one brings is not shown. Undefined when the panel is closed. */
  #current: object | undefined;
  /** The room as the page has it. */
  #drawn: Room | undefined;
  #loading = false;
  #pageReady = false;
  #posting = false;

  constructor(panel: WebviewPanel, tools: PanelTools, key: string) {
    this.panel = panel;
    this.#tools = tools;
    this.#key = key;
    const { store, presentation, extensionUri } = tools;
    store.events.on('change', this.#onChange);
    this.#owned.push(
      presentation.onDidChange(() => this.#post()),
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      panel.onDidDispose(() => this.dispose()),
    );
    panel.webview.options = { enableScripts: true, localResourceRoots: roomPageRoots(extensionUri) };
    panel.webview.html = roomPage(panel.webview, extensionUri);
    void this.#load();
  }

  /** The key of the room that is shown. */
  get key(): string {
    return this.#key;
  }

  /** Goes over to another room, or brings the shown one up to date where it is not. */
  show(key: string): void {
    if (key !== this.#key) this.#chosen = undefined;
    this.#key = key;
    void this.#load();
  }

  dispose(): void {
    this.#current = undefined;
    this.#tools.store.events.off('change', this.#onChange);
    for (const one of this.#owned.splice(0)) one.dispose();
  }

  /** Fetches what is not known yet; `anew`, also what is. */
  async #load(anew = false): Promise<void> {
    const { store } = this.#tools;
    const key = this.#key;
    const load = {};
    this.#current = load;
    this.#error = undefined;
    this.#loading = false;
    this.#post();
    if (!isRoomSid(key) || !store.signedIn) return;
    const participation = store.participation(key);
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
    if (error !== undefined) this.#tools.report(error);
    this.#post();
  }

  #follow(change: RoomChange): void {
    if (change.kind === 'account') this.#followAccount();
    else if (change.kind === 'list') this.#followList();
    else if (change.key === this.#key) this.#post();
  }

  /** A room of the account before is not this account's to see; a panel that waits for a sign-in goes on. */
  #followAccount(): void {
    if (this.#drawn) this.panel.dispose();
    else void this.#load();
  }

  /** A list brings every room anew; participants that may have changed with theirs are loaded again. */
  #followList(): void {
    if (this.#tools.store.room(this.#key) !== this.#drawn) void this.#load();
  }

  /** Posts the state once for all changes of this turn. */
  #post(): void {
    if (this.#posting) return;
    this.#posting = true;
    queueMicrotask(() => {
      this.#posting = false;
      if (this.#pageReady && this.#current) this.#postState();
    });
  }

  #postState(): void {
    const { store, presentation } = this.#tools;
    const key = this.#key;
    const room = store.room(key);
    this.#drawn = room;
    this.panel.title = tabTitle(room ? roomTitle(room) : key);
    const facts = {
      room,
      participation: store.participation(key),
      loading: this.#loading,
      signedIn: store.signedIn,
      error: this.#error,
      chosen: this.#chosen,
    };
    const keep = isRoomSid(key) ? { keep: { roomSid: key } } : {};
    this.#send({ type: 'state', state: pageState(facts, presentation.format), ...keep });
  }

  async #receive(message: unknown): Promise<void> {
    const parsed = parseFromPage(message);
    switch (parsed?.type) {
      case undefined:
        return;
      case 'ready':
        this.#pageReady = true;
        this.#postState();
        return;
      case 'choose':
        this.#chosen = parsed.participant ?? undefined;
        this.#post();
        return;
      case 'action':
        return this.#answer(parsed.request, () => this.#act(parsed.action));
      case 'copyText':
        return this.#answer(parsed.request, () => env.clipboard.writeText(parsed.text));
      case 'openLink':
        return this.#answer(
          parsed.request,
          async () => isTwilioPage(parsed.href) && env.openExternal(Uri.parse(parsed.href, true)),
        );
      default:
        parsed satisfies never;
    }
  }

  /** Every request is answered, a failed one too. */
  async #answer(request: number, work: () => Thenable<unknown>): Promise<void> {
    let ok = false;
    try {
      ok = (await work()) !== false;
    } catch (error) {
      this.#tools.report(error);
    }
    if (this.#current) this.#send({ type: 'answer', request, ok });
  }

  #act(action: PageAction): Thenable<unknown> {
    switch (action) {
      case 'refresh':
      case 'retry':
        return this.#load(true);
      case 'copyJson':
        return vscodeCommands.executeCommand(commands.copyRoomJson, this.#key);
      case 'openJson':
        return vscodeCommands.executeCommand(commands.openRoomJson, this.#key);
      case 'copySid':
        return vscodeCommands.executeCommand(commands.copyRoomSid, this.#key);
      case 'compareJson':
        return Promise.resolve(false); // A room alone has nothing to be compared with.
      case 'showLog':
        return vscodeCommands.executeCommand(commands.showLog);
      case 'signIn':
        return vscodeCommands.executeCommand(commands.signIn);
      case 'sample':
        return vscodeCommands.executeCommand(commands.exploreSample);
    }
  }

  #send(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}

/** A tab as wide as its title would leave no place for another. */
function tabTitle(title: string): string {
  const most = 60;
  return title.length > most ? `${title.slice(0, most).trimEnd()}…` : title;
}
