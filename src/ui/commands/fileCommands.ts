import { commands } from '../../ids.ts';
import type { ExportDependencies } from '../files/exportRooms.ts';
import type { SaveDependencies } from '../files/saveRoom.ts';

/**
 * Commands that write rooms to files, which outlast Twilio's seven days: one whole room, or a list to export.
 */
export function fileCommands(deps: SaveDependencies & ExportDependencies) {
  return {
    [commands.saveRoom]: async (argument?: unknown, options?: unknown) => {
      const { saveRoom } = await import('../files/saveRoom.ts');
      return saveRoom(deps, argument, options);
    },
    [commands.openSavedRoom]: async (argument?: unknown) => {
      const { openSavedRoom } = await import('../files/openSavedRoom.ts');
      return openSavedRoom(argument);
    },
    [commands.exportRooms]: async (options?: unknown) => {
      const { exportRooms } = await import('../files/exportRooms.ts');
      return exportRooms(deps, options);
    },
  };
}
