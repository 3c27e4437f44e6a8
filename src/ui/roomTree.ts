import { t } from '@vscode/l10n';
import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { Severity } from '../protocol.ts';
import { explainFailure } from '../rooms/explainFailure.ts';
import type { RoomStore } from '../rooms/store.ts';
import type { RoomChange } from '../rooms/storeState.ts';
import type { Troubles } from '../rooms/troubles.ts';
import { GroupedRooms } from './groupedRooms.ts';
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
import type { MoreNode, RoomNode, RoomTreeNode } from './roomTreeNodes.ts';

/** The rooms of the window by status, their participants below them. */
export class RoomTree implements TreeDataProvider<RoomTreeNode>, Disposable {
  readonly #store: RoomStore;
  readonly #presentation: Presentation;
  readonly #changed = new EventEmitter<RoomTreeNode | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #watching: Disposable;
  readonly #grouped: GroupedRooms;
  #troubles: Troubles | undefined;
  /** The finding with which each room was drawn last. */
  readonly #drawnWorst = new Map<string, Severity | undefined>();
  /** What the list looked like when it was drawn last. */
  #drawn = '';
  #failed: unknown;
  /** Rooms that were expanded at some time. */
  readonly #expanded = new Set<string>();
  /** Rooms whose participants the widget is waiting for: their coming need not be told. */
  readonly #expanding = new Set<string>();

  constructor(store: RoomStore, presentation: Presentation) {
    this.#store = store;
    this.#grouped = new GroupedRooms(store);
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
        return this.#grouped.within(node);
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
        return groupItem(
          node,
          this.#grouped.size(node),
          this.#troubles?.countIn(node.status, format) ?? 0,
          format,
        );
      case 'room':
        return this.#roomItem(node);
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
  showMore({ group }: MoreNode): void {
    if (!group) return;
    this.#grouped.showMore(group);
    this.#changed.fire(group);
  }

  dispose(): void {
    this.#watching.dispose();
    this.#changed.dispose();
  }

  #onChange(change: RoomChange): void {
    switch (change.kind) {
      case 'account':
        this.#grouped.forget();
        this.#expanded.clear();
        this.#drawnWorst.clear();
        this.#redraw();
        break;
      case 'list':
        this.#onList();
        break;
      case 'room': {
        const node = this.#grouped.node(change.key);
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
    const node = this.#grouped.node(key);
    if (!node || this.#store.participation(key)?.state === 'loading') return;
    if (this.#expanded.has(key) && !this.#expanding.has(key)) this.#changed.fire(node);
    // The analysis of calls is loaded with the first participants, not at the start.
    this.#troubles ??= new (await import('../rooms/troubles.ts')).Troubles(this.#store);
    // With a finding the room's icon changes, and the group's count.
    const worst = this.#worstIn(key);
    if (worst !== this.#drawnWorst.get(key)) this.#changed.fire(node.group);
  }

  #redraw(): void {
    this.#grouped.regroup();
    this.#changed.fire(undefined);
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
    roots.push(...this.#grouped.groups);
    if (listing.state === 'paused') roots.push({ kind: 'more', shown: listedCount, total: listedCount });
    return roots;
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

  #worstIn(key: string): Severity | undefined {
    return this.#troubles?.worstIn(key, this.#presentation.format);
  }

  #roomItem(node: RoomNode): TreeItem {
    const room = this.#store.room(node.key);
    if (!room) return noteItem({ kind: 'note', id: node.key, text: node.key, icon: 'trash' });
    const worst = this.#worstIn(node.key);
    this.#drawnWorst.set(node.key, worst);
    return roomItem(node, room, worst, this.#presentation.format);
  }
}
