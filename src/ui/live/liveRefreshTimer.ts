import { type Disposable, type TreeView, window, workspace } from 'vscode';
import { Poller } from '../../async/poller.ts';
import { settings } from '../../ids.ts';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { RoomPanels } from '../panels/roomPanels.ts';
import { refreshInterval } from '../settings/refreshInterval.ts';
import type { RoomRows } from '../tree/roomRows.ts';
import type { RoomTreeNode } from '../tree/treeNodes.ts';

export interface Dependencies {
  readonly store: RoomStore;
  readonly rows: Pick<RoomRows, 'expandedKeys'>;
  readonly view: Pick<TreeView<RoomTreeNode>, 'visible' | 'onDidChangeVisibility'>;
  readonly panels: Pick<RoomPanels, 'visibleKeys' | 'onDidChangeVisible'>;
}

/**
 * Refreshes rooms in progress periodically: only while the view or a panel of such a room is visible, the
 * window has the focus, and a room is live. At all other times it sends no request and runs no timer.
 */
export class LiveRefreshTimer implements Disposable {
  readonly #deps: Dependencies;
  readonly #poller: Poller;
  readonly #watching: readonly Disposable[];
  #listing = false;
  readonly #onChange = (change: RoomChange) => this.#follow(change);

  constructor(deps: Dependencies) {
    this.#deps = deps;
    const { store, view, panels } = deps;
    this.#poller = new Poller({
      run: () => store.refreshLive(this.#shownKeys()),
      interval: () => (this.#wanted() ? refreshInterval() : undefined),
    });
    const update = () => this.#poller.update();
    store.events.on('change', this.#onChange);
    this.#watching = [
      view.onDidChangeVisibility(update),
      panels.onDidChangeVisible(update),
      window.onDidChangeWindowState(update),
      workspace.onDidChangeConfiguration(
        (change) => change.affectsConfiguration(settings.refreshInterval) && update(),
      ),
    ];
  }

  dispose(): void {
    this.#deps.store.events.off('change', this.#onChange);
    for (const one of this.#watching) one.dispose();
    this.#poller.dispose();
  }

  /** A list that was just loaded counts as a refresh. */
  #follow({ kind }: RoomChange): void {
    if (kind === 'participants') return;
    const listed = this.#listing;
    this.#listing = this.#deps.store.listing.state === 'loading';
    if (kind === 'account' || (listed && !this.#listing)) this.#poller.restart();
    else if (!this.#listing) this.#poller.update();
  }

  #wanted(): boolean {
    const { store, view } = this.#deps;
    if (!store.signedIn || !window.state.focused || store.listing.state === 'loading') return false;
    return view.visible ? store.liveRooms.length > 0 : this.#liveInPanels();
  }

  #liveInPanels(): boolean {
    const { store, panels } = this.#deps;
    return panels.visibleKeys.some((key) => store.room(key)?.live);
  }

  #shownKeys(): ReadonlySet<string> {
    const { rows, view, panels } = this.#deps;
    return new Set([...panels.visibleKeys, ...(view.visible ? rows.expandedKeys : [])]);
  }
}
