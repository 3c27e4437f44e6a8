import { t } from '@vscode/l10n';
import { commands as vscodeCommands, window } from 'vscode';
import { commands } from '../../ids.ts';
import { escapeIcons, escapeLinks } from '../../text/escape.ts';
import { roomTitle } from '../../text/roomText.ts';
import { chooseRoom, findRoom, type RoomCommandDependencies } from '../prompts/chooseRoom.ts';
import { pickOfAccount } from '../prompts/pickOfAccount.ts';
import type { WatchedRooms } from '../watch/watchedRooms.ts';

/**
 * Commands that start and stop watching a room. Both take a room as `roomCommands` do, and resolve to whether
 * they did it.
 */
export function watchCommands(deps: RoomCommandDependencies, watched: WatchedRooms) {
  return {
    [commands.watchRoom]: async (argument?: unknown) => {
      const retry = () => vscodeCommands.executeCommand(commands.watchRoom, argument);
      const chosen = await chooseRoom(deps, argument);
      // For a room in a file, the account's room of that SID is watched.
      const room = await findRoom(deps, chosen && { key: chosen.key }, retry);
      if (!room) return false;
      if (!room.live) {
        const message = t(
          '“{0}” is not in progress any more: there is nothing to wait for.',
          roomTitle(room),
        );
        void window.showInformationMessage(escapeLinks(message));
        return false;
      }
      watched.watch(room);
      const confirmation = t('Watching “{0}”: you are told when it has ended', roomTitle(room));
      window.setStatusBarMessage(`$(eye) ${escapeIcons(confirmation)}`, 6000);
      return true;
    },
    [commands.stopWatching]: async (argument?: unknown) => {
      const key =
        argument === undefined ? await chooseWatched(deps, watched) : (await chooseRoom(deps, argument))?.key;
      if (key === undefined || !watched.has(key)) return false;
      watched.stop(key);
      return true;
    },
  };
}

/** The only watched room, or the one that the user picks. */
async function chooseWatched(
  { store }: RoomCommandDependencies,
  { keys }: WatchedRooms,
): Promise<string | undefined> {
  if (keys.length < 2) return keys[0];
  const items = keys.map((key) => {
    const room = store.room(key);
    return { key, label: escapeIcons(room ? roomTitle(room) : key), description: key };
  });
  const placeHolder = t('Which room do you want to stop watching?');
  return (await pickOfAccount(store, items, { title: t('Stop Watching'), placeHolder }))?.key;
}
