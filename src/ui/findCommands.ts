import { commands } from '../ids.ts';
import type { FindTools } from './findTools.ts';

/** Commands that lead to one room among many: by its name, SID or time, or by somebody who was in it. */
export function findCommands(tools: FindTools) {
  return {
    [commands.goToRoom]: async () => {
      const { goToRoom } = await import('./goToRoom.ts');
      await tools.list();
      return goToRoom(tools);
    },
    [commands.findParticipant]: async (argument?: unknown) => {
      const { findParticipant } = await import('./findParticipant.ts');
      await tools.list();
      return findParticipant(tools, typeof argument === 'string' ? argument : '');
    },
  };
}
