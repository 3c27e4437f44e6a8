import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import { explainFailure } from '../rooms/explainFailure.ts';
import type { ShownRooms } from '../rooms/shownRooms.ts';
import type { RoomStore } from '../rooms/store.ts';
import type { RoomChange } from '../rooms/storeState.ts';
import { ExpandedRooms } from './expandedRooms.ts';
import { GroupedRooms } from './groupedRooms.ts';
import type { ListChoices } from './listChoices.ts';
import { NodeItems } from './nodeItems.ts';
import type { Presentation } from './presentation.ts';
import { Redraws } from './redraws.ts';
import { RoomRows, type WatchedKeys } from './roomRows.ts';
import type { MoreNode, RoomNode, RoomTreeNode } from './roomTreeNodes.ts';
import { treeRoots } from './treeRoots.ts';

/** More rows than this are drawn again with their group: each alone has its price. */
const mostRows = 20;

/** The rooms of the window by status, their participants below them. */
export class RoomTree implements TreeDataProvider<RoomTreeNode>, Disposable {
  readonly #store: RoomStore;
  readonly #shown: ShownRooms;
  readonly #changed = new EventEmitter<RoomTreeNode | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #watching: Disposable;
  readonly #grouped: GroupedRooms;
  readonly #expanded: ExpandedRooms;
  readonly #items: NodeItems;
  readonly #roots: () => RoomTreeNode[];
  readonly #redraws = new Redraws(() => this.#redraw());
  /** The rows of rooms. */
  readonly rows: RoomRows;
  /** What the list looked like when it was drawn last. */
  #drawn = '';
  #failed: unknown;
  /** Whether the widget was given anything the last time that it asked. */
  #shows = false;

  constructor(
    store: RoomStore,
    shown: ShownRooms,
    choices: ListChoices,
    presentation: Presentation,
    watched: WatchedKeys,
  ) {
    const grouped = new GroupedRooms(store, shown);
    this.rows = new RoomRows({ store, shown, presentation, watched });
    this.#store = store;
    this.#shown = shown;
    this.#grouped = grouped;
    this.#expanded = new ExpandedRooms(store, presentation);
    this.#items = new NodeItems({ store, shown, presentation, grouped, rows: this.rows });
    this.#roots = () => treeRoots({ store, shown, choices, presentation, grouped });
    const onChange = (change: RoomChange) => this.#onChange(change);
    store.events.on('change', onChange);
    const restyled = presentation.onDidChange(() => this.#changed.fire(undefined));
    const chosen = choices.onDidChange(() => {
      this.#grouped.forget();
      this.#redraws.atOnce();
    });
    const marked = watched.onDidChange((key) => this.#redrawRoom(key));
    this.#watching = {
      dispose() {
        marked.dispose();
        store.events.off('change', onChange);
        restyled.dispose();
        chosen.dispose();
      },
    };
  }

  getChildren(node?: RoomTreeNode): RoomTreeNode[] | Promise<RoomTreeNode[]> {
    switch (node?.kind) {
      case undefined:
        return this.#givenRoots();
      case 'group':
        return this.#grouped.within(node);
      case 'room':
        return this.#expanded.within(node);
      case 'failure':
        return explainFailure(node.error).steps.map((step) => ({ kind: 'step', step, failure: node }));
      default:
        return [];
    }
  }

  getTreeItem(node: RoomTreeNode): TreeItem {
    return this.#items.of(node);
  }

  resolveTreeItem(item: TreeItem, node: RoomTreeNode): TreeItem {
    return this.#items.resolve(item, node);
  }

  getParent(node: RoomTreeNode): RoomTreeNode | undefined {
    switch (node.kind) {
      case 'room':
      case 'more':
        return node.group;
      case 'participant':
      case 'failure':
        return node.room;
      case 'step':
        return node.failure;
      default:
        return undefined;
    }
  }

  /** The node of a room whose row is in the list. */
  listed(key: string): RoomNode | undefined {
    const node = this.#grouped.node(key);
    return node && this.#grouped.within(node.group).includes(node) ? node : undefined;
  }

  /** Shows the next page of a group. */
  showMore({ group }: MoreNode): void {
    if (!group) return;
    this.#grouped.showMore(group);
    this.#changed.fire(group);
  }

  dispose(): void {
    this.#watching.dispose();
    this.#redraws.dispose();
    this.#changed.dispose();
  }

  #onChange(change: RoomChange): void {
    switch (change.kind) {
      case 'account':
        this.#grouped.forget();
        this.#expanded.forget();
        this.rows.forget();
        this.#redraws.atOnce();
        break;
      case 'list':
        this.#onList();
        break;
      case 'room': {
        const node = this.#grouped.node(change.key);
        const status = this.#store.room(change.key)?.status ?? '';
        if (node?.group.status === status) this.#changed.fire(node);
        else if (node) this.#redraws.atOnce();
        break;
      }
      case 'participants':
        void this.#onParticipants(change.key);
        break;
      case 'live':
        this.#onTime();
    }
  }

  /** Time has passed: rooms in progress have lasted longer. */
  #onTime(): void {
    const aged = this.rows.aged((key) => this.#grouped.node(key));
    if (aged.length <= mostRows) for (const node of aged) this.#changed.fire(node);
    else for (const group of new Set(aged.map((node) => node.group))) this.#changed.fire(group);
  }

  #redrawRoom(key: string): void {
    const node = this.#grouped.node(key);
    if (node && this.#store.room(key)) this.#changed.fire(node);
  }

  /** A redraw may take the keyboard away from what has just been opened: only where something is to be seen. */
  #onList(): void {
    const { revision, unreadable, listing, gaps } = this.#store;
    const settled = listing.state !== 'loading' && listing.state;
    const drawn = [revision, unreadable, settled, gaps.length].join();
    const failed = listing.state === 'failed' ? listing.error : undefined;
    if (drawn === this.#drawn && failed === this.#failed) return;
    this.#drawn = drawn;
    this.#failed = failed;
    // What a list has come to stands at once: a redraw after it would close a menu that was just opened.
    if (settled) this.#redraws.atOnce();
    else this.#redraws.inTime();
  }

  async #onParticipants(key: string): Promise<void> {
    if (this.#store.participation(key)?.state === 'loading') return;
    const node = this.#grouped.node(key);
    if (node && this.#expanded.shows(key)) this.#changed.fire(node);
    // The analysis of calls is loaded with the first participants, not at the start.
    await this.#shown.knowCalls();
    if (this.#shown.dependsOnCalls) this.#redraws.atOnce();
    // With a finding the room's icon changes, and the group's count.
    else if (node && this.rows.hasOtherFinding(key)) this.#changed.fire(node.group);
  }

  /** Whether there was anything to be drawn. */
  #redraw(): boolean {
    this.#grouped.prune();
    // To draw nothing where nothing is would hold back the first rooms.
    if (!this.#shows && this.#roots().length === 0) return false;
    this.#changed.fire(undefined);
    return true;
  }

  #givenRoots(): RoomTreeNode[] | Promise<RoomTreeNode[]> {
    const given = (roots: RoomTreeNode[]) => {
      this.#shows = roots.length > 0;
      return roots;
    };
    return this.#shown.prepare()?.then(() => given(this.#roots())) ?? given(this.#roots());
  }
}
