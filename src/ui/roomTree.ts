import { t } from '@vscode/l10n';
import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import { explainFailure } from '../rooms/explainFailure.ts';
import type { ShownRooms } from '../rooms/shownRooms.ts';
import type { RoomStore } from '../rooms/store.ts';
import type { RoomChange } from '../rooms/storeState.ts';
import { GroupedRooms } from './groupedRooms.ts';
import type { ListChoices } from './listChoices.ts';
import { participantNodes } from './participantNodes.ts';
import type { Presentation } from './presentation.ts';
import { RoomRows, type WatchedKeys } from './roomRows.ts';
import {
  failureItem,
  gapItem,
  groupItem,
  moreItem,
  noteItem,
  participantItem,
  roomTooltip,
  stayTooltip,
  stepItem,
} from './roomTreeItems.ts';
import { type MoreNode, nothingMatches, type RoomNode, type RoomTreeNode } from './roomTreeNodes.ts';

/**
 * Milliseconds between two redraws while rooms come in. VS Code holds back a
 * change that follows another within 200 ms, and begins anew with the next: a
 * list that comes faster than that would be drawn only at its end.
 */
const pause = 300;

/** More rows than this are drawn again with their group: each alone has its price. */
const mostRows = 20;

/** The rooms of the window by status, their participants below them. */
export class RoomTree implements TreeDataProvider<RoomTreeNode>, Disposable {
  readonly #store: RoomStore;
  readonly #shown: ShownRooms;
  readonly #choices: ListChoices;
  readonly #presentation: Presentation;
  readonly #changed = new EventEmitter<RoomTreeNode | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #watching: Disposable;
  readonly #grouped: GroupedRooms;
  /** The rows of rooms. */
  readonly rows: RoomRows;
  /** What the list looked like when it was drawn last. */
  #drawn = '';
  #failed: unknown;
  /** Whether the widget was given anything the last time that it asked. */
  #shows = false;
  #redrawn = Number.NEGATIVE_INFINITY;
  #later: NodeJS.Timeout | undefined;
  /** Rooms that were expanded at some time. */
  readonly #expanded = new Set<string>();
  /** Rooms whose participants the widget is waiting for: their coming need not be told. */
  readonly #expanding = new Set<string>();

  constructor(
    store: RoomStore,
    shown: ShownRooms,
    choices: ListChoices,
    presentation: Presentation,
    watched: WatchedKeys,
  ) {
    this.rows = new RoomRows({ store, shown, presentation, watched });
    this.#store = store;
    this.#shown = shown;
    this.#choices = choices;
    this.#grouped = new GroupedRooms(store, shown);
    this.#presentation = presentation;
    const onChange = (change: RoomChange) => this.#onChange(change);
    store.events.on('change', onChange);
    const restyled = presentation.onDidChange(() => this.#changed.fire(undefined));
    const chosen = choices.onDidChange(() => {
      this.#grouped.forget();
      this.#redraw();
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
        return groupItem(node, this.#grouped.size(node), this.#shown.problemsIn(node.status), format);
      case 'room':
        return this.rows.draw(node);
      case 'participant':
        return participantItem(node, this.#store.room(node.room.key), format);
      case 'failure':
        return node.gap
          ? gapItem(node, node.gap, format)
          : failureItem(node, !node.room && this.#store.listedCount > 0);
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
    if (room) item.tooltip = roomTooltip(room, this.#shown.storyOf(node.key), this.#presentation.format);
    if (node.kind === 'participant') {
      item.tooltip = stayTooltip(this.#shown.stayOf(node.room.key, node.participant.key));
    }
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
    clearTimeout(this.#later);
    this.#changed.dispose();
  }

  #onChange(change: RoomChange): void {
    switch (change.kind) {
      case 'account':
        this.#grouped.forget();
        this.#expanded.clear();
        this.rows.forget();
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
    if (settled) this.#redraw();
    else this.#redrawInTime();
  }

  /** At once if it can be seen at once. */
  #redrawInTime(): void {
    const wait = this.#redrawn + pause - performance.now();
    if (wait <= 0) this.#redraw();
    else this.#later ??= setTimeout(() => this.#redraw(), wait);
  }

  async #onParticipants(key: string): Promise<void> {
    if (this.#store.participation(key)?.state === 'loading') return;
    const node = this.#grouped.node(key);
    if (node && this.#expanded.has(key) && !this.#expanding.has(key)) this.#changed.fire(node);
    // The analysis of calls is loaded with the first participants, not at the start.
    await this.#shown.knowCalls();
    if (this.#shown.dependsOnCalls) this.#redraw();
    // With a finding the room's icon changes, and the group's count.
    else if (node && this.rows.hasOtherFinding(key)) this.#changed.fire(node.group);
  }

  #redraw(): void {
    clearTimeout(this.#later);
    this.#later = undefined;
    this.#grouped.prune();
    // To draw nothing where nothing is would hold back the first rooms.
    if (!this.#shows && this.#rootsNow().length === 0) return;
    this.#redrawn = performance.now();
    this.#changed.fire(undefined);
  }

  #roots(): RoomTreeNode[] | Promise<RoomTreeNode[]> {
    const given = (roots: RoomTreeNode[]) => {
      this.#shows = roots.length > 0;
      return roots;
    };
    return this.#shown.prepare()?.then(() => given(this.#rootsNow())) ?? given(this.#rootsNow());
  }

  #rootsNow(): RoomTreeNode[] {
    const { listing, listedCount, unreadable, gaps, stopped, expectedLeft } = this.#store;
    const { format } = this.#presentation;
    const roots: RoomTreeNode[] = [];
    if (listing.state === 'failed') roots.push({ kind: 'failure', error: listing.error });
    roots.push(...gaps.map((gap): RoomTreeNode => ({ kind: 'failure', error: gap.error, gap })));
    if (unreadable > 0) {
      const text = t('Rows that are no rooms: {0}', format.number(unreadable));
      roots.push({ kind: 'note', id: 'unreadable', text, icon: 'warning' });
    }
    if (listedCount === 0) return roots;
    if (this.#shown.count > 0) roots.push(...this.#grouped.groups);
    else roots.push(...nothingMatches(this.#choices.filter, format));
    if (stopped) roots.push({ kind: 'more', shown: listedCount, total: listedCount + expectedLeft });
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
}
