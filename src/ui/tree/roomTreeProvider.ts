import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import { explainFailure } from '../../text/explainFailure.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import type { ListOptions } from '../settings/listOptions.ts';
import { ExpandedRooms } from './expandedRooms.ts';
import { ItemFactory } from './itemFactory.ts';
import { RenderedTree, type TreeChange } from './renderedTree.ts';
import { RoomGroups } from './roomGroups.ts';
import { RoomRows, type WatchedKeys } from './roomRows.ts';
import { rootNodes } from './rootNodes.ts';
import type { GroupNode, MoreNode, RoomNode, RoomTreeNode } from './treeNodes.ts';
import { TreeUpdater } from './treeUpdater.ts';

/** Tree of the rooms in the time window, grouped by status, with their participants below them. */
export class RoomTreeProvider implements TreeDataProvider<RoomTreeNode>, Disposable {
  readonly #visibleRooms: VisibleRooms;
  readonly #changed = new EventEmitter<RoomTreeNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #grouped: RoomGroups;
  readonly #expanded: ExpandedRooms;
  readonly #items: ItemFactory;
  readonly #roots: () => RoomTreeNode[];
  readonly #rendered: RenderedTree;
  readonly #changes: TreeUpdater;
  /** The rows of rooms. */
  readonly rows: RoomRows;

  constructor(
    store: RoomStore,
    visibleRooms: VisibleRooms,
    listOptions: ListOptions,
    formatSettings: FormatSettings,
    watched: WatchedKeys,
  ) {
    const grouped = new RoomGroups(store, visibleRooms);
    const rows = new RoomRows({ store, visibleRooms, formatSettings, watched });
    const expanded = new ExpandedRooms({ store, formatSettings, rows });
    const items = new ItemFactory({ store, visibleRooms, formatSettings, grouped, rows });
    const roots = () => rootNodes({ store, visibleRooms, listOptions, formatSettings, grouped });
    const rendered = new RenderedTree({ roots, grouped, items, rows, expanded });
    const invalidate = (change: TreeChange) => this.#invalidate(change);
    const deps = {
      store,
      visibleRooms,
      listOptions,
      formatSettings,
      watched,
      grouped,
      rows,
      expanded,
      rendered,
    };
    this.#visibleRooms = visibleRooms;
    this.#grouped = grouped;
    this.rows = rows;
    this.#expanded = expanded;
    this.#items = items;
    this.#roots = roots;
    this.#rendered = rendered;
    this.#changes = new TreeUpdater(deps, invalidate);
  }

  /** Fires when the tree is up to date with the list, whether or not anything was rendered again. */
  get onDidCatchUp() {
    return this.#changes.onDidUpdate;
  }

  getChildren(node?: RoomTreeNode): RoomTreeNode[] | Promise<RoomTreeNode[]> {
    switch (node?.kind) {
      case undefined:
        return this.#visibleRooms.prepare()?.then(() => this.#renderRoots()) ?? this.#renderRoots();
      case 'group':
        return this.#renderGroup(node);
      case 'room':
        return this.#expanded.within(node);
      case 'failure':
        return explainFailure(node.error).steps.map((step) => ({ kind: 'step', step, failure: node }));
      default:
        return [];
    }
  }

  getTreeItem(node: RoomTreeNode): TreeItem {
    return this.#items.create(node);
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

  /** The node of a room whose row is in the tree; undefined for other rooms. */
  listed(key: string): RoomNode | undefined {
    const node = this.#grouped.node(key);
    return node && this.#grouped.within(node.group).includes(node) ? node : undefined;
  }

  /** Shows the next page of a group. */
  showMore({ group }: MoreNode): void {
    if (!group) return;
    this.#grouped.showMore(group);
    this.#invalidate([group]);
  }

  /** Called by the view when the user expands or collapses a row. */
  setExpanded(node: RoomTreeNode, expanded: boolean): void {
    this.rows.setExpanded(node, expanded);
    if (expanded) this.#expanded.expand(node);
  }

  dispose(): void {
    this.#changes.dispose();
    this.#changed.dispose();
  }

  /** Invalidates only if something has changed, because rendering takes the focus from a menu or prompt. */
  #invalidate(change: TreeChange): void {
    if (change.length === 0) return;
    this.#rendered.markInvalidated(change);
    this.#changed.fire(change === 'all' ? undefined : [...change]);
  }

  #renderRoots(): RoomTreeNode[] {
    const roots = this.#roots();
    this.#rendered.recordRoots(roots);
    return roots;
  }

  #renderGroup(group: GroupNode): RoomTreeNode[] {
    const nodes = this.#grouped.within(group);
    this.#rendered.recordGroup(group, nodes);
    return nodes;
  }
}
