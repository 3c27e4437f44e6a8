import { t } from '@vscode/l10n';
import { commands, type Disposable, type TreeView, window } from 'vscode';
import { contexts, views } from '../ids.ts';
import type { RoomStore } from '../rooms/store.ts';
import type { RoomChange } from '../rooms/storeState.ts';
import { windowWords } from '../rooms/timeWindow.ts';
import type { Presentation } from './presentation.ts';
import type { RoomTree } from './roomTree.ts';
import type { RoomTreeNode } from './roomTreeNodes.ts';
import type { Session } from './session.ts';

/** All but `failed` and `loaded`, which the tree itself shows, have words in the manifest (viewsWelcome). */
type ViewState = 'signedOut' | 'loading' | 'empty' | 'cancelled' | 'failed' | 'loaded';

/** The view in the sidebar: the tree, and around it the window, the count, the progress and the state. */
export class RoomsView implements Disposable {
  readonly view: TreeView<RoomTreeNode>;
  readonly #store: RoomStore;
  readonly #session: Session;
  readonly #presentation: Presentation;
  readonly #onChange = (change: RoomChange) => {
    if (change.kind === 'account' || change.kind === 'list') this.#update();
  };
  #endProgress: (() => void) | undefined;
  readonly #contexts = new Map<string, string | boolean>();

  constructor(
    tree: RoomTree,
    store: RoomStore,
    session: Session,
    signedIn: boolean,
    presentation: Presentation,
  ) {
    this.#store = store;
    this.#session = session;
    this.#presentation = presentation;
    this.view = window.createTreeView(views.rooms, { treeDataProvider: tree, showCollapseAll: true });
    store.events.on('change', this.#onChange);
    this.#setContexts(signedIn ? 'loading' : 'signedOut');
  }

  dispose(): void {
    this.#store.events.off('change', this.#onChange);
    this.#endProgress?.();
    this.view.dispose();
  }

  #update(): void {
    const { signedIn, listing } = this.#store;
    this.#setContexts(this.#currentState());
    const description = signedIn ? this.#description() : '';
    this.view.description = description;
    // A view that is alone in its container shows no description, and one with a message shows no welcome.
    this.view.message = this.#store.listedCount > 0 ? description : '';
    if (listing.state === 'loading') this.#showProgress();
    else this.#hideProgress();
  }

  #currentState(): ViewState {
    const { signedIn, listing, listedCount } = this.#store;
    if (!signedIn) return 'signedOut';
    if (listedCount > 0) return 'loaded';
    if (listing.state === 'failed' || listing.state === 'cancelled') return listing.state;
    return listing.state === 'loading' || listing.state === 'none' ? 'loading' : 'empty';
  }

  /** "Sample · Last 24 hours · 1,204 rooms": which rooms these are, and that none is missing. */
  #description(): string {
    const { listing, listedCount } = this.#store;
    const parts = [windowWords(this.#session.window)];
    if (this.#session.account?.kind === 'sample') parts.unshift(t('Sample'));
    const rooms = this.#presentation.format.rooms(listedCount);
    switch (listing.state) {
      case 'none':
        break;
      case 'loading':
        parts.push(listedCount > 0 ? t('{0} so far', rooms) : t('loading…'));
        break;
      case 'complete':
        parts.push(rooms);
        break;
      case 'paused':
        parts.push(t('first {0}', rooms));
        break;
      case 'cancelled':
        parts.push(t('{0}, cancelled', rooms));
        break;
      case 'failed':
        parts.push(listedCount > 0 ? t('{0}, not up to date', rooms) : t('failed'));
    }
    return parts.join(' · ');
  }

  #setContexts(state: ViewState): void {
    const { listing } = this.#store;
    this.#setContext(contexts.state, state);
    this.#setContext(contexts.signedIn, state !== 'signedOut');
    this.#setContext(contexts.loading, listing.state === 'loading');
    this.#setContext(contexts.more, listing.state === 'paused');
  }

  /** Told only when it changes: each is a message to the window. */
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
