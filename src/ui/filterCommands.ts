import { t } from '@vscode/l10n';
import { window } from 'vscode';
import { commands } from '../ids.ts';
import { sortOrders, sortOrderWords } from '../rooms/sorting.ts';
import type { FindTools } from './findTools.ts';

/** Commands that choose which of the listed rooms are shown, and in which order. */
export function filterCommands(tools: FindTools) {
  const { choices } = tools;
  return {
    [commands.filter]: async () => {
      const { pickFilter } = await import('./pickFilter.ts');
      await tools.list();
      await pickFilter(tools);
    },
    [commands.clearFilter]: () => choices.clearFilter(),
    [commands.sortRooms]: async () => {
      const items = sortOrders.map((order) => ({
        order,
        label: sortOrderWords(order),
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
