import { t } from '@vscode/l10n';
import { ProgressLocation, window } from 'vscode';
import type { RoomChange } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import type { Session } from '../session/session.ts';

/**
 * Loads the missing rooms of the time window, with cancellable progress. Resolves to whether the list is
 * complete; if a part failed, the list says which and why.
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
    const continues = () => !token.isCancellationRequested && session.account?.id === account?.id;
    await listingEnds(store);
    if (store.listing.state === 'failed' && continues()) await session.refresh();
    while (store.stopped && continues()) {
      await store.loadMore(Number.POSITIVE_INFINITY);
      if (store.listing.state === 'cancelled') return; // By *Cancel* in the view.
    }
    if (store.gaps.length > 0 && continues()) await store.retryGaps();
  });
  if (store.listing.state === 'complete' && store.gaps.length === 0) return true;
  if (store.listing.state !== 'cancelled')
    void window.showErrorMessage(
      t('Not all rooms could be loaded, so nothing was exported. The list shows what failed.'),
    );
  return false;
}

/** Resolves when no listing is running, whether it succeeded or failed. */
function listingEnds(store: RoomStore): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const check = (change?: RoomChange) => {
    if (change && change.kind !== 'list' && change.kind !== 'account') return;
    if (store.listing.state !== 'loading') resolve();
  };
  store.events.on('change', check);
  check();
  return promise.finally(() => store.events.off('change', check));
}
