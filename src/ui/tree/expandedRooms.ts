import { t } from '@vscode/l10n';
import type { Participant } from '../../insights/resources/participant.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { ParticipantsState } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { Format } from '../../text/format.ts';
import { participantLabels } from '../../text/names/participantLabels.ts';
import { byJoinTime, noParticipantsText } from '../../text/participantText.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import type { RoomRows } from './roomRows.ts';
import type { NoteNode, RoomNode, RoomTreeNode } from './treeNodes.ts';

export interface Dependencies {
  readonly store: RoomStore;
  readonly formatSettings: FormatSettings;
  readonly rows: Pick<RoomRows, 'isCollapsed'>;
}

/** The data of the rows below a room. */
interface RenderedParticipants {
  readonly participants: readonly Participant[];
  readonly unreadable: number;
  readonly error: unknown;
  /** Whether the room is live: participants of an ended room are shown as gone. */
  readonly live: boolean;
}

/** The rows below expanded rooms: their participants, loaded on demand. */
export class ExpandedRooms {
  readonly #deps: Dependencies;
  /** The data last rendered below each room that was ever expanded. */
  readonly #rendered = new Map<RoomNode, RenderedParticipants>();

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /**
   * Waits for the participants the first time. If the room has changed, reloads them and returns the present
   * ones.
   */
  async within(node: RoomNode): Promise<RoomTreeNode[]> {
    const { store, formatSettings } = this.#deps;
    const sid = store.room(node.key)?.sid;
    if (!sid) return [];
    const known = store.participantsState(sid);
    if (!known || (known.state === 'loading' && known.participants.length === 0)) {
      await store.loadParticipants(sid);
    } else {
      this.#reload(node);
    }
    const rendered = this.#participantsIn(node);
    if (rendered) this.#rendered.set(node, rendered);
    return participantNodes(node, store.room(sid), store.participantsState(sid), formatSettings.format);
  }

  /** Whether the rows below a room differ from the rendered ones; false while they are loading. */
  hasChanged(node: RoomNode): boolean {
    const rendered = this.#rendered.get(node);
    if (!rendered || this.#deps.store.participantsState(node.key)?.state === 'loading') return false;
    const current = this.#participantsIn(node);
    return (
      current?.participants !== rendered.participants ||
      current.unreadable !== rendered.unreadable ||
      current.error !== rendered.error ||
      current.live !== rendered.live
    );
  }

  /** Reloads the participants of a room that may have changed while it was collapsed. */
  expand(node: RoomTreeNode): void {
    if (node.kind === 'room' && this.#rendered.has(node)) this.#reload(node);
  }

  /** Reloads stale participants of expanded rooms. */
  reload(): void {
    for (const node of this.#rendered.keys()) if (!this.#deps.rows.isCollapsed(node.key)) this.#reload(node);
  }

  /** Marks the rows below a room as invalidated: VS Code will request the visible ones again. */
  markInvalidated(node: RoomNode): void {
    this.#rendered.delete(node);
  }

  /** Clears the state after a switch of account. */
  forget(): void {
    this.#rendered.clear();
  }

  #reload({ key }: RoomNode): void {
    const { store } = this.#deps;
    const { stale, state } = store.participantsState(key) ?? {};
    const sid = store.room(key)?.sid;
    if (sid && stale && state === 'complete') void store.loadParticipants(sid);
  }

  #participantsIn({ key }: RoomNode): RenderedParticipants | undefined {
    const { store } = this.#deps;
    const participantsState = store.participantsState(key);
    if (!participantsState) return undefined;
    const { participants, unreadable, error } = participantsState;
    return { participants, unreadable, error, live: store.room(key)?.live ?? false };
  }
}

function note({ key }: RoomNode, id: string, text: string, icon: string): NoteNode {
  return { kind: 'note', id: `room/${key}/${id}`, text, icon };
}

/** The rows below a room: failures and unreadable rows, then the participants in the order of joining. */
export function participantNodes(
  node: RoomNode,
  room: Room | undefined,
  participantsState: ParticipantsState | undefined,
  format: Format,
): RoomTreeNode[] {
  if (!participantsState) return [];
  const { state, participants, unreadable, error } = participantsState;
  const nodes: RoomTreeNode[] = [];
  if (state === 'failed') nodes.push({ kind: 'failure', error, room: node });
  if (unreadable > 0) {
    const text = t('Rows that are no participants: {0}', format.number(unreadable));
    nodes.push(note(node, 'unreadable', text, 'warning'));
  }
  const labelOf = participantLabels(participants);
  for (const participant of byJoinTime(participants)) {
    nodes.push({ kind: 'participant', participant, label: labelOf(participant), room: node });
  }
  if (nodes.length > 0 || state === 'loading') return nodes;
  return [note(node, 'nobody', noParticipantsText(room, format), 'circle-slash')];
}
