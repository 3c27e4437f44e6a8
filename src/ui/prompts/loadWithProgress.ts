import { t } from '@vscode/l10n';
import { ProgressLocation, window } from 'vscode';
import { isAbort } from '../../async/isAbort.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { ParticipantsState } from '../../rooms/model/storeState.ts';
import type { RoomStore } from '../../rooms/store/roomStore.ts';
import { escapeLinks } from '../../text/escape.ts';
import { explainFailure } from '../../text/explainFailure.ts';
import { roomTitle } from '../../text/roomText.ts';
import { toAbortSignal } from '../common/toAbortSignal.ts';
import { showFailure } from './showFailure.ts';

/** Loads all participants of a room. Shows a failure with its next steps; resolves to undefined then. */
export async function loadWithProgress(
  deps: { readonly store: RoomStore },
  room: Room,
  retry: () => Thenable<unknown>,
): Promise<ParticipantsState | undefined> {
  const loaded = await tryWithProgress(deps, room);
  if (loaded?.state === 'failed') void showFailure(explainFailure(loaded.error), retry);
  return loaded?.state === 'complete' ? loaded : undefined;
}

/**
 * Loads the participants of a room with cancellable progress, unless the store has them. Resolves to all of
 * them, or to those loaded before a failure; to undefined if the load was cancelled or the account was
 * switched.
 */
export async function tryWithProgress(
  { store }: { readonly store: RoomStore },
  room: Room,
): Promise<ParticipantsState | undefined> {
  const { sid, key } = room;
  const known = store.participantsState(key);
  if (!sid || (known?.state === 'complete' && !known.stale)) return known;
  const title = escapeLinks(t('Loading the participants of “{0}”', roomTitle(room)));
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  try {
    await window.withProgress(options, (_progress, token) =>
      store.loadParticipants(sid, toAbortSignal(token)),
    );
  } catch (error) {
    if (isAbort(error)) return undefined;
    throw error;
  }
  return store.participantsState(key);
}
