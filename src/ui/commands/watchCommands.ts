import { t } from '@vscode/l10n';
import { commands as vscodeCommands, window } from 'vscode';
import { commands } from '../../ids.ts';
import { escapeIcons, escapeLinks } from '../../text/escape.ts';
import { roomTitle } from '../../text/roomText.ts';
import { chooseRoom, findRoom, type RoomCommandDependencies } from '../prompts/chooseRoom.ts';
import type { WatchedRooms } from '../watch/watchedRooms.ts';

/** Watching a room, and no longer. Both take what the commands on one room take, and resolve to whether it was done. */
export function watchCommands(tools: RoomCommandDependencies, watched: WatchedRooms) {
  return {
    [commands.watchRoom]: async (argument?: unknown) => {
      const again = () => vscodeCommands.executeCommand(commands.watchRoom, argument);
      const chosen = await chooseRoom(tools, argument);
      // Of a room in a file, too, the account's own is watched.
      const room = await findRoom(tools, chosen && { key: chosen.key }, again);
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
      const what = t('Watching “{0}”: you are told when it has ended', roomTitle(room));
      window.setStatusBarMessage(`$(eye) ${escapeIcons(what)}`, 6000);
      return true;
    },
    [commands.stopWatching]: async (argument?: unknown) => {
      const key =
        argument === undefined
          ? await chooseWatched(tools, watched)
          : (await chooseRoom(tools, argument))?.key;
      if (key === undefined || !watched.has(key)) return false;
      watched.stop(key);
      return true;
    },
  };
}

/** The only one, or the one that is picked. */
async function chooseWatched(
  { store }: RoomCommandDependencies,
  { keys }: WatchedRooms,
): Promise<string | undefined> {
  if (keys.length < 2) return keys[0];
  const items = keys.map((key) => {
    const room = store.room(key);
    return { key, label: escapeIcons(room ? roomTitle(room) : key), description: key };
  });
  const placeHolder = t('Which room do you not want to watch any more?');
  return (await window.showQuickPick(items, { title: t('Stop Watching'), placeHolder }))?.key;
}
