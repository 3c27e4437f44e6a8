import { t } from '@vscode/l10n';
import type { Format } from '../rooms/format.ts';
import { byJoinTime } from '../rooms/participantName.ts';
import type { Participation } from '../rooms/storeState.ts';
import type { NoteNode, RoomNode, RoomTreeNode } from './roomTreeNodes.ts';

/** What stands below a room: what failed or could not be read, then the participants in the order of joining. */
export function participantNodes(
  room: RoomNode,
  participation: Participation | undefined,
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

function note({ key }: RoomNode, id: string, text: string, icon: string): NoteNode {
  return { kind: 'note', id: `room/${key}/${id}`, text, icon };
}
