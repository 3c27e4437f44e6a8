import { isDeepStrictEqual } from 'node:util';
import type { Disposable } from 'vscode';
import { commands } from '../../ids.ts';
import { apiFilter } from '../../rooms/filter/roomFilter.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { Session } from '../session/session.ts';
import type { ListOptions } from '../settings/listOptions.ts';
import type { RoomTreeProvider } from '../tree/roomTreeProvider.ts';
import type { FailureNode, MoreNode } from '../tree/treeNodes.ts';

/** Commands on the list as a whole. */
export function listCommands(store: RoomStore, tree: RoomTreeProvider, session: Session) {
  return {
    [commands.loadMore]: async (node?: MoreNode | FailureNode) => {
      if (node?.kind === 'more' && node.group) tree.showMore(node);
      else if (node?.kind === 'failure') await store.retryGaps();
      else await store.loadMore();
    },
    // Takes no arguments: a button in the view's title passes the focused row.
    [commands.refresh]: () => session.refresh(),
    [commands.retry]: () => session.refresh(),
    [commands.cancel]: () => store.cancelListing(),
  };
}

/** Lists the rooms again when a changed option needs another query to Twilio. */
export function refreshOnChange(listOptions: ListOptions, session: Session): Disposable {
  let options = queryOptions(listOptions);
  return listOptions.onDidChange((change) => {
    if (isDeepStrictEqual(options, queryOptions(listOptions))) return;
    options = queryOptions(listOptions);
    // The session lists the rooms of another account itself.
    if (change === 'choice') void session.refresh();
  });
}

/** The options that decide the query to Twilio. */
function queryOptions({ window, filter }: ListOptions) {
  return { window, ...apiFilter(filter) };
}
