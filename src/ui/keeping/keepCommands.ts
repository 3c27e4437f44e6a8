import { type Disposable, commands as vscodeCommands } from 'vscode';
import { commands } from '../../ids.ts';
import type { ExportTools } from './exportRooms.ts';
import type { SaveTools } from './saveRoom.ts';

/** Commands that keep rooms beyond the seven days of Twilio's: one room whole, or a list for other programs. */
export function registerKeepCommands(tools: SaveTools & ExportTools): Disposable[] {
  const { registerCommand } = vscodeCommands;
  return [
    registerCommand(commands.saveRoom, async (argument?: unknown, options?: unknown) => {
      const { saveRoom } = await import('./saveRoom.ts');
      return saveRoom(tools, argument, options);
    }),
    registerCommand(commands.openSavedRoom, async (argument?: unknown) => {
      const { openSavedRoom } = await import('./openSavedRoom.ts');
      return openSavedRoom(argument);
    }),
    registerCommand(commands.exportRooms, async (options?: unknown) => {
      const { exportRooms } = await import('./exportRooms.ts');
      return exportRooms(tools, options);
    }),
  ];
}
