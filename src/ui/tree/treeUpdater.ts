import { Disposable, EventEmitter } from 'vscode';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import type { ListOptions } from '../settings/listOptions.ts';
import type { ExpandedRooms } from './expandedRooms.ts';
import type { RenderedTree, TreeChange } from './renderedTree.ts';
import type { RoomGroups } from './roomGroups.ts';
import type { RoomRows, WatchedKeys } from './roomRows.ts';
import { UpdateScheduler } from './updateScheduler.ts';

export interface Dependencies {
  readonly store: RoomStore;
  readonly visibleRooms: VisibleRooms;
  readonly listOptions: Pick<ListOptions, 'onDidChange'>;
  readonly formatSettings: Pick<FormatSettings, 'onDidChange' | 'format'>;
  readonly watched: WatchedKeys;
  readonly grouped: RoomGroups;
  readonly rows: RoomRows;
  readonly expanded: ExpandedRooms;
  readonly rendered: RenderedTree;
}

/**
 * Listens to changes of rooms and settings, and invalidates the nodes that look different, at the right time.
 */
export class TreeUpdater implements Disposable {
  readonly #deps: Dependencies;
  readonly #invalidate: (change: TreeChange) => void;
  readonly #updates = new UpdateScheduler(() => this.#update());
  readonly #updated = new EventEmitter<void>();
  readonly onDidUpdate = this.#updated.event;
  readonly #watching: Disposable;
  readonly #onChange = (change: RoomChange) => this.#follow(change);
  /** State of the list at the last update. */
  #listSignature = '';
  #failed: unknown;
  /** A time on the day that the rows take for today; milliseconds since 1970. */
  #today: number;

  /** @param invalidate called with the nodes to render again; also with none */
  constructor(deps: Dependencies, invalidate: (change: TreeChange) => void) {
    this.#deps = deps;
    this.#invalidate = invalidate;
    const { store, listOptions, formatSettings, watched } = deps;
    this.#today = formatSettings.format.now();
    store.events.on('change', this.#onChange);
    this.#watching = Disposable.from(
      formatSettings.onDidChange(() => this.#updateAll()),
      listOptions.onDidChange(() => {
        deps.grouped.forget();
        this.#updateAll();
      }),
      watched.onDidChange((key) => this.#onRow(key)),
    );
  }

  dispose(): void {
    this.#deps.store.events.off('change', this.#onChange);
    this.#watching.dispose();
    this.#updates.dispose();
    this.#updated.dispose();
  }

  #follow(change: RoomChange): void {
    const { store, grouped, rendered, expanded } = this.#deps;
    switch (change.kind) {
      case 'account':
        grouped.forget();
        rendered.clear();
        this.#updates.flush();
        break;
      case 'list':
        this.#onList();
        break;
      case 'room': {
        const { group } = grouped.node(change.key) ?? {};
        if (group && group.status !== (store.room(change.key)?.status ?? '')) this.#updates.flush();
        this.#onRow(change.key);
        expanded.reload();
        break;
      }
      case 'participants':
        void this.#onParticipants(change.key);
        break;
      case 'live':
        this.#onTime();
    }
  }

  /** Updates the durations of rooms in progress. */
  #onTime(): void {
    const { rendered, rows, visibleRooms } = this.#deps;
    if (this.#isNextDay()) this.#updateAll();
    else this.#invalidate(rendered.batched(rows.aged()));
    if (visibleRooms.dependsOnTime) this.#updates.flush();
  }

  #onRow(key: string): void {
    const { grouped, rendered } = this.#deps;
    const node = grouped.node(key);
    if (node) this.#invalidate(rendered.changeOf(node));
  }

  #onList(): void {
    const { revision, unreadable, listing, gaps } = this.#deps.store;
    const settled = listing.state !== 'loading' && listing.state;
    const signature = [revision, unreadable, settled, gaps.length].join();
    const failed = listing.state === 'failed' ? listing.error : undefined;
    if (settled) this.#deps.expanded.reload();
    if (signature === this.#listSignature && failed === this.#failed) return;
    this.#listSignature = signature;
    this.#failed = failed;
    // A finished list is rendered at once: a later render would close a menu that was just opened.
    if (settled) this.#updates.flush();
    else this.#updates.schedule();
  }

  async #onParticipants(key: string): Promise<void> {
    const { store, visibleRooms, grouped } = this.#deps;
    if (store.participantsState(key)?.state === 'loading') return;
    // The analysis of calls is loaded with the first participants, not at startup.
    await visibleRooms.loadCalls();
    // A room that has no row, because others fill the page, counts in its group too.
    if (visibleRooms.dependsOnCalls || !grouped.node(key)) this.#updates.schedule();
    else this.#onRow(key);
  }

  /** Whether the day has changed: times of yesterday are written with their day. */
  #isNextDay(): boolean {
    const { format } = this.#deps.formatSettings;
    const before = this.#today;
    this.#today = format.now();
    return !format.sameDay(before, this.#today);
  }

  #updateAll(): void {
    if (!this.#deps.rendered.isEmpty) this.#invalidate('all');
    this.#updated.fire();
  }

  /** Invalidates the changed nodes. Returns false if the tree cannot be rendered yet or is empty. */
  #update(): boolean {
    const { visibleRooms, rendered, grouped } = this.#deps;
    const preparing = visibleRooms.prepare();
    if (preparing) void preparing.then(() => this.#updates.flush());
    // Rendering an empty tree would delay the first rooms.
    if (preparing || rendered.isEmpty) return false;
    grouped.prune();
    this.#invalidate(this.#isNextDay() ? 'all' : rendered.changes());
    this.#updated.fire();
    return true;
  }
}
