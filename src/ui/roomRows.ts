import type { Event, TreeItem } from 'vscode';
import type { Room } from '../insights/room.ts';
import type { Severity } from '../protocol.ts';
import type { ShownRooms } from '../rooms/shownRooms.ts';
import type { RoomStore } from '../rooms/store.ts';
import type { Presentation } from './presentation.ts';
import { noteItem, roomItem } from './roomTreeItems.ts';
import type { RoomNode, RoomTreeNode } from './roomTreeNodes.ts';

/** Which rooms are watched. */
export interface WatchedKeys {
  has(key: string): boolean;
  readonly onDidChange: Event<string>;
}

export interface RoomRowsParts {
  readonly store: RoomStore;
  readonly shown: ShownRooms;
  readonly presentation: Presentation;
  readonly watched: WatchedKeys;
}

/** The rows of rooms: how each looks, and how it was drawn last, so that only those are drawn again that look otherwise. */
export class RoomRows {
  readonly #parts: RoomRowsParts;
  /** Rooms that are expanded now: one that goes over to another group stays so. */
  readonly #open = new Set<string>();
  readonly #drawnWorst = new Map<string, Severity | undefined>();
  /** What stands behind the name of a room in progress: it changes with the time. */
  readonly #drawnLines = new Map<string, TreeItem['description']>();

  constructor(parts: RoomRowsParts) {
    this.#parts = parts;
  }

  /** Keys of the rooms that are expanded. */
  get expandedKeys(): Iterable<string> {
    return this.#open;
  }

  /** For the view, which knows what the person expands and collapses. */
  setExpanded(node: RoomTreeNode, expanded: boolean): void {
    if (node.kind !== 'room') return;
    if (expanded) this.#open.add(node.key);
    else this.#open.delete(node.key);
  }

  /** The row of a room, which is drawn now. */
  draw(node: RoomNode): TreeItem {
    const { key } = node;
    const room = this.#parts.store.room(key);
    if (!room) return noteItem({ kind: 'note', id: key, text: key, icon: 'trash' });
    const item = this.#itemOf(node, room);
    this.#drawnWorst.set(key, this.#parts.shown.worstIn(key));
    if (room.live) this.#drawnLines.set(key, item.description);
    else this.#drawnLines.delete(key);
    return item;
  }

  /** Whether a room was drawn with another finding than is known now. */
  hasOtherFinding(key: string): boolean {
    return this.#parts.shown.worstIn(key) !== this.#drawnWorst.get(key);
  }

  /** Rooms in progress whose line says another time than when they were drawn. */
  aged(nodeOf: (key: string) => RoomNode | undefined): RoomNode[] {
    return [...this.#drawnLines].flatMap(([key, line]) => {
      const node = nodeOf(key);
      const room = this.#parts.store.room(key);
      return node && room?.live && this.#itemOf(node, room).description !== line ? [node] : [];
    });
  }

  /** Another account: nothing is expanded or drawn. */
  forget(): void {
    this.#open.clear();
    this.#drawnWorst.clear();
    this.#drawnLines.clear();
  }

  #itemOf(node: RoomNode, room: Room): TreeItem {
    const { store, shown, watched, presentation } = this.#parts;
    const participation = store.participation(node.key);
    const looks = {
      worst: shown.worstIn(node.key),
      watched: watched.has(node.key),
      expanded: this.#open.has(node.key),
      people: participation?.state === 'complete' ? participation.participants.length : undefined,
    };
    return roomItem(node, room, looks, presentation.format);
  }
}
