import { commands as vscodeCommands } from 'vscode';
import { commands } from '../../ids.ts';
import type { PanelAction } from '../../protocol/actions.ts';
import type { SavedRoomDocument } from '../documents/savedRoomDocument.ts';

/** The room that a panel shows. */
interface PanelRoom {
  readonly key: string;
  /** The file that the room was read from; undefined for a room of the account. */
  readonly file: SavedRoomDocument | undefined;
  readonly refresh: () => Promise<void>;
}

/** Runs an action that a room page requests. Resolves to false for actions of other pages. */
export function actOnRoom(action: PanelAction<'room'>, { key, file, refresh }: PanelRoom): Thenable<unknown> {
  const run = (command: string, argument: unknown = file ?? key) =>
    vscodeCommands.executeCommand(command, argument);
  switch (action) {
    case 'refresh':
    case 'retry':
      return refresh();
    case 'copyJson':
      return run(commands.copyRoomJson);
    case 'openJson':
      return run(commands.openRoomJson);
    case 'copySid':
      return run(commands.copyRoomSid);
    case 'copyReport':
      return run(commands.copyRoomReport);
    case 'saveRoom':
      return run(commands.saveRoom);
    case 'watch':
      return run(commands.watchRoom, key);
    case 'stopWatching':
      return run(commands.stopWatching, key);
    case 'openText':
      return vscodeCommands.executeCommand('vscode.openWith', file?.uri, 'default');
  }
}
