import { t } from '@vscode/l10n';
import { ProgressLocation, window } from 'vscode';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { Session } from '../session/session.ts';

/**
 * Loads what is missing of the window, with a progress that can be cancelled.
 * Resolves to whether the list is whole then; where a part failed, the list
 * says which and why.
 */
export async function loadRest(
  store: RoomStore,
  session: Pick<Session, 'refresh' | 'account'>,
): Promise<boolean> {
  const options = {
    location: ProgressLocation.Notification,
    title: t('Loading the rest of the rooms'),
    cancellable: true,
  };
  const { account } = session;
  await window.withProgress(options, async (_progress, token) => {
    token.onCancellationRequested(() => store.cancelListing());
    const goesOn = () => !token.isCancellationRequested && session.account?.id === account?.id;
    await listingEnds(store);
    if (store.listing.state === 'failed' && goesOn()) await session.refresh();
    while (store.stopped && goesOn()) {
      await store.loadMore(Number.POSITIVE_INFINITY);
      if (store.listing.state === 'cancelled') return; // By *Cancel* in the view.
    }
    if (store.gaps.length > 0 && goesOn()) await store.retryGaps();
  });
  if (store.listing.state === 'complete' && store.gaps.length === 0) return true;
  if (store.listing.state !== 'cancelled')
    void window.showErrorMessage(
      t('Not all rooms could be loaded, so nothing was exported. The list shows what failed.'),
    );
  return false;
}

/** Resolves when no list is running: at once, or when the running one has ended, well or not. */
function listingEnds(store: RoomStore): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = (change?: RoomChange) => {
    if (change && change.kind !== 'list' && change.kind !== 'account') return;
    if (store.listing.state !== 'loading') resolve();
  };
  store.events.on('change', look);
  look();
  return promise.finally(() => store.events.off('change', look));
}
