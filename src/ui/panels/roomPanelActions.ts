import { commands as vscodeCommands } from 'vscode';
import { commands } from '../../ids.ts';
import type { SavedRoomDocument } from '../documents/savedRoomDocument.ts';
import type { PanelAction } from './panelMessenger.ts';

/** The room that a panel shows. */
interface PanelRoom {
  readonly key: string;
  /** Where it was saved; undefined for a room of the account. */
  readonly file: SavedRoomDocument | undefined;
  readonly refresh: () => Promise<void>;
}

/** What the page of a room asks for. Resolves to false for what belongs to other pages. */
export function actOnRoom(action: PanelAction, { key, file, refresh }: PanelRoom): Thenable<unknown> {
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
    case 'compareJson':
    case 'setWindow':
    case 'loadMore':
    case 'retryGaps':
    case 'clearFilter':
    case 'loadParticipants':
    case 'cancelParticipants':
      return Promise.resolve(false); // These belong to comparisons and to the overview.
  }
}
