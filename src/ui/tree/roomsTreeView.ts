import { t } from '@vscode/l10n';
import { commands, type Disposable, type TreeView, window } from 'vscode';
import { contexts, views } from '../../ids.ts';
import { isNoFilter } from '../../rooms/filter/roomFilter.ts';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import { isExpired } from '../../rooms/window/timeWindow.ts';
import type { Session } from '../session/session.ts';
import type { ListOptions } from '../settings/listOptions.ts';
import type { RoomTreeProvider } from './roomTreeProvider.ts';
import { type RoomTreeNode, roomOfNode } from './treeNodes.ts';
import { type ViewMessageInput, viewMessage } from './viewMessage.ts';

/**
 * All states but `failed` and `loaded`, which the tree itself shows, have a text in `viewsWelcome` of the
 * manifest.
 */
type ViewState =
  | 'signedOut'
  | 'loading'
  | 'empty'
  | 'emptyFilter'
  | 'emptyRange'
  | 'expired'
  | 'cancelled'
  | 'failed'
  | 'loaded';

export interface Dependencies extends ViewMessageInput {
  readonly visibleRooms: VisibleRooms;
  readonly listOptions: ListOptions;
  readonly session: Pick<Session, 'account' | 'several' | 'hasOthers' | 'onDidChangeAccount'>;
}

/** The view in the sidebar: updates the tree's description, message, badge, progress and context keys. */
export class RoomsTreeView implements Disposable {
  readonly #view: TreeView<RoomTreeNode>;
  readonly #tree: RoomTreeProvider;
  readonly #deps: Dependencies;
  readonly #watching: readonly Disposable[];
  readonly #onChange = (change: RoomChange) => {
    if (change.kind !== 'participants' || this.#deps.visibleRooms.dependsOnCalls) this.#update();
    if (change.kind !== 'participants' || this.#deps.store.room(change.key)?.live) void this.#countProblems();
  };
  #endProgress: (() => void) | undefined;
  /** The count on the badge. */
  #problems = 0;
  readonly #contexts = new Map<string, string | boolean>();

  constructor(view: TreeView<RoomTreeNode>, tree: RoomTreeProvider, deps: Dependencies, signedIn: boolean) {
    this.#view = view;
    this.#tree = tree;
    this.#deps = deps;
    const { store, listOptions, formatSettings, session } = deps;
    store.events.on('change', this.#onChange);
    this.#watching = [
      listOptions.onDidChange(() => this.#update()),
      formatSettings.onDidChange(() => this.#update()),
      this.#view.onDidExpandElement(({ element }) => tree.setExpanded(element, true)),
      this.#view.onDidCollapseElement(({ element }) => tree.setExpanded(element, false)),
      session.onDidChangeAccount(() => this.#update()),
      tree.onDidCatchUp(() => this.#updateMessage()),
    ];
    this.#setContexts(signedIn ? 'loading' : 'signedOut');
  }

  /** Selects the open room if its row is in the tree and the view is visible. The focus does not move. */
  async select(key: string): Promise<void> {
    const node = this.#view.visible ? this.#tree.listed(key) : undefined;
    const isSelected = this.#view.selection.some((one) => roomOfNode(one)?.key === key);
    if (!node || isSelected) return;
    // The row may be gone by then, and `reveal` rejects.
    await this.#view.reveal(node, { select: true, focus: false }).then(undefined, () => undefined);
  }

  dispose(): void {
    this.#deps.store.events.off('change', this.#onChange);
    for (const one of this.#watching) one.dispose();
    this.#endProgress?.();
  }

  #update(): void {
    const { listing, listedCount } = this.#deps.store;
    const loading = listing.state === 'loading';
    this.#setContexts(this.#currentState());
    if (loading) this.#showProgress();
    else this.#hideProgress();
    // While rooms load, only together with the tree: VS Code delays an update that follows another one.
    if (!loading || listedCount === 0) this.#updateMessage();
  }

  /** Updates the view's description and message, unless they are the same. */
  #updateMessage(): void {
    const { store, visibleRooms } = this.#deps;
    void visibleRooms.prepare()?.then(() => this.#updateMessage());
    const description = store.signedIn ? viewMessage(this.#deps) : '';
    if (this.#view.description !== description) this.#view.description = description;
    // A view alone in its container shows no description; one with a message shows no welcome text.
    const message = store.listedCount > 0 ? description : '';
    if ((this.#view.message ?? '') !== message) this.#view.message = message;
  }

  /** Updates the badge with the number of rooms in progress that have a problem, among the analyzed calls. */
  async #countProblems(): Promise<void> {
    const { store, visibleRooms, formatSettings } = this.#deps;
    const anyLoaded = store.liveRooms.some(({ key }) => store.participantsState(key));
    if (anyLoaded) await visibleRooms.loadCalls();
    const count = anyLoaded ? visibleRooms.problemsIn('in_progress') : 0;
    if (count === this.#problems) return;
    this.#problems = count;
    const tooltip = t('{0} in progress with problems', formatSettings.format.rooms(count));
    this.#view.badge = count > 0 ? { value: count, tooltip } : undefined;
  }

  #currentState(): ViewState {
    const { store, listOptions } = this.#deps;
    const { signedIn, listing, listedCount, gaps } = store;
    if (!signedIn) return 'signedOut';
    if (listedCount > 0 || gaps.length > 0) return 'loaded';
    if (listing.state === 'failed' || listing.state === 'cancelled') return listing.state;
    if (listing.state === 'loading' || listing.state === 'none') return 'loading';
    if (!isNoFilter(listOptions.filter)) return 'emptyFilter';
    if (typeof listOptions.window === 'string') return 'empty';
    return isExpired(listOptions.window, Date.now()) ? 'expired' : 'emptyRange';
  }

  #setContexts(state: ViewState): void {
    const { listing, stopped } = this.#deps.store;
    const { account } = this.#deps.session;
    this.#setContext(contexts.state, state);
    this.#setContext(contexts.signedIn, state !== 'signedOut');
    this.#setContext(contexts.otherAccounts, this.#deps.session.hasOthers);
    this.#setContext(contexts.ownAccount, account !== undefined && account.kind !== 'sample');
    this.#setContext(contexts.loading, listing.state === 'loading');
    const { window: listed, filter } = this.#deps.listOptions;
    this.#setContext(contexts.window, typeof listed === 'string' ? listed : '');
    this.#setContext(contexts.listFailed, listing.state === 'failed');
    this.#setContext(contexts.more, stopped);
    this.#setContext(contexts.filtered, !isNoFilter(filter));
  }

  /** Sets a context key only if it has changed, because each call is a message to the window. */
  #setContext(key: string, value: string | boolean): void {
    if (this.#contexts.get(key) === value) return;
    this.#contexts.set(key, value);
    void commands.executeCommand('setContext', key, value);
  }

  #showProgress(): void {
    if (this.#endProgress) return;
    const done = new Promise<void>((resolve) => {
      this.#endProgress = resolve;
    });
    void window.withProgress({ location: { viewId: views.rooms } }, () => done);
  }

  #hideProgress(): void {
    this.#endProgress?.();
    this.#endProgress = undefined;
  }
}
