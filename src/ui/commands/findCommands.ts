import { t } from '@vscode/l10n';
import { window } from 'vscode';
import { commands } from '../../ids.ts';
import { sortOrderLabel, sortOrders } from '../../rooms/filter/sorting.ts';
import type { SearchDependencies } from '../quickPicks/dependencies.ts';

/** Commands that lead to one room among many: by its name, SID or time, or by somebody who was in it. */
export function findCommands(tools: SearchDependencies) {
  return {
    [commands.goToRoom]: async () => {
      const { goToRoom } = await import('../quickPicks/goToRoom.ts');
      await tools.list();
      return goToRoom(tools);
    },
    [commands.findParticipant]: async (argument?: unknown) => {
      const { findParticipant } = await import('../quickPicks/findParticipant.ts');
      await tools.list();
      return findParticipant(tools, typeof argument === 'string' ? argument : '');
    },
  };
}

/** Commands that choose which of the listed rooms are shown, and in which order. */
export function filterCommands(tools: SearchDependencies) {
  const { choices } = tools;
  return {
    [commands.filter]: async () => {
      const { pickFilter } = await import('../quickPicks/filterPicker.ts');
      await tools.list();
      await pickFilter(tools);
    },
    [commands.clearFilter]: () => choices.clearFilter(),
    [commands.sortRooms]: async () => {
      const items = sortOrders.map((order) => ({
        order,
        label: sortOrderLabel(order),
        ...(order === choices.order && { description: t('shown now') }),
        ...(order === 'worst' && {
          detail: t('By the gravest finding, as far as participants are loaded'),
        }),
      }));
      const chosen = await window.showQuickPick(items, { title: t('Sort Rooms') });
      if (chosen) choices.setOrder(chosen.order);
    },
  };
}
