import type { Event, MarkdownString, TreeItem } from 'vscode';
import type { Room } from '../../insights/resources/room.ts';
import type { ParticipantsState } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import { itemSignature } from './itemSignature.ts';
import { noteItem, type RoomItemInput, roomItem, roomTooltip } from './treeItems.ts';
import type { RoomNode, RoomTreeNode } from './treeNodes.ts';

/** A row that was drawn so short a time ago is not drawn again because time has passed; milliseconds. */
const rowFreshnessMs = 3000;

/** Which rooms are watched. */
export interface WatchedKeys {
  has(key: string): boolean;
  readonly onDidChange: Event<string>;
}

export interface Dependencies {
  readonly store: RoomStore;
  readonly shown: VisibleRooms;
  readonly presentation: FormatSettings;
  readonly watched: WatchedKeys;
}

/** What a row was drawn of. */
interface RenderedRow {
  readonly room: Room;
  readonly participation: ParticipantsState | undefined;
  readonly looks: RoomItemInput;
  /** What stands behind the name: of a room in progress it changes with the time. */
  readonly line: TreeItem['description'];
  /** What was shown when the pointer rested on the row; undefined if it never did. */
  readonly tooltip?: string;
  /** Milliseconds, as of `performance.now`. */
  readonly at: number;
  /** Whether it is to be drawn anew anyway. */
  readonly invalidated?: true;
}

/** The rows of rooms: how each looks, and of what it was drawn last, so that only those are drawn again that look otherwise. */
export class RoomRows {
  readonly #deps: Dependencies;
  /** Rooms that were expanded or collapsed, and which of both: one that goes over to another group stays so. */
  readonly #folding = new Map<string, 'expanded' | 'collapsed'>();
  readonly #rendered = new Map<RoomNode, RenderedRow>();

  constructor(parts: Dependencies) {
    this.#deps = parts;
  }

  /** Keys of the rooms that are expanded. */
  get expandedKeys(): string[] {
    return [...this.#folding].flatMap(([key, folding]) => (folding === 'expanded' ? [key] : []));
  }

  isCollapsed(key: string): boolean {
    return this.#folding.get(key) === 'collapsed';
  }

  /** For the view, which knows what the person expands and collapses. */
  setExpanded(node: RoomTreeNode, expanded: boolean): void {
    if (node.kind === 'room') this.#folding.set(node.key, expanded ? 'expanded' : 'collapsed');
  }

  /** The row of a room, which is drawn now. */
  render(node: RoomNode): TreeItem {
    const { key } = node;
    const room = this.#deps.store.room(key);
    if (!room) return noteItem({ kind: 'note', id: key, text: key, icon: 'trash' });
    const looks = this.#looksOf(node);
    const item = this.#itemOf(node, room, looks);
    const participation = this.#deps.store.participantsState(key);
    this.#rendered.set(node, { room, participation, looks, line: item.description, at: performance.now() });
    return item;
  }

  /** The tooltip of a row: the pointer rests on it now. */
  tooltip(node: RoomNode): MarkdownString | undefined {
    const tooltip = this.#tooltipOf(node);
    const drawn = this.#rendered.get(node);
    if (drawn && tooltip) this.#rendered.set(node, { ...drawn, tooltip: tooltip.value });
    return tooltip;
  }

  /** Whether a row that was drawn would look otherwise now, not counting the time that has passed. */
  hasChanged(node: RoomNode): boolean {
    const drawn = this.#rendered.get(node);
    const room = this.#deps.store.room(node.key);
    if (!drawn || drawn.invalidated || !room) return false;
    const participation = this.#deps.store.participantsState(node.key);
    const looks = this.#looksOf(node);
    const same = room === drawn.room && participation === drawn.participation;
    if (same && looks.worst === drawn.looks.worst && looks.watched === drawn.looks.watched) return false;
    const before = itemSignature(this.#itemOf(node, drawn.room, drawn.looks));
    if (before !== itemSignature(this.#itemOf(node, room, looks))) return true;
    if (drawn.tooltip !== undefined && drawn.tooltip !== this.#tooltipOf(node)?.value) return true;
    this.#rendered.set(node, { ...drawn, room, participation, looks });
    return false;
  }

  /** Rooms in progress whose line says another time than when they were drawn. */
  aged(): RoomNode[] {
    const latest = performance.now() - rowFreshnessMs;
    return [...this.#rendered].flatMap(([node, { at, line, invalidated }]) => {
      const room = at <= latest && !invalidated ? this.#deps.store.room(node.key) : undefined;
      return room?.live && this.#itemOf(node, room, this.#looksOf(node)).description !== line ? [node] : [];
    });
  }

  /** A row will be drawn anew: VS Code was told to. */
  markInvalidated(node: RoomNode): void {
    const drawn = this.#rendered.get(node);
    if (drawn) this.#rendered.set(node, { ...drawn, invalidated: true });
  }

  /** A row is not in the tree any more. */
  drop(node: RoomNode): void {
    this.#rendered.delete(node);
  }

  /** Another account: nothing is expanded or drawn. */
  forget(): void {
    this.#folding.clear();
    this.#rendered.clear();
  }

  /** While participants are on their way, the row stays as it was drawn before they were asked for. */
  #looksOf(node: RoomNode): RoomItemInput {
    const { store, shown, watched } = this.#deps;
    const { key } = node;
    const participation = store.participantsState(key);
    const before = participation?.state === 'loading' ? this.#rendered.get(node)?.looks : undefined;
    return {
      worst: before ? before.worst : shown.severityOf(key),
      watched: watched.has(key),
      expanded: this.#folding.get(key) === 'expanded',
      people:
        before?.people ??
        (participation?.state === 'complete' ? participation.participants.length : undefined),
    };
  }

  #tooltipOf({ key }: RoomNode): MarkdownString | undefined {
    const { store, shown, presentation } = this.#deps;
    const room = store.room(key);
    return room && roomTooltip(room, shown.summaryOf(key), presentation.format);
  }

  #itemOf(node: RoomNode, room: Room, looks: RoomItemInput): TreeItem {
    return roomItem(node, room, looks, this.#deps.presentation.format);
  }
}
