import { t } from '@vscode/l10n';
import { type Uri, commands as vscodeCommands, window } from 'vscode';
import { savedFileName } from '../../export/savedRoom/fileName.ts';
import {
  type SavedRoom,
  savedExtension,
  savedResources,
  serializeSavedRoom,
} from '../../export/savedRoom/savedRoom.ts';
import { commands, savedRoomEditor } from '../../ids.ts';
import { isAccountSid } from '../../insights/core/sid.ts';
import type { Room } from '../../insights/resources/room.ts';
import type { ParticipantsState } from '../../rooms/model/storeState.ts';
import { escapeLinks } from '../../text/escape.ts';
import { explainFailure } from '../../text/explainFailure.ts';
import { roomTitle } from '../../text/roomText.ts';
import { chooseRoom, findRoom, type RoomCommandDependencies } from '../prompts/chooseRoom.ts';
import { tryWithProgress } from '../prompts/loadWithProgress.ts';
import type { FormatSettings } from '../settings/formatSettings.ts';
import { atomicWriteUri, isTaken } from './atomicWriteUri.ts';
import { givenTarget, suggestedUri } from './fileUris.ts';
import { type WriteMethod, writtenMessage } from './writeMethod.ts';

export interface SaveDependencies extends RoomCommandDependencies {
  readonly formatSettings: FormatSettings;
}

/**
 * Writes a room and its participants to a file. Takes a room as `roomCommands` do; `{ target }` in `options`,
 * the file's URI, skips the prompt for it. Resolves to the file's URI, or to undefined if nothing was
 * written.
 */
export async function saveRoom(
  deps: SaveDependencies,
  argument: unknown,
  options: unknown,
): Promise<Uri | undefined> {
  const retry = () => vscodeCommands.executeCommand(commands.saveRoom, argument, options);
  const chosen = await chooseRoom(deps, argument);
  const known = chosen && (await findRoom(deps, chosen, retry));
  if (!chosen || !known) return undefined;
  if (!known.sid) {
    void window.showErrorMessage(t('Twilio sent no SID for this room, so it cannot be saved.'));
    return undefined;
  }
  // A live room is fetched again, so that all of the file is of one moment.
  const room = known.live && !chosen.file ? await findRoom(deps, chosen, retry, true) : known;
  const saved = chosen.file?.saved ?? (room && (await collectRoom(deps, room)));
  if (!saved || !room) return undefined;
  const given = givenTarget(options);
  const targets = given ? [given] : await askForTargets(room, saved.savedAt);
  const written = targets && (await write(deps, targets, saved, retry));
  if (!written) return undefined;
  await deps.saved.reload(written.target);
  void showSaved(deps, room, saved, written);
  return written.target;
}

/** The room with all its participants, or with those loaded so far if the user agrees. */
async function collectRoom(deps: SaveDependencies, room: Room): Promise<SavedRoom | undefined> {
  const { store, session } = deps;
  const { account, origin } = session;
  const loaded = await participantsOf(deps, room);
  // The account was switched meanwhile: the file would name the wrong source.
  if (!loaded || session.account?.id !== account?.id || !store.room(room.key)) return undefined;
  const own = room.read('account_sid');
  return {
    savedAt: Date.now(),
    source: {
      account: isAccountSid(own) ? own : null,
      origin: account?.kind === 'sample' ? null : (origin ?? null),
    },
    complete: loaded.state === 'complete',
    unreadable: loaded.unreadable,
    ...savedResources(room, loaded.participants),
  };
}

async function participantsOf(deps: SaveDependencies, room: Room): Promise<ParticipantsState | undefined> {
  const loaded = await tryWithProgress(deps, room);
  if (loaded?.state !== 'failed') return loaded?.state === 'complete' ? loaded : undefined;
  const [again, anyway] = [t('Retry'), t('Save What Is There')];
  const { title: what } = explainFailure(loaded.error);
  const count = deps.formatSettings.format.participants(loaded.participants.length);
  const message = t('Not all participants could be loaded: {0}. Loaded so far: {1}.', what, count);
  const answer = await window.showWarningMessage(message, again, anyway);
  if (answer === again) return participantsOf(deps, room);
  return answer === anyway ? deps.store.participantsState(room.key) : undefined;
}

/** The file with the extension of saved rooms, then the file that was chosen, if it has another name. */
async function askForTargets(room: Room, savedAt: number): Promise<Uri[] | undefined> {
  const chosen = await window.showSaveDialog({
    title: t('Save Room'),
    saveLabel: t('Save'),
    defaultUri: suggestedUri(savedFileName(room, savedAt)),
    // Dialogs support only simple extensions, and would append a longer one to itself.
    filters: { [t('Saved room')]: ['json'] },
  });
  return chosen && [...new Set([await withSavedExtension(chosen), chosen])];
}

/** Adds the extension that VS Code associates with saved rooms, unless another file has that name. */
async function withSavedExtension(chosen: Uri): Promise<Uri> {
  if (chosen.path.endsWith(savedExtension)) return chosen;
  const path = `${chosen.path.replace(/\.json$/, '')}${savedExtension}`;
  const ended = chosen.with({ path });
  return (await isTaken(ended)) ? chosen : ended;
}

interface Written {
  readonly target: Uri;
  readonly method: WriteMethod;
}

/** Writes the first of some files that can be written: a browser gives access to the chosen name alone. */
async function write(
  { session }: SaveDependencies,
  targets: readonly Uri[],
  saved: SavedRoom,
  retry: () => Thenable<unknown>,
): Promise<Written | undefined> {
  const pieces = [serializeSavedRoom(saved)];
  let failure: unknown;
  for (const target of targets) {
    try {
      return { target, method: await atomicWriteUri(target, pieces, new AbortController().signal) };
    } catch (error) {
      failure = error;
      session.logError(error);
    }
  }
  void offerRetry(t('The room could not be saved'), failure, retry);
  return undefined;
}

/** Shows the error message of a file system, with a button that tries again. */
export async function offerRetry(
  what: string,
  error: unknown,
  retry: () => Thenable<unknown>,
): Promise<void> {
  const why = error instanceof Error ? error.message : String(error);
  const again = t('Retry');
  const message = escapeLinks(`${what}: ${why}`);
  if ((await window.showErrorMessage(message, again)) === again) await retry();
}

async function showSaved(
  { formatSettings }: SaveDependencies,
  room: Room,
  { participants, complete }: SavedRoom,
  { target, method }: Written,
): Promise<void> {
  const count = formatSettings.format.participants(participants.length);
  const name = roomTitle(room);
  const done = complete
    ? t('“{0}” saved, with {1}.', name, count)
    : t('“{0}” saved, with {1}. That is not everybody.', name, count);
  const open = t('Open');
  const message = escapeLinks(writtenMessage([done], method));
  if ((await window.showInformationMessage(message, open)) !== open) return;
  await vscodeCommands.executeCommand('vscode.openWith', target, savedRoomEditor);
}
