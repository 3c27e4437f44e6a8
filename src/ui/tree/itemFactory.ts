import type { TreeItem } from 'vscode';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { VisibleRooms } from '../../rooms/visible/visibleRooms.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import type { RoomGroups } from './roomGroups.ts';
import type { RoomRows } from './roomRows.ts';
import {
  failureItem,
  gapItem,
  groupItem,
  moreItem,
  noteItem,
  participantItem,
  stayTooltip,
  stepItem,
} from './treeItems.ts';
import type { RoomTreeNode } from './treeNodes.ts';

export interface Dependencies {
  readonly store: RoomStore;
  readonly visibleRooms: VisibleRooms;
  readonly formatSettings: FormatSettings;
  readonly grouped: RoomGroups;
  readonly rows: RoomRows;
}

/** Creates the `TreeItem` of each node. */
export class ItemFactory {
  readonly #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  create(node: RoomTreeNode): TreeItem {
    const { store, visibleRooms, grouped, rows, formatSettings } = this.#deps;
    const { format } = formatSettings;
    switch (node.kind) {
      case 'group':
        return groupItem(node, grouped.size(node), visibleRooms.problemsIn(node.status), format);
      case 'room':
        return rows.render(node);
      case 'participant':
        return participantItem(
          node,
          store.room(node.room.key),
          visibleRooms.severityOfStay(node.room.key, node.participant.key),
          format,
        );
      case 'failure':
        return node.gap
          ? gapItem(node, node.gap, format)
          : failureItem(node, !node.room && store.listedCount > 0);
      case 'step':
        return stepItem(node);
      case 'more':
        return moreItem(node, format);
      case 'note':
        return noteItem(node);
    }
  }

  /** Adds the tooltip, which is created only when the pointer rests on the row. */
  resolve(item: TreeItem, node: RoomTreeNode): TreeItem {
    const { visibleRooms, rows } = this.#deps;
    if (node.kind === 'room') item.tooltip = rows.tooltip(node);
    if (node.kind === 'participant') {
      item.tooltip = stayTooltip(node, visibleRooms.stayOf(node.room.key, node.participant.key));
    }
    return item;
  }
}
