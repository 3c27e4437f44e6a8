import { t } from '@vscode/l10n';
import { window } from 'vscode';
import { commands } from '../../ids.ts';
import { sortOrderLabel, sortOrders } from '../../rooms/filter/sorting.ts';
import type { SearchDependencies } from '../quickPicks/dependencies.ts';

/** Commands that find a room by its name, SID or time, or by one of its participants. */
export function findCommands(deps: SearchDependencies) {
  return {
    [commands.goToRoom]: async () => {
      const { goToRoom } = await import('../quickPicks/goToRoom.ts');
      await deps.list();
      return goToRoom(deps);
    },
    [commands.findParticipant]: async (argument?: unknown) => {
      const { findParticipant } = await import('../quickPicks/findParticipant.ts');
      await deps.list();
      return findParticipant(deps, typeof argument === 'string' ? argument : '');
    },
  };
}

/** Commands that filter and sort the listed rooms. */
export function filterCommands(deps: SearchDependencies) {
  const { listOptions } = deps;
  return {
    [commands.filter]: async () => {
      const { pickFilter } = await import('../quickPicks/filterPicker.ts');
      await deps.list();
      await pickFilter(deps);
    },
    [commands.clearFilter]: () => listOptions.clearFilter(),
    [commands.sortRooms]: async () => {
      const items = sortOrders.map((order) => ({
        order,
        label: sortOrderLabel(order),
        ...(order === listOptions.order && { description: t('shown now') }),
        ...(order === 'worst' && {
          detail: t('By the most severe finding, where participants are loaded'),
        }),
      }));
      const chosen = await window.showQuickPick(items, { title: t('Sort Rooms') });
      if (chosen) listOptions.setOrder(chosen.order);
    },
  };
}
