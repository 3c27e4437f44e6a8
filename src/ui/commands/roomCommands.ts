import { t } from '@vscode/l10n';
import { env, commands as vscodeCommands, window } from 'vscode';
import { commands } from '../../ids.ts';
import { isParticipantSid, isRoomSid } from '../../insights/core/sid.ts';
import { roomTitle } from '../../text/roomText.ts';
import { roomDocument, roomWithParticipantsDocument } from '../documents/documentUri.ts';
import { resourceJson } from '../documents/roomFileSystem.ts';
import { askForRoomSid } from '../prompts/askForRoomSid.ts';
import type { RoomCommandDependencies } from '../prompts/chooseRoom.ts';
import { chooseRoom, findRoom, parseSidArgument, showCopied } from '../prompts/chooseRoom.ts';
import { participantOfNode, roomOfNode } from '../tree/treeNodes.ts';

/** The second argument of `openRoom` from a page that is open already, but has no extension host any more. */
const reopenArgument = 'again';

/**
 * The commands on one room. Each takes a room's SID, a node of the tree, or a file that is open as a saved
 * room. Without an argument it uses the room in the active panel, the one selected in the tree, or the one
 * whose SID the user enters. Each resolves, when it has finished, to whether it did its work.
 */
export function roomCommands(deps: RoomCommandDependencies) {
  const { store, panels } = deps;
  type Run = (argument: unknown, retry: () => Thenable<unknown>, more: unknown) => Promise<boolean>;
  const command = (id: string, run: Run) => (argument?: unknown, more?: unknown) =>
    run(argument, () => vscodeCommands.executeCommand(id, argument, more), more);

  const open =
    (beside: boolean): Run =>
    async (argument, _retry, more) => {
      const key = (await chooseRoom(deps, argument))?.key;
      if (key === undefined) return false;
      const participant = participantOfNode(argument);
      await panels.show(key, {
        beside,
        again: more === reopenArgument,
        preserveFocus: roomOfNode(argument) !== undefined,
        ...(participant !== undefined && { participant }),
      });
      return true;
    };

  const openJson =
    (documentUri: typeof roomDocument): Run =>
    async (argument, retry) => {
      const chosen = await chooseRoom(deps, argument);
      const room = chosen && (await findRoom(deps, chosen, retry));
      if (!room?.sid) return false;
      await window.showTextDocument(documentUri(room.sid, chosen?.file?.uri), { preview: true });
      return true;
    };

  return {
    [commands.openRoom]: command(commands.openRoom, open(false)),
    [commands.openRoomToSide]: command(commands.openRoomToSide, open(true)),
    [commands.openRoomBySid]: command(commands.openRoomBySid, async (argument, _retry, participant) => {
      // A button in the view's title passes the focused row, which is ignored.
      const sid = typeof argument === 'string' ? parseSidArgument(argument) : await askForRoomSid();
      if (sid === undefined) return false;
      const retry = () => vscodeCommands.executeCommand(commands.openRoomBySid, sid, participant);
      const room = await findRoom(deps, { key: sid }, retry);
      if (!room) return false;
      // Links to a participant pass its SID as well. The room's own spelling, so that it has one panel.
      await panels.show(room.sid ?? sid, isParticipantSid(participant) ? { participant } : {});
      return true;
    }),
    [commands.copyRoomJson]: command(commands.copyRoomJson, async (argument, retry) => {
      const room = await findRoom(deps, await chooseRoom(deps, argument), retry);
      if (!room) return false;
      await env.clipboard.writeText(resourceJson(room));
      showCopied(t('JSON of “{0}” copied', roomTitle(room)));
      return true;
    }),
    [commands.copyRoomSid]: command(commands.copyRoomSid, async (argument) => {
      const key = participantOfNode(argument) ?? (await chooseRoom(deps, argument))?.key;
      if (!isRoomSid(key) && !isParticipantSid(key)) return false;
      await env.clipboard.writeText(key);
      showCopied(t('{0} copied', key));
      return true;
    }),
    [commands.openRoomJson]: command(commands.openRoomJson, openJson(roomDocument)),
    [commands.openRoomJsonWithParticipants]: command(
      commands.openRoomJsonWithParticipants,
      openJson(roomWithParticipantsDocument),
    ),
    [commands.refreshRoom]: command(commands.refreshRoom, async (argument, retry) => {
      const { key, file } = (await chooseRoom(deps, argument)) ?? {};
      if (file) void window.showInformationMessage(t('A saved room stays as it was when it was saved.'));
      if (!isRoomSid(key) || file) return false;
      const [room] = await Promise.all([findRoom(deps, { key }, retry, true), store.loadParticipants(key)]);
      return room !== undefined;
    }),
  };
}
