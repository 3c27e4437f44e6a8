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
    // Without arguments: a button in the view's title hands over the focused row.
    [commands.refresh]: () => session.refresh(),
    [commands.cancel]: () => store.cancelListing(),
  };
}

/** Lists anew when something is chosen that Twilio has to be asked for. */
export function refreshOnChange(choices: ListOptions, session: Session): Disposable {
  let asked = whatToAsk(choices);
  return choices.onDidChange(() => {
    if (isDeepStrictEqual(asked, whatToAsk(choices))) return;
    asked = whatToAsk(choices);
    void session.refresh();
  });
}

/** Of what is chosen, that which another list has to be asked for. */
function whatToAsk({ window, filter }: ListOptions) {
  return { window, ...apiFilter(filter) };
}
