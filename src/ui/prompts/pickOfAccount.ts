import { CancellationTokenSource, type QuickPickItem, type QuickPickOptions, window } from 'vscode';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';

/**
 * Shows a list of an account's rooms or participants, which closes when the account is switched or signed out:
 * nothing of it stays on the screen.
 */
export async function pickOfAccount<Item extends QuickPickItem>(
  { events }: Pick<RoomStore, 'events'>,
  items: readonly Item[],
  options: QuickPickOptions,
): Promise<Item | undefined> {
  const closing = new CancellationTokenSource();
  const onChange = ({ kind }: RoomChange) => kind === 'account' && closing.cancel();
  events.on('change', onChange);
  try {
    return await window.showQuickPick(items, options, closing.token);
  } finally {
    events.off('change', onChange);
    closing.dispose();
  }
}
