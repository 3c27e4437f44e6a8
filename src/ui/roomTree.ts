import { t } from '@vscode/l10n';
import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { Room } from '../insights/room.ts';
import type { Severity } from '../protocol.ts';
import { explainFailure } from '../rooms/explainFailure.ts';
import { groupRooms, type RoomGroupList } from '../rooms/grouping.ts';
import type { RoomStore } from '../rooms/store.ts';
import type { RoomChange } from '../rooms/storeState.ts';
import type { Troubles } from '../rooms/troubles.ts';
import { participantNodes } from './participantNodes.ts';
import type { Presentation } from './presentation.ts';
import {
  failureItem,
  groupItem,
  moreItem,
  noteItem,
  participantItem,
  roomItem,
  roomTooltip,
  stepItem,
} from './roomTreeItems.ts';
import type { GroupNode, MoreNode, RoomNode, RoomTreeNode } from './roomTreeNodes.ts';

/** More siblings than this make the tree slow; the rest is behind "Show more". */
const pageOfRooms = 200;

/** The rooms of the window by status, their participants below them. */
export class RoomTree implements TreeDataProvider<RoomTreeNode>, Disposable {
  readonly #store: RoomStore;
  readonly #presentation: Presentation;
  readonly #changed = new EventEmitter<RoomTreeNode | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #watching: Disposable;
  // Nodes stay the same objects through a refresh, so that expansion and selection do.
  readonly #groups = new Map<string, GroupNode>();
  readonly #rooms = new Map<string, RoomNode>();
  readonly #shown = new Map<string, number>();
  #troubles: Troubles | undefined;
  /** What the list looked like when it was drawn last. */
  #drawn = '';
  #failed: unknown;
  /** Rooms that were expanded at some time. */
  readonly #expanded = new Set<string>();
  /** Rooms whose participants the widget is waiting for: their coming need not be told. */
  readonly #expanding = new Set<string>();
  #grouped: readonly RoomGroupList[] | undefined;

  constructor(store: RoomStore, presentation: Presentation) {
    this.#store = store;
    this.#presentation = presentation;
    const onChange = (change: RoomChange) => this.#onChange(change);
    store.events.on('change', onChange);
    const restyled = presentation.onDidChange(() => this.#changed.fire(undefined));
    this.#watching = {
      dispose() {
        store.events.off('change', onChange);
        restyled.dispose();
      },
    };
  }

  getChildren(node?: RoomTreeNode): RoomTreeNode[] | Promise<RoomTreeNode[]> {
    switch (node?.kind) {
      case undefined:
        return this.#roots();
      case 'group':
        return this.#roomsOf(node);
      case 'room':
        return this.#participantsOf(node);
      case 'failure':
        return explainFailure(node.error).steps.map((step) => ({ kind: 'step', step, failure: node }));
      default:
        return [];
    }
  }

  getTreeItem(node: RoomTreeNode): TreeItem {
    const { format } = this.#presentation;
    switch (node.kind) {
      case 'group':
        return groupItem(node, this.#list(node).rooms.length, this.#problemsIn(node), format);
      case 'room': {
        const room = this.#store.room(node.key);
        return room
          ? roomItem(node, room, this.#worstIn(room), format)
          : noteItem({ kind: 'note', id: node.key, text: node.key, icon: 'trash' });
      }
      case 'participant':
        return participantItem(node, this.#store.room(node.room.key), format);
      case 'failure':
        return failureItem(node, !node.room && this.#store.listedCount > 0);
      case 'step':
        return stepItem(node);
      case 'more':
        return moreItem(node, format);
      case 'note':
        return noteItem(node);
    }
  }

  resolveTreeItem(item: TreeItem, node: RoomTreeNode): TreeItem {
    const room = node.kind === 'room' && this.#store.room(node.key);
    if (room) item.tooltip = roomTooltip(room, this.#presentation.format);
    return item;
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

  /** Shows the next page of a group. */
  showMore({ group, shown }: MoreNode): void {
    if (!group) return;
    this.#shown.set(group.status, shown + pageOfRooms);
    this.#changed.fire(group);
  }

  dispose(): void {
    this.#watching.dispose();
    this.#changed.dispose();
  }

  #onChange(change: RoomChange): void {
    switch (change.kind) {
      case 'account':
        this.#rooms.clear();
        this.#shown.clear();
        this.#expanded.clear();
        this.#redraw();
        break;
      case 'list':
        this.#onList();
        break;
      case 'room': {
        const node = this.#rooms.get(change.key);
        const status = this.#store.room(change.key)?.status ?? '';
        if (node?.group.status === status) this.#changed.fire(node);
        else if (node) this.#redraw();
        break;
      }
      case 'participants':
        void this.#onParticipants(change.key);
    }
  }

  /** A redraw may take the keyboard away from what has just been opened: only where something is to be seen. */
  #onList(): void {
    const { revision, unreadable, listing } = this.#store;
    const drawn = [revision, unreadable, listing.state === 'failed' || listing.state === 'paused'].join();
    const failed = listing.state === 'failed' ? listing.error : undefined;
    if (drawn === this.#drawn && failed === this.#failed) return;
    this.#drawn = drawn;
    this.#failed = failed;
    this.#redraw();
  }

  async #onParticipants(key: string): Promise<void> {
    const node = this.#rooms.get(key);
    if (!node || this.#store.participation(key)?.state === 'loading') return;
    if (this.#expanded.has(key) && !this.#expanding.has(key)) this.#changed.fire(node);
    const before = this.#problemsIn(node.group);
    // The analysis of calls is loaded with the first participants, not at the start.
    this.#troubles ??= new (await import('../rooms/troubles.ts')).Troubles();
    // With a problem, the room's icon changes and the group's count with it.
    if (this.#problemsIn(node.group) !== before || this.#isProblem(key)) this.#changed.fire(node.group);
  }

  #redraw(): void {
    this.#grouped = undefined;
    this.#changed.fire(undefined);
  }

  #lists(): readonly RoomGroupList[] {
    this.#grouped ??= groupRooms(this.#store.listedRooms());
    return this.#grouped;
  }

  #list(group: GroupNode): RoomGroupList {
    const list = this.#lists().find(({ status }) => status === group.status);
    return list ?? { status: group.status, rooms: [] };
  }

  #roots(): RoomTreeNode[] {
    const { listing, listedCount, unreadable } = this.#store;
    const roots: RoomTreeNode[] = [];
    if (listing.state === 'failed') roots.push({ kind: 'failure', error: listing.error });
    if (unreadable > 0) {
      const text = t('Rows that are no rooms: {0}', this.#presentation.format.number(unreadable));
      roots.push({ kind: 'note', id: 'unreadable', text, icon: 'warning' });
    }
    if (listedCount === 0) return roots;
    roots.push(...this.#lists().map(({ status }) => this.#group(status)));
    if (listing.state === 'paused') roots.push({ kind: 'more', shown: listedCount, total: listedCount });
    return roots;
  }

  #roomsOf(group: GroupNode): RoomTreeNode[] {
    const { rooms } = this.#list(group);
    const most = this.#shown.get(group.status) ?? pageOfRooms;
    const nodes: RoomTreeNode[] = rooms.slice(0, most).map((room) => this.#room(room.key, group));
    if (rooms.length > most) nodes.push({ kind: 'more', group, shown: most, total: rooms.length });
    return nodes;
  }

  /** Waits for the participants the first time; when the room has changed, shows what is there meanwhile. */
  async #participantsOf(node: RoomNode): Promise<RoomTreeNode[]> {
    const sid = this.#store.room(node.key)?.sid;
    if (!sid) return [];
    this.#expanded.add(sid);
    const known = this.#store.participation(sid);
    if (!known || (known.state === 'loading' && known.participants.length === 0)) {
      this.#expanding.add(sid);
      await this.#store.loadParticipants(sid);
      this.#expanding.delete(sid);
    } else if (known.stale && known.state === 'complete') {
      void this.#store.loadParticipants(sid);
    }
    return participantNodes(node, this.#store.participation(sid), this.#presentation.format);
  }

  #worstIn(room: Room): Severity | undefined {
    return this.#troubles?.worstIn(room, this.#store.participation(room.key), this.#presentation.format);
  }

  #isProblem(key: string): boolean {
    const room = this.#store.room(key);
    const worst = room && this.#worstIn(room);
    return worst === 'error' || worst === 'warning';
  }

  /** Of the rooms whose participants are known. */
  #problemsIn(group: GroupNode): number {
    return this.#list(group).rooms.filter(({ key }) => this.#isProblem(key)).length;
  }

  #group(status: string): GroupNode {
    return remembered(this.#groups, status, () => ({ kind: 'group', status }));
  }

  #room(key: string, group: GroupNode): RoomNode {
    const before = this.#rooms.get(key);
    if (before?.group === group) return before;
    const node: RoomNode = { kind: 'room', key, group };
    this.#rooms.set(key, node);
    return node;
  }
}

function remembered<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}
