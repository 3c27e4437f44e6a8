import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { RoomGroupList } from '../../rooms/visible/grouping.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import type { GroupNode, RoomNode, RoomTreeNode } from './treeNodes.ts';

/** Maximum number of siblings before "Show more": more make the tree slow. */
const pageOfRooms = 200;

/**
 * The visible rooms as nodes of the tree: grouped by status, at first one page of each group. A refresh
 * reuses the node objects, so that VS Code retains expansion and selection.
 */
export class RoomGroups {
  readonly #store: RoomStore;
  readonly #chosen: VisibleRooms;
  readonly #groups = new Map<string, GroupNode>();
  readonly #rooms = new Map<string, RoomNode>();
  readonly #shown = new Map<string, number>();

  constructor(store: RoomStore, chosen: VisibleRooms) {
    this.#store = store;
    this.#chosen = chosen;
  }

  get groups(): GroupNode[] {
    return this.#chosen.groups().map(({ status }) => {
      const group = this.#groups.get(status) ?? { kind: 'group', status };
      this.#groups.set(status, group);
      return group;
    });
  }

  /** Number of rooms in a group, shown or not. */
  size(group: GroupNode): number {
    return this.#members(group).length;
  }

  /** The shown rooms of a group, and a "more" node if there are others. */
  within(group: GroupNode): RoomTreeNode[] {
    const rooms = this.#members(group);
    const limit = this.#shown.get(group.status) ?? pageOfRooms;
    const nodes: RoomTreeNode[] = rooms.slice(0, limit).map(({ key }) => this.#nodeOf(key, group));
    if (rooms.length > limit) nodes.push({ kind: 'more', group, shown: limit, total: rooms.length });
    return nodes;
  }

  /** Shows another page of a group. */
  showMore({ status }: GroupNode): void {
    this.#shown.set(status, (this.#shown.get(status) ?? pageOfRooms) + pageOfRooms);
  }

  /** The node of a room that was ever shown. */
  node(key: string): RoomNode | undefined {
    return this.#rooms.get(key);
  }

  /** Deletes the nodes of rooms that are no longer in the store. */
  prune(): void {
    for (const key of this.#rooms.keys()) if (!this.#store.room(key)) this.#rooms.delete(key);
  }

  /** Clears the state after a switch of account or a change of filter or order. */
  forget(): void {
    this.#rooms.clear();
    this.#shown.clear();
  }

  #members(group: GroupNode): RoomGroupList['rooms'] {
    return this.#chosen.groups().find(({ status }) => status === group.status)?.rooms ?? [];
  }

  #nodeOf(key: string, group: GroupNode): RoomNode {
    const before = this.#rooms.get(key);
    if (before?.group === group) return before;
    const node: RoomNode = { kind: 'room', key, group };
    this.#rooms.set(key, node);
    return node;
  }
}
