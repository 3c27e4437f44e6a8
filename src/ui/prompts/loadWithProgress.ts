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

/** All participants of a room; where it cannot be done, that is shown with its next steps, and undefined is the answer. */
export async function loadWithProgress(
  tools: { readonly store: RoomStore },
  room: Room,
  retry: () => Thenable<unknown>,
): Promise<ParticipantsState | undefined> {
  const loaded = await tryWithProgress(tools, room);
  if (loaded?.state === 'failed') void showFailure(explainFailure(loaded.error), retry);
  return loaded?.state === 'complete' ? loaded : undefined;
}

/**
 * The participants of a room, loaded unless they are known, with a progress
 * that can be cancelled: all of them, or those that came before it failed.
 * Undefined where it was cancelled, and where another account is active by then.
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
