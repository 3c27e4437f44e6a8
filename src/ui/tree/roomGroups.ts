import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { RoomGroupList } from '../../rooms/visible/grouping.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import type { GroupNode, RoomNode, RoomTreeNode } from './treeNodes.ts';

/** More siblings than this make the tree slow; the rest is behind "Show more". */
const pageOfRooms = 200;

/**
 * The shown rooms as nodes of the tree: grouped by status, a page of each
 * group at first. Nodes stay the same objects through a refresh, so that
 * expansion and selection do.
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

  /** How many rooms a group holds, shown or not. */
  size(group: GroupNode): number {
    return this.#members(group).length;
  }

  /** The rooms of a group as far as they are shown, and what leads to the rest. */
  within(group: GroupNode): RoomTreeNode[] {
    const rooms = this.#members(group);
    const most = this.#shown.get(group.status) ?? pageOfRooms;
    const nodes: RoomTreeNode[] = rooms.slice(0, most).map(({ key }) => this.#nodeOf(key, group));
    if (rooms.length > most) nodes.push({ kind: 'more', group, shown: most, total: rooms.length });
    return nodes;
  }

  showMore({ status }: GroupNode): void {
    this.#shown.set(status, (this.#shown.get(status) ?? pageOfRooms) + pageOfRooms);
  }

  /** The node of a room that was shown at some time. */
  node(key: string): RoomNode | undefined {
    return this.#rooms.get(key);
  }

  /** Lets go of the nodes of rooms that are not known any more. */
  prune(): void {
    for (const key of this.#rooms.keys()) if (!this.#store.room(key)) this.#rooms.delete(key);
  }

  /** Another account or another choice: nothing that was shown before is kept. */
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
