import { t } from '@vscode/l10n';
import { type QuickPickItem, commands as vscodeCommands, window } from 'vscode';
import { commands } from '../../ids.ts';
import { findRoomSid } from '../../insights/core/sid.ts';
import { RoomFinder } from '../../rooms/search/roomFinder.ts';
import { escapeIcons } from '../../text/escape.ts';
import { roomLine, roomStatus, roomTitle } from '../../text/roomText.ts';
import { afterName, withoutIsolates } from '../../unicode/isolate.ts';
import { acceptedItem } from './acceptedItem.ts';
import type { SearchDependencies } from './dependencies.ts';

/** Nobody reads a longer list; the title shows the total count. */
const maxResults = 100;

interface RoomPick extends QuickPickItem {
  /** A key in the store, or a SID that is not in the list. */
  readonly key: string;
}

/**
 * Filters all loaded rooms by name, SID or time as the user types. Resolves when the list is closed, to
 * whether a room was opened.
 */
export async function goToRoom({ store, formatSettings }: SearchDependencies): Promise<boolean> {
  const { format } = formatSettings;
  const pick = window.createQuickPick<RoomPick>();
  pick.placeholder = t('Type a part of the name, the SID or the time (such as 11-20 14:05)');
  const show = () => {
    const { rooms, count } = finder.find(pick.value, maxResults);
    pick.items = [
      ...rooms.map((room) => ({
        key: room.key,
        label: `$(${roomStatus(room).icon}) ${escapeIcons(withoutIsolates(roomTitle(room)))}`,
        description: afterName(roomTitle(room), roomLine(room, format)),
        ...(room.sid && { detail: room.sid }),
        alwaysShow: true,
      })),
      ...(finder.reading ? [] : unlisted(pick.value, count)),
    ];
    pick.title = format.titleOfTimes(
      count > rooms.length
        ? t('Go to Room: the first {0} of {1}', format.number(rooms.length), format.rooms(count))
        : t('Go to Room: {0}', format.rooms(count)),
    );
    pick.busy = store.listing.state === 'loading' || (finder.reading && pick.value !== '');
  };
  const finder = new RoomFinder(store, format, show);
  const onChange = () => {
    finder.follow();
    pick.busy = store.listing.state === 'loading';
  };
  store.events.on('change', onChange);
  show();
  const accepted = acceptedItem(pick);
  const chosen = await new Promise<string | undefined>((resolve) => {
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      if (finder.reading) {
        finder.finish();
        show();
      }
      resolve(accepted()?.key);
      pick.hide();
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  store.events.off('change', onChange);
  finder.dispose();
  pick.dispose();
  if (chosen === undefined) return false;
  const known = store.room(chosen) !== undefined;
  return vscodeCommands.executeCommand(known ? commands.openRoom : commands.openRoomBySid, chosen);
}

/** Offers to open a complete SID that is not in the list. */
function unlisted(typed: string, found: number): RoomPick[] {
  const sid = found === 0 ? findRoomSid(typed) : undefined;
  if (!sid) return [];
  return [
    { key: sid, label: t('Open {0}', sid), description: t('not in this time window'), alwaysShow: true },
  ];
}
