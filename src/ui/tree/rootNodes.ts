import { t } from '@vscode/l10n';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import type { ListOptions } from '../settings/listOptions.ts';
import type { RoomGroups } from './roomGroups.ts';
import { nothingMatches, type RoomTreeNode } from './treeNodes.ts';

export interface RootNodesInput {
  readonly store: RoomStore;
  readonly visibleRooms: VisibleRooms;
  readonly listOptions: ListOptions;
  readonly formatSettings: FormatSettings;
  readonly grouped: RoomGroups;
}

/**
 * The root nodes of the tree: failures and missing parts, the groups of rooms, and the node that loads more.
 */
export function rootNodes({
  store,
  visibleRooms,
  listOptions,
  formatSettings,
  grouped,
}: RootNodesInput): RoomTreeNode[] {
  const { listing, listedCount, unreadable, gaps, stopped, expectedLeft } = store;
  const { format } = formatSettings;
  const roots: RoomTreeNode[] = [];
  if (listing.state === 'failed') roots.push({ kind: 'failure', error: listing.error });
  roots.push(...gaps.map((gap): RoomTreeNode => ({ kind: 'failure', error: gap.error, gap })));
  if (unreadable > 0) {
    const text = t('Rows that are no rooms: {0}', format.number(unreadable));
    roots.push({ kind: 'note', id: 'unreadable', text, icon: 'warning' });
  }
  if (listedCount === 0) return roots;
  if (visibleRooms.count > 0) roots.push(...grouped.groups);
  else roots.push(...nothingMatches(listOptions.filter, format));
  if (stopped) roots.push({ kind: 'more', shown: listedCount, total: listedCount + expectedLeft });
  return roots;
}
