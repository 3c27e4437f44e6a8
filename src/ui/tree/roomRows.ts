import type { Event, MarkdownString, TreeItem } from 'vscode';
import type { Room } from '../../insights/resources/room.ts';
import type { ParticipantsState } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import { itemSignature } from './itemSignature.ts';
import { noteItem, type RoomItemInput, roomItem, roomTooltip } from './treeItems.ts';
import type { RoomNode, RoomTreeNode } from './treeNodes.ts';

/** A row rendered less than this many milliseconds ago is not rendered again only because time has passed. */
const rowFreshnessMs = 3000;

/** Which rooms are watched. */
export interface WatchedKeys {
  has(key: string): boolean;
  readonly onDidChange: Event<string>;
}

export interface Dependencies {
  readonly store: RoomStore;
  readonly visibleRooms: VisibleRooms;
  readonly formatSettings: FormatSettings;
  readonly watched: WatchedKeys;
}

/** The data of a rendered row. */
interface RenderedRow {
  readonly room: Room;
  readonly participants: ParticipantsState | undefined;
  readonly input: RoomItemInput;
  /** The text after the name, which changes with time for a room in progress. */
  readonly line: TreeItem['description'];
  /** The tooltip last shown; undefined if the pointer never rested on the row. */
  readonly tooltip?: string;
  /** Milliseconds, as of `performance.now`. */
  readonly at: number;
  /** True if the row will be rendered again anyway. */
  readonly invalidated?: true;
}

/**
 * Renders the rows of rooms, and remembers the data of each, so that only changed rows are rendered again.
 */
export class RoomRows {
  readonly #deps: Dependencies;
  /** Expansion state by room key, so that it survives a move to another group. */
  readonly #folding = new Map<string, 'expanded' | 'collapsed'>();
  readonly #rendered = new Map<RoomNode, RenderedRow>();

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** Keys of the rooms that are expanded. */
  get expandedKeys(): string[] {
    return [...this.#folding].flatMap(([key, folding]) => (folding === 'expanded' ? [key] : []));
  }

  isCollapsed(key: string): boolean {
    return this.#folding.get(key) === 'collapsed';
  }

  /** Called by the view when the user expands or collapses a row. */
  setExpanded(node: RoomTreeNode, expanded: boolean): void {
    if (node.kind === 'room') this.#folding.set(node.key, expanded ? 'expanded' : 'collapsed');
  }

  /** Renders the row of a room. */
  render(node: RoomNode): TreeItem {
    const { key } = node;
    const room = this.#deps.store.room(key);
    if (!room) return noteItem({ kind: 'note', id: key, text: key, icon: 'trash' });
    const input = this.#inputOf(node);
    const item = this.#itemOf(node, room, input);
    const participants = this.#deps.store.participantsState(key);
    this.#rendered.set(node, { room, participants, input, line: item.description, at: performance.now() });
    return item;
  }

  /** The tooltip of a row that the pointer rests on. */
  tooltip(node: RoomNode): MarkdownString | undefined {
    const tooltip = this.#tooltipOf(node);
    const rendered = this.#rendered.get(node);
    if (rendered && tooltip) this.#rendered.set(node, { ...rendered, tooltip: tooltip.value });
    return tooltip;
  }

  /** Whether a rendered row would look different now, apart from the time that has passed. */
  hasChanged(node: RoomNode): boolean {
    const rendered = this.#rendered.get(node);
    const room = this.#deps.store.room(node.key);
    if (!rendered || rendered.invalidated || !room) return false;
    const participants = this.#deps.store.participantsState(node.key);
    const input = this.#inputOf(node);
    const same = room === rendered.room && participants === rendered.participants;
    if (same && sameVerdict(input, rendered.input) && input.watched === rendered.input.watched) return false;
    const before = itemSignature(this.#itemOf(node, rendered.room, rendered.input));
    if (before !== itemSignature(this.#itemOf(node, room, input))) return true;
    if (rendered.tooltip !== undefined && rendered.tooltip !== this.#tooltipOf(node)?.value) return true;
    this.#rendered.set(node, { ...rendered, room, participants, input });
    return false;
  }

  /** Rooms in progress whose text has changed with time since they were rendered. */
  aged(): RoomNode[] {
    const latest = performance.now() - rowFreshnessMs;
    return [...this.#rendered].flatMap(([node, { at, line, invalidated }]) => {
      const room = at <= latest && !invalidated ? this.#deps.store.room(node.key) : undefined;
      return room?.live && this.#itemOf(node, room, this.#inputOf(node)).description !== line ? [node] : [];
    });
  }

  /** Marks a row as invalidated: VS Code will render it again. */
  markInvalidated(node: RoomNode): void {
    const rendered = this.#rendered.get(node);
    if (rendered) this.#rendered.set(node, { ...rendered, invalidated: true });
  }

  /** Forgets a row that was removed from the tree. */
  drop(node: RoomNode): void {
    this.#rendered.delete(node);
  }

  /** Clears the state after a switch of account. */
  forget(): void {
    this.#folding.clear();
    this.#rendered.clear();
  }

  /** While participants are loading, the row stays as it was rendered before. */
  #inputOf(node: RoomNode): RoomItemInput {
    const { store, visibleRooms, watched } = this.#deps;
    const { key } = node;
    const loaded = store.participantsState(key);
    const before = loaded?.state === 'loading' ? this.#rendered.get(node)?.input : undefined;
    return {
      verdict: before ? before.verdict : visibleRooms.verdictOf(key),
      watched: watched.has(key),
      expanded: this.#folding.get(key) === 'expanded',
      participantCount:
        before?.participantCount ?? (loaded?.state === 'complete' ? loaded.participants.length : undefined),
    };
  }

  #tooltipOf({ key }: RoomNode): MarkdownString | undefined {
    const { store, visibleRooms, formatSettings } = this.#deps;
    const room = store.room(key);
    return room && roomTooltip(room, visibleRooms.summaryOf(key), formatSettings.format);
  }

  #itemOf(node: RoomNode, room: Room, input: RoomItemInput): TreeItem {
    return roomItem(node, room, input, this.#deps.formatSettings.format);
  }
}

function sameVerdict({ verdict: one }: RoomItemInput, { verdict: other }: RoomItemInput): boolean {
  if (!one || !other) return one === other;
  return one.severity === other.severity && one.problemCode === other.problemCode;
}
