import type { RoomStore } from '../rooms/store.ts';
import { participantNodes } from './participantNodes.ts';
import type { Presentation } from './presentation.ts';
import type { RoomNode, RoomTreeNode } from './roomTreeNodes.ts';

/** What stands below rooms that are expanded: their participants, loaded when they are asked for. */
export class ExpandedRooms {
  readonly #store: RoomStore;
  readonly #presentation: Presentation;
  /** Rooms that were expanded at some time. */
  readonly #expanded = new Set<string>();
  /** Rooms whose participants the widget is waiting for: their coming need not be told. */
  readonly #expanding = new Set<string>();

  constructor(store: RoomStore, presentation: Presentation) {
    this.#store = store;
    this.#presentation = presentation;
  }

  /** Waits for the participants the first time; when the room has changed, gives what is there meanwhile. */
  async within(node: RoomNode): Promise<RoomTreeNode[]> {
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

  /** Whether participants were given, and others that have come since have to be told. */
  shows(key: string): boolean {
    return this.#expanded.has(key) && !this.#expanding.has(key);
  }

  /** Another account. */
  forget(): void {
    this.#expanded.clear();
  }
}
