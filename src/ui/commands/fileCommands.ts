import { commands } from '../../ids.ts';
import type { ExportDependencies } from '../files/exportRooms.ts';
import type { SaveDependencies } from '../files/saveRoom.ts';

/** Commands that keep rooms beyond the seven days of Twilio's: one room whole, or a list for other programs. */
export function fileCommands(tools: SaveDependencies & ExportDependencies) {
  return {
    [commands.saveRoom]: async (argument?: unknown, options?: unknown) => {
      const { saveRoom } = await import('../files/saveRoom.ts');
      return saveRoom(tools, argument, options);
    },
    [commands.openSavedRoom]: async (argument?: unknown) => {
      const { openSavedRoom } = await import('../files/openSavedRoom.ts');
      return openSavedRoom(argument);
    },
    [commands.exportRooms]: async (options?: unknown) => {
      const { exportRooms } = await import('../files/exportRooms.ts');
      return exportRooms(tools, options);
    },
  };
}
