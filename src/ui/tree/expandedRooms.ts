import { t } from '@vscode/l10n';
import type { Participant } from '../../insights/resources/participant.ts';
import type { ParticipantsState } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { Format } from '../../text/format.ts';
import { byJoinTime } from '../../text/participantText.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import type { RoomRows } from './roomRows.ts';
import type { NoteNode, RoomNode, RoomTreeNode } from './treeNodes.ts';

export interface Dependencies {
  readonly store: RoomStore;
  readonly presentation: FormatSettings;
  readonly rows: Pick<RoomRows, 'isCollapsed'>;
}

/** What the rows below a room were made of. */
interface RenderedParticipants {
  readonly participants: readonly Participant[];
  readonly unreadable: number;
  readonly error: unknown;
  /** In a room that is over nobody is present. */
  readonly live: boolean;
}

/** What stands below rooms that are expanded: their participants, loaded when they are asked for. */
export class ExpandedRooms {
  readonly #deps: Dependencies;
  /** What VS Code was given, of each room that was expanded at some time. */
  readonly #rendered = new Map<RoomNode, RenderedParticipants>();

  constructor(parts: Dependencies) {
    this.#deps = parts;
  }

  /** Waits for the participants the first time; when the room has changed, gives what is there meanwhile. */
  async within(node: RoomNode): Promise<RoomTreeNode[]> {
    const { store, presentation } = this.#deps;
    const sid = store.room(node.key)?.sid;
    if (!sid) return [];
    const known = store.participantsState(sid);
    if (!known || (known.state === 'loading' && known.participants.length === 0)) {
      await store.loadParticipants(sid);
    } else {
      this.#reload(node);
    }
    const given = this.#participantsIn(node);
    if (given) this.#rendered.set(node, given);
    return participantNodes(node, store.participantsState(sid), presentation.format);
  }

  /** Whether other rows stand below a room than were given, all of which have come. */
  hasChanged(node: RoomNode): boolean {
    const given = this.#rendered.get(node);
    if (!given || this.#deps.store.participantsState(node.key)?.state === 'loading') return false;
    const now = this.#participantsIn(node);
    return (
      now?.participants !== given.participants ||
      now.unreadable !== given.unreadable ||
      now.error !== given.error ||
      now.live !== given.live
    );
  }

  /** A room is expanded that may have changed while it was collapsed. */
  expand(node: RoomTreeNode): void {
    if (node.kind === 'room' && this.#rendered.has(node)) this.#reload(node);
  }

  /** Loads the participants anew of the rooms that are expanded and have changed, or can change any time. */
  reload(): void {
    for (const node of this.#rendered.keys()) if (!this.#deps.rows.isCollapsed(node.key)) this.#reload(node);
  }

  /** The rows below a room will be asked for anew where they are in sight: VS Code was told to. */
  markInvalidated(node: RoomNode): void {
    this.#rendered.delete(node);
  }

  /** Another account. */
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
    const participation = store.participantsState(key);
    if (!participation) return undefined;
    const { participants, unreadable, error } = participation;
    return { participants, unreadable, error, live: store.room(key)?.live ?? false };
  }
}

function note({ key }: RoomNode, id: string, text: string, icon: string): NoteNode {
  return { kind: 'note', id: `room/${key}/${id}`, text, icon };
}

/** What stands below a room: what failed or could not be read, then the participants in the order of joining. */
export function participantNodes(
  room: RoomNode,
  participation: ParticipantsState | undefined,
  format: Format,
): RoomTreeNode[] {
  if (!participation) return [];
  const { state, participants, unreadable, error } = participation;
  const nodes: RoomTreeNode[] = [];
  if (state === 'failed') nodes.push({ kind: 'failure', error, room });
  if (unreadable > 0) {
    const text = t('Rows that are no participants: {0}', format.number(unreadable));
    nodes.push(note(room, 'unreadable', text, 'warning'));
  }
  for (const participant of byJoinTime(participants)) nodes.push({ kind: 'participant', participant, room });
  if (nodes.length > 0 || state === 'loading') return nodes;
  return [note(room, 'nobody', t('Nobody joined this room'), 'circle-slash')];
}
